import { findHeaders, type EmbeddedHeader } from '../headers/embedded-headers.ts';
import { stripEnvelopes, type StrippedLine } from '../headers/envelopes.ts';
import type { CompiledProduct } from '../headers/compiled-product.ts';
import { QuoteTracker, type ByteRange } from '../lines/byte-range.ts';
import { endWithoutLineMarks } from './line-end-marks.ts';

/** A line for the repair steps: cleaned, and without marks of a line end. */
export class LogLine {
  readonly text: ByteRange;
  /** Bytes of the line as it was written, before cleaning. */
  readonly width: number;
  /** Whether a step took information from it, so that it must be read again when it recurs. */
  isNoted = false;
  /** Whether another product of the site wrote it. */
  isOfRival = false;
  readonly #product: CompiledProduct;
  #variants: StrippedLine[] | null = null;
  #embeddedHeaders: EmbeddedHeader[] | null = null;

  constructor(product: CompiledProduct, line: ByteRange, width = line.to - line.from) {
    this.#product = product;
    this.text = { ...line, to: endWithoutLineMarks(line.bytes, line.from, line.to) };
    this.width = width;
  }

  /** The line itself, then with one envelope after another stripped. */
  get variants(): StrippedLine[] {
    return (this.#variants ??= stripEnvelopes(this.#product, this.text));
  }

  /** The headers with a tag anywhere in the line. */
  get embeddedHeaders(): EmbeddedHeader[] {
    return (this.#embeddedHeaders ??= findHeaders(this.#product, this.text));
  }

  /** Whether the first of these headers is in quotation marks. */
  get isQuoted(): boolean {
    const [first] = this.embeddedHeaders;
    return first !== undefined && new QuoteTracker(this.text).containPosition(first.at);
  }
}
