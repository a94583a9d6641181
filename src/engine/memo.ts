/**
 * Messages that were read before: a log says the same again and again, and what it meant once it means every time. A message is known
 * by its hash (scan.ts), its level and its tag. There is one place for each few bits of the hash, and the last comer has it: what a log
 * repeats now is what counts, and all places stay in the processor's cache. Where few messages come again the memo rests, for what it
 * keeps has to be carried along by the garbage collector.
 */
import type { Scan } from './scan.ts';

const PLACES = 1 << 12;
/** Of so many messages one in so many must come again to make it worth the while; else the memo rests for so many. */
const TRIAL = 1024;
const ONE_IN = 8;
const REST = 16 * TRIAL;

export class Memo<Value> {
  readonly #low = new Int32Array(PLACES);
  readonly #high = new Int32Array(PLACES);
  readonly #values: (Value | undefined)[] = new Array<Value | undefined>(PLACES).fill(undefined);
  #kept = 0;
  #found = 0;
  #rests = 0;

  /** What was remembered of a message with a level and a tag. */
  find(level: number, tag: number, { low, high }: Hash): Value | undefined {
    const place = placeOf(level, tag, low);
    if (this.#low[place] !== low || this.#high[place] !== mixed(level, tag, high)) return undefined;
    this.#found++;
    return this.#values[place];
  }

  /** Remember a message that was not found. */
  keep(level: number, tag: number, { low, high }: Hash, value: Value): void {
    if (this.#rests > 0) {
      this.#rests--;
      return;
    }
    if (++this.#kept === TRIAL) {
      if (this.#found * ONE_IN < TRIAL) this.#rests = REST;
      this.#kept = this.#found = 0;
    }
    const place = placeOf(level, tag, low);
    this.#low[place] = low;
    this.#high[place] = mixed(level, tag, high);
    this.#values[place] = value;
  }
}

type Hash = Pick<Scan, 'low' | 'high'>;

function placeOf(level: number, tag: number, low: number): number {
  return (low ^ (low >>> 16) ^ (level << 4) ^ tag) & (PLACES - 1);
}

function mixed(level: number, tag: number, high: number): number {
  return Math.imul(high ^ (level << 20) ^ tag, 0x5bd1e995);
}
