/**
 * Messages that were read before, by their bytes: a log says the same again and again, and what it meant once it means every time.
 * Where few messages come again the memo gives itself up, for it costs a look at every byte.
 */
import { Identity, IdentityTable } from './identity.ts';

/** Messages that are remembered, and how often one must come again to make it worth the while: one of so many. */
const MAX_MESSAGES = 1 << 16;
const TRIAL = 4096;
const ONE_IN = 8;

export class Memo<Value> {
  readonly #identity = new Identity();
  readonly #table = new IdentityTable<Value>();
  #size = 0;
  #asked = 0;
  #found = 0;

  /** What was remembered of a message with a level and a tag, if the memo is still in use. */
  find(level: number, tag: number, bytes: Uint8Array, from: number, to: number): Value | undefined {
    if (this.#asked >= TRIAL) {
      if (this.#found * ONE_IN < this.#asked) return undefined;
      this.#asked = this.#found = 0;
    }
    this.#asked++;
    this.#identity.begin();
    this.#identity.number(level);
    this.#identity.number(tag);
    this.#identity.text(bytes, from, to);
    const value = this.#table.get(this.#identity);
    if (value !== undefined) this.#found++;
    return value;
  }

  /** Remember the message that was just asked for and not found. */
  keep(value: Value): void {
    if (this.#size >= MAX_MESSAGES || this.#asked >= TRIAL) return;
    this.#size++;
    this.#table.set(this.#identity, value);
  }
}
