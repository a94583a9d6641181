/**
 * The heads that came before, from the level or the source to the message: a log has a few dozen of them, and comparing twenty bytes four
 * at a time is sooner done than reading source, level and tag again. One slot a head; another head in the same slot takes its place.
 */
const SLOT_BITS = 9;
const SLOTS = 1 << SLOT_BITS;
/** Words of four bytes that a head may take; the last one holds its end, wherever that falls. */
const WORDS = 16;
const LAST = WORDS - 1;
const MAX_LENGTH = LAST * 4;
/** Bytes that the slot is taken from. */
const LOOK = 16;

export class KnownHeads {
  /** Number of the level, and of the tag, of the head that was found. */
  level = 0;
  tag = 0;
  readonly #words = new Int32Array(SLOTS * WORDS);
  readonly #lengths = new Uint8Array(SLOTS);
  readonly #levels = new Uint8Array(SLOTS);
  readonly #tags = new Int32Array(SLOTS);

  /** Find a head that came before. @returns its length in bytes, 0 where it is not known */
  find(view: DataView, at: number, to: number): number {
    if (at + LOOK > to) return 0;
    const slot = slotOf(view, at);
    const length = this.#lengths[slot] as number;
    if (length === 0 || at + length > to) return 0;
    const words = this.#words;
    const end = at + length - 4;
    let word = slot * WORDS;
    if (view.getInt32(end, true) !== words[word + LAST]) return 0;
    for (let from = at; from < end; from += 4)
      if (view.getInt32(from, true) !== words[word++]) return 0;
    this.level = this.#levels[slot] as number;
    this.tag = this.#tags[slot] as number;
    return length;
  }

  /** Keep a head of some bytes. */
  keep(view: DataView, at: number, to: number, length: number, level: number, tag: number): void {
    if (at + LOOK > to || length < 4 || length > MAX_LENGTH) return;
    const slot = slotOf(view, at);
    const end = at + length - 4;
    let word = slot * WORDS;
    this.#words[word + LAST] = view.getInt32(end, true);
    for (let from = at; from < end; from += 4) this.#words[word++] = view.getInt32(from, true);
    this.#lengths[slot] = length;
    this.#levels[slot] = level;
    this.#tags[slot] = tag;
  }
}

/** A source begins with a small letter, and its line number tells it from others; behind a level the message would be in the look. */
function slotOf(view: DataView, at: number): number {
  const first = view.getInt32(at, true);
  const isSource = (first & 0x60) === 0x60;
  const further = isSource
    ? Math.imul(view.getInt32(at + 9, true), 0x27d4eb2f) ^
      Math.imul(view.getInt32(at + 12, true), 0x2c1b3c6c)
    : 0;
  return (
    Math.imul(first ^ Math.imul(view.getInt32(at + 5, true), 0x85ebca6b) ^ further, 0x5bd1e995) >>>
    (32 - SLOT_BITS)
  );
}
