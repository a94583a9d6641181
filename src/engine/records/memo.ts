/**
 * Messages that were read before: a log says the same again and again, and what it meant once it means every time. A message is known
 * by its hash (scan.ts, shape.ts), its level and its tag. There is one place for each few bits of the hash, and the last comer has it:
 * what a log repeats now is what counts, and all places stay in the processor's cache. What comes for the first time leaves its hash
 * only, for what is kept has to be carried along by the garbage collector, and most of it would never be asked for.
 */
const PLACES = 1 << 12;
/** Of so many messages that were looked for one in so many must be found, where looking costs; else nobody looks for so many. */
const TRIAL = 1024;
const ONE_IN = 2;
const REST = 16 * TRIAL;
/** A shorter log is read faster than all is made that looking needs. */
const SHORT = 128;

export class Memo<Value> {
  /** Of each place the two halves of the hash. */
  readonly #hashes = new Int32Array(2 * PLACES);
  readonly #values: (Value | undefined)[] = new Array<Value | undefined>(PLACES).fill(undefined);
  /** Place of the message that was met last. */
  #met = 0;
  #looked = -SHORT;
  #found = 0;

  /** What was remembered of a message with a level and a tag. */
  find(level: number, tag: number, { low, high }: Hash): Value | undefined {
    const place = placeOf(level, tag, low);
    if (this.#hashes[2 * place] !== low || this.#hashes[2 * place + 1] !== mixed(level, tag, high))
      return undefined;
    this.#found++;
    return this.#values[place];
  }

  /** Whether to look for a message, where its hash has to be made for it. */
  isWorthLooking(): boolean {
    if (++this.#looked < 0) return false;
    if (this.#looked === TRIAL) {
      this.#looked = this.#found * ONE_IN < TRIAL ? -REST : 0;
      this.#found = 0;
    }
    return true;
  }

  /** Note that a message came which was not found. @returns whether it came before, so that it is worth to be kept */
  meet(level: number, tag: number, { low, high }: Hash): boolean {
    const place = placeOf(level, tag, low);
    const mix = mixed(level, tag, high);
    this.#met = place;
    if (this.#hashes[2 * place] === low && this.#hashes[2 * place + 1] === mix) return true;
    this.#hashes[2 * place] = low;
    this.#hashes[2 * place + 1] = mix;
    this.#values[place] = undefined;
    return false;
  }

  /** Remember the message that was met last. */
  keep(value: Value): void {
    this.#values[this.#met] = value;
  }
}

/** 64 bits by which a text is known. */
export interface Hash {
  low: number;
  high: number;
}

/** The hash of a text that goes on with another. */
export function goOnWith(before: Hash, { low, high }: Hash): Hash {
  const mixedLow = Math.imul(before.low ^ ((low << 13) | (low >>> 19)), 0x85ebca6b);
  return {
    low: mixedLow ^ (mixedLow >>> 16) ^ low,
    high: Math.imul(before.high ^ high, 0x5bd1e995) ^ (before.high >>> 15),
  };
}

function placeOf(level: number, tag: number, low: number): number {
  return (low ^ (low >>> 16) ^ (level << 4) ^ tag) & (PLACES - 1);
}

function mixed(level: number, tag: number, high: number): number {
  return Math.imul(high ^ (level << 20) ^ tag, 0x5bd1e995);
}
