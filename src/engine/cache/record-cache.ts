/**
 * Caches the meanings of one-line records: logs repeat themselves, and equal messages have equal
 * meanings. The key is a message's hash (scan.ts), level and tag. The cache is direct-mapped: each
 * slot holds the latest message, so it follows what the log repeats now and fits into the
 * processor's cache. A first occurrence stores only its hash: stored values burden the garbage
 * collector, and most would never be looked up.
 */
const SLOTS = 1 << 12;

/** A 64-bit hash of a text. */
export interface Hash64 {
  low: number;
  high: number;
}

export class RecordCache<Value> {
  /** The low and the high half of each slot's hash. */
  readonly #hashes = new Int32Array(2 * SLOTS);
  readonly #values: (Value | undefined)[] = new Array<Value | undefined>(SLOTS).fill(undefined);

  /** Return the meaning of a message, or undefined if it is not cached. */
  findValue(level: number, tag: number, { low, high }: Hash64): Value | undefined {
    const slot = slotOf(level, tag, low);
    return this.#hashes[2 * slot] === low && this.#hashes[2 * slot + 1] === highOf(level, tag, high)
      ? this.#values[slot]
      : undefined;
  }

  /** Cache the meaning of a message that was not found, from its second occurrence on. */
  storeValue(level: number, tag: number, { low, high }: Hash64, value: Value): void {
    const slot = slotOf(level, tag, low);
    const mix = highOf(level, tag, high);
    const isKnown = this.#hashes[2 * slot] === low && this.#hashes[2 * slot + 1] === mix;
    this.#values[slot] = isKnown ? value : undefined;
    this.#hashes[2 * slot] = low;
    this.#hashes[2 * slot + 1] = mix;
  }
}

function slotOf(level: number, tag: number, low: number): number {
  return (low ^ (low >>> 16) ^ (level << 4) ^ tag) & (SLOTS - 1);
}

function highOf(level: number, tag: number, high: number): number {
  return Math.imul(high ^ (level << 20) ^ tag, 0x5bd1e995);
}
