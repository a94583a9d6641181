/** What the records of one line meant that came before, by their hash (memo.ts) and by that of their shape (shape.ts). */
import { restOf, type Chain } from '../chain.ts';
import { MAX_REST } from '../findings/finding-table.ts';
import type { Header } from '../heads/header.ts';
import { Memo, type Hash } from './memo.ts';
import type { RecordSink } from './record-sink.ts';
import { Shape, type LiteralWords } from './shape.ts';

export class Remembered<Known> {
  readonly #sink: RecordSink<Known>;
  readonly #messages = new Memo<Known>();
  readonly #shapes = new Memo<Known>();
  /** The shape that was looked for last. */
  readonly #shape: Shape;
  #hasShape = false;

  constructor(sink: RecordSink<Known>, words: LiteralWords) {
    this.#sink = sink;
    this.#shape = new Shape(words);
  }

  /** Hand a message on, if the same came before. */
  takes(line: number, { level, tag, time }: Header, hash: Hash): boolean {
    this.#hasShape = false;
    const known = this.#messages.find(level, tag, hash);
    if (known !== undefined) this.#sink.again(line, time, known);
    return known !== undefined;
  }

  /** Hand a message on that ends at `to`, if one of its shape came before. */
  takesAlike(line: number, { level, tag, time, bytes, from }: Header, to: number): boolean {
    this.#hasShape =
      this.#sink.alike !== undefined &&
      this.#shapes.isWorthLooking() &&
      this.#shape.read(bytes, from, to, to - from > MAX_REST);
    const known = this.#hasShape ? this.#shapes.find(level, tag, this.#shape) : undefined;
    if (known !== undefined) this.#sink.alike?.(line, time, known, bytes, from, this.#shape);
    return known !== undefined;
  }

  /** Keep what a message meant, if it came before: the same is looked for by its hash. */
  keep(known: Known | null, { level, tag }: Header, hash: Hash): void {
    if (known !== null && this.#messages.meet(level, tag, hash)) this.#messages.keep(known);
  }

  /** Keep what a message meant for those of the shape that was looked for last; where only a part of a long one counts, its shape does not tell. */
  keepAlike(
    known: Known | null,
    chain: Chain | null,
    { level, tag, from }: Header,
    to: number,
  ): void {
    if (
      known === null ||
      !this.#hasShape ||
      (to - from > MAX_REST && (chain === null || restOf(chain) !== null))
    )
      return;
    if (!this.#shapes.meet(level, tag, this.#shape)) return;
    const alike = this.#sink.withShape?.(known, chain, from, this.#shape);
    if (alike) this.#shapes.keep(alike);
  }
}
