/**
 * Caches headers from the level or the source to the message: a log has a few dozen of them, and
 * comparing twenty bytes four at a time is faster than reading source, level and tag again. The
 * cache is direct-mapped: a new header replaces the one in its slot.
 */
const SLOT_BITS = 9;
const SLOTS = 1 << SLOT_BITS;
/**
 * Four-byte words per slot. The last word holds the end of the header, which may overlap the words
 * before.
 */
const WORDS = 16;
const LAST_WORD = WORDS - 1;
const MAX_LENGTH = LAST_WORD * 4;
/** Bytes that the slot is computed from. */
const SLOT_BYTES = 16;

export class HeaderCache {
  /** Numbers of the level and the tag of the header found last. */
  level = 0;
  tag = 0;
  readonly #words = new Int32Array(SLOTS * WORDS);
  readonly #lengths = new Uint8Array(SLOTS);
  readonly #levels = new Uint8Array(SLOTS);
  readonly #tags = new Int32Array(SLOTS);

  /**
   * Look up the header at `at`.
   *
   * @returns its length in bytes, or 0 if it is unknown
   */
  findHeader(view: DataView, at: number, to: number): number {
    if (at + SLOT_BYTES > to) return 0;
    const slot = slotOf(view, at);
    const length = this.#lengths[slot] as number;
    if (length === 0 || at + length > to) return 0;
    const words = this.#words;
    const end = at + length - 4;
    let word = slot * WORDS;
    if (view.getInt32(end, true) !== words[word + LAST_WORD]) return 0;
    for (let from = at; from < end; from += 4)
      if (view.getInt32(from, true) !== words[word++]) return 0;
    this.level = this.#levels[slot] as number;
    this.tag = this.#tags[slot] as number;
    return length;
  }

  /** Cache a header of `length` bytes. */
  cacheHeader(
    view: DataView,
    at: number,
    to: number,
    length: number,
    level: number,
    tag: number,
  ): void {
    if (at + SLOT_BYTES > to || length < 4 || length > MAX_LENGTH) return;
    const slot = slotOf(view, at);
    const end = at + length - 4;
    let word = slot * WORDS;
    this.#words[word + LAST_WORD] = view.getInt32(end, true);
    for (let from = at; from < end; from += 4) this.#words[word++] = view.getInt32(from, true);
    this.#lengths[slot] = length;
    this.#levels[slot] = level;
    this.#tags[slot] = tag;
  }
}

/**
 * Compute the slot of a header. If it begins with a source (`command.go:376`, a lowercase letter),
 * the bytes of its line number count too. If it begins with the level, those bytes would be part of
 * the message.
 */
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
