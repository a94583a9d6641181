import type { Hash64 } from '../cache/direct-mapped-cache.ts';
import type { Chain } from '../chains/chain-links.ts';
import {
  findHeaders,
  stripEnvelopes,
  type CompiledProduct,
  type EmbeddedHeader,
  type StrippedLine,
} from '../headers/header.ts';
import type { Tags } from '../headers/tags.ts';
import type { ByteRange } from '../lines/byte-range.ts';
import { endWithoutLineMarks } from './line-end-marks.ts';

/** What else is known of a line. */
export interface LineFacts {
  /** Bytes of the line as it was written, before cleaning. */
  width?: number;
  /** Hash of the line as it was written, if it may be cached. */
  hash?: Hash64 | null;
}

/** A line that the steps read: cleaned, and without marks of its end. */
export class LogLine {
  readonly text: ByteRange;
  /** Bytes of the line as it was written, before cleaning. */
  readonly width: number;
  /** Hash of the line as it was written; null if it must not be cached. */
  hash: Hash64 | null;
  /** Its meaning as a standalone message, if that is known already. */
  message: Chain | null | undefined;
  readonly #product: CompiledProduct;
  readonly #tags: Tags;
  #variants: StrippedLine[] | null = null;
  #embeddedHeaders: EmbeddedHeader[] | null = null;

  constructor(product: CompiledProduct, tags: Tags, line: ByteRange, facts: LineFacts = {}) {
    const { width = line.to - line.from, hash = null } = facts;
    this.#product = product;
    this.#tags = tags;
    this.text = { ...line, to: endWithoutLineMarks(line.bytes, line.from, line.to) };
    this.width = width;
    this.hash = hash;
  }

  /** Return the same line with its text copied elsewhere. */
  withText(text: ByteRange): LogLine {
    return new LogLine(this.#product, this.#tags, text, { width: this.width, hash: this.hash });
  }

  /** The line with more and more of its envelopes stripped, the whole line first. */
  get variants(): StrippedLine[] {
    return (this.#variants ??= stripEnvelopes(this.#product, this.text));
  }

  /** The headers with a tag anywhere in the line. */
  get embeddedHeaders(): EmbeddedHeader[] {
    return (this.#embeddedHeaders ??= findHeaders(this.#product, this.#tags, this.text));
  }
}
