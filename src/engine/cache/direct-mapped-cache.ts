/**
 * A direct-mapped cache of messages: logs repeat themselves, and equal messages have equal
 * meanings. The key is a message's hash (scan.ts, message-fingerprint.ts), level and tag. Each slot
 * holds the latest entry, so the cache follows what the log repeats now and fits into the
 * processor's cache. A first occurrence stores only its hash: stored values burden the garbage
 * collector, and most would never be looked up.
 */
const SLOTS = 1 << 12;
/**
 * If a hash has to be computed for each lookup, the hit rate is checked after TRIAL lookups. If it
 * is below 1 / ONE_IN, the next REST messages are not looked up.
 */
const TRIAL = 1024;
const ONE_IN = 2;
const REST = 16 * TRIAL;
/** For shorter logs, setting up costs more than lookups save. */
const WARM_UP = 128;

export class DirectMappedCache<Value> {
  /** The low and the high half of each slot's hash. */
  readonly #hashes = new Int32Array(2 * SLOTS);
  readonly #values: (Value | undefined)[] = new Array<Value | undefined>(SLOTS).fill(undefined);
  /** Slot of the message last passed to `noteMiss`. */
  #missedSlot = 0;
  #lookups = -WARM_UP;
  #hits = 0;

  /** Look up a message by level, tag and hash. */
  findValue(level: number, tag: number, { low, high }: Hash64): Value | undefined {
    const slot = slotOf(level, tag, low);
    if (this.#hashes[2 * slot] !== low || this.#hashes[2 * slot + 1] !== mixHigh(level, tag, high))
      return undefined;
    this.#hits++;
    return this.#values[slot];
  }

  /** Return whether lookups succeed often enough to compute the hash of the next message. */
  isWorthLookup(): boolean {
    if (++this.#lookups < 0) return false;
    if (this.#lookups === TRIAL) {
      this.#lookups = this.#hits * ONE_IN < TRIAL ? -REST : 0;
      this.#hits = 0;
    }
    return true;
  }

  /**
   * Note a message that was not found.
   *
   * @returns whether it was seen before, so that its value is worth storing
   */
  noteMiss(level: number, tag: number, { low, high }: Hash64): boolean {
    const slot = slotOf(level, tag, low);
    const mix = mixHigh(level, tag, high);
    this.#missedSlot = slot;
    if (this.#hashes[2 * slot] === low && this.#hashes[2 * slot + 1] === mix) return true;
    this.#hashes[2 * slot] = low;
    this.#hashes[2 * slot + 1] = mix;
    this.#values[slot] = undefined;
    return false;
  }

  /** Store a value for the message last passed to `noteMiss`. */
  storeValue(value: Value): void {
    this.#values[this.#missedSlot] = value;
  }
}

/** A 64-bit hash of a text. */
export interface Hash64 {
  low: number;
  high: number;
}

function slotOf(level: number, tag: number, low: number): number {
  return (low ^ (low >>> 16) ^ (level << 4) ^ tag) & (SLOTS - 1);
}

function mixHigh(level: number, tag: number, high: number): number {
  return Math.imul(high ^ (level << 20) ^ tag, 0x5bd1e995);
}
