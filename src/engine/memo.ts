/**
 * Messages that were read before, by their bytes: a log says the same again and again, and what it meant once it means every time.
 * There is one place for each few bits of a message's hash, and the last comer has it: what a log repeats now is what counts, and all
 * places stay in the processor's cache. Where few messages come again the memo rests, for it costs a look at every byte.
 */
import { Identity } from './identity.ts';

const PLACES = 1 << 12;
/** Of so many messages one in so many must come again to make it worth the while; else the memo rests for so many. */
const TRIAL = 1024;
const ONE_IN = 3;
const REST = 16 * TRIAL;

export class Memo<Value> {
  readonly #identity = new Identity();
  readonly #low = new Int32Array(PLACES);
  readonly #high = new Int32Array(PLACES);
  readonly #values: (Value | undefined)[] = new Array<Value | undefined>(PLACES).fill(undefined);
  #asked = 0;
  #found = 0;
  #rests = 0;
  #isAsked = false;

  /** What was remembered of a message with a level and a tag. */
  find(level: number, tag: number, bytes: Uint8Array, from: number, to: number): Value | undefined {
    this.#isAsked = this.#rests === 0;
    if (!this.#isAsked) {
      this.#rests--;
      return undefined;
    }
    if (this.#asked === TRIAL) {
      if (this.#found * ONE_IN < TRIAL) this.#rests = REST;
      this.#asked = this.#found = 0;
    }
    this.#asked++;
    const identity = this.#identity;
    identity.begin();
    identity.number(level);
    identity.number(tag);
    identity.text(bytes, from, to);
    const place = identity.low & (PLACES - 1);
    if (this.#low[place] !== identity.low || this.#high[place] !== identity.high) return undefined;
    const value = this.#values[place];
    if (value !== undefined) this.#found++;
    return value;
  }

  /** Remember the message that was just asked for and not found. */
  keep(value: Value): void {
    if (!this.#isAsked) return;
    const { low, high } = this.#identity;
    const place = low & (PLACES - 1);
    this.#low[place] = low;
    this.#high[place] = high;
    this.#values[place] = value;
  }
}
