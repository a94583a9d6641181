import { NO_TAG } from '../tags.ts';
import { MIN_WINDOW } from './cut-line.ts';
import type { Headless } from './headless.ts';
import { Memo } from './memo.ts';
import { Shape, type LiteralWords } from './shape.ts';

/** A shorter log is read faster than all is made that looking needs. */
const SHORT = 128;

/**
 * Lines that change nothing where no record is open, by their shape: what the other programs of a system write into its journal is mostly
 * such, and is not read again and again to find that.
 */
export class IdleLines {
  readonly #headless: Headless;
  /** Of the line that was looked for last; whether a line is as wide as a window tells whether it may have been cut there. */
  readonly #shape: Shape;
  #hasShape = false;
  #shapes = new Memo<true>();
  #looked = 0;
  /** Names that had been adopted when the first of them was kept: their lines are the product's from then on. */
  #adopted = 0;

  constructor(words: LiteralWords, headless: Headless) {
    this.#shape = new Shape(words);
    this.#headless = headless;
  }

  /** Whether a line is one of them. @param mayBe it is of plain ASCII without entities, and no record is open */
  has(bytes: Uint8Array, from: number, to: number, mayBe: boolean): boolean {
    if (this.#headless.adopted !== this.#adopted) {
      this.#adopted = this.#headless.adopted;
      this.#shapes = new Memo();
    }
    this.#hasShape =
      mayBe && ++this.#looked > SHORT && this.#shape.read(bytes, from, to, to - from >= MIN_WINDOW);
    return this.#hasShape && this.#shapes.find(0, NO_TAG, this.#shape) !== undefined;
  }

  /** Keep the line that was looked for last, once its shape comes again. */
  keep(): void {
    if (this.#hasShape && this.#shapes.meet(0, NO_TAG, this.#shape)) this.#shapes.keep(true);
  }
}
