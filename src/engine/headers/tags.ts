import { decode, encode, matchesAt } from '../lines/bytes.ts';

/** Number of a missing tag, and of one that no template is bound to. */
export const NO_TAG = -1;
export const OTHER_TAG = -2;

/**
 * Assigns numbers to the tags that templates are bound to: a hash table by length, first and last
 * byte.
 */
export class Tags {
  readonly #tags: Uint8Array[];
  readonly #slots: Int32Array;
  readonly #mask: number;

  constructor(tags: readonly string[]) {
    this.#tags = [...new Set(tags)].map(encode);
    let size = 16;
    while (size < this.#tags.length * 4) size *= 2;
    this.#mask = size - 1;
    this.#slots = new Int32Array(size).fill(-1);
    this.#tags.forEach((tag, number) => {
      let slot = this.#slotOf(tag, 0, tag.length);
      while (this.#slots[slot] !== -1) slot = (slot + 1) & this.#mask;
      this.#slots[slot] = number;
    });
  }

  /** Return the number of a tag, or OTHER_TAG. */
  numberOf(bytes: Uint8Array, from = 0, to = bytes.length): number {
    for (let slot = this.#slotOf(bytes, from, to); ; slot = (slot + 1) & this.#mask) {
      const number = this.#slots[slot] as number;
      if (number === -1) return OTHER_TAG;
      const tag = this.#tags[number] as Uint8Array;
      if (tag.length === to - from && matchesAt(bytes, from, tag)) return number;
    }
  }

  /** Return the tag with a number, or null for the number of a missing or other tag. */
  nameOf(number: number): string | null {
    const tag = this.#tags[number];
    return tag ? decode(tag, 0, tag.length) : null;
  }

  #slotOf(bytes: Uint8Array, from: number, to: number): number {
    return (
      ((to - from) * 7 + (bytes[from] as number) * 31 + (bytes[to - 1] as number) * 131) &
      this.#mask
    );
  }
}
