import type { ByteRange } from '../lines/byte-range.ts';
import { decode, encode, matchesAt, skipSpace } from '../lines/bytes.ts';

/** Number of a missing tag, and of one that no template is bound to. */
export const NO_TAG = -1;
export const OTHER_TAG = -2;

/** Marks around a tag: `<` and `>`, brackets and parentheses. */
const OPENING: readonly number[] = [60, 91, 40];
const CLOSING: readonly number[] = [62, 93, 41];

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

  /**
   * Return the text after the first known tag that is in brackets or the like, whatever is left of
   * the header before it; null if there is no such tag.
   */
  textAfterTag({ bytes, from, to }: ByteRange): ByteRange | null {
    let start = to;
    for (let at = from; at < to; at++) {
      const byte = bytes[at] as number;
      if (OPENING.includes(byte)) start = at + 1;
      else if (CLOSING.includes(byte) && at > start && this.numberOf(bytes, start, at) >= 0)
        return { bytes, from: skipSpace(bytes, at + 1, to), to };
    }
    return null;
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
