/**
 * Groups lines into records. A record begins at a header or at a standalone message; the lines that
 * follow belong to it (normalize/steps.ts decides). cache/fast-reader.ts does the same for common
 * lines, faster.
 */
import type { ProductRecognition } from '../findings/recognition.ts';
import { readHeaders } from '../headers/header.ts';
import { stripEnvelopes } from '../headers/envelopes.ts';
import type { CompiledProduct } from '../headers/compiled-product.ts';
import { NO_TAG } from '../headers/tags.ts';
import { trimmedEnd } from '../lines/bytes.ts';
import { endsInStructure, type ByteRange } from '../lines/byte-range.ts';
import type { LineSink } from '../lines/line-reader.ts';
import { HeaderlessLines } from '../normalize/headerless-lines.ts';
import type { ProductMatcher } from '../templates/matcher.ts';
import type { SourceNames } from '../sources/source-names.ts';
import { MAX_FURTHER_LINES, RecordBuilder } from './record-builder.ts';
import type { RecordSink } from './record-sink.ts';

/** Groups the lines of a log into records. */
export interface LogReader extends LineSink {
  /** The number of lines read so far. */
  readonly lines: number;
  /** The hosts, pods and containers that wrote messages of the product. */
  readonly sources: SourceNames;
  /** Count lines that the log leaves out. No record continues across them. */
  skip(lines: number): void;
  closeRecord(): void;
}

/** Options of a reader. */
export interface ReaderOptions {
  /**
   * Whether the bytes passed to the sink, and the chains that refer to them, must stay valid after
   * the call.
   */
  bytesStayValid?: boolean;
  /** Whether the log is in the order in which it was written. */
  isForwards?: boolean;
  /** Whether the log is a short paste, whose messages may lack their header or their end. */
  isShort?: boolean;
  /** Whether to use the caches (cache/), which do not change the report. */
  isFast?: boolean;
}

/** Groups lines into records and reads each record's chain. */
export class RecordReader<Known> implements LogReader {
  readonly builder: RecordBuilder<Known>;
  #line = 0;
  /**
   * For a record that ends inside a structure (`{…`): its time, and how many more lines it may
   * have.
   */
  #structure: { time: number; left: number } | null = null;
  readonly #product: CompiledProduct;
  readonly #isForwards: boolean;
  readonly #lines: HeaderlessLines;

  constructor(
    matcher: ProductMatcher,
    sink: RecordSink<Known>,
    recognition: ProductRecognition,
    { isForwards = true, isShort = false }: ReaderOptions = {},
  ) {
    this.#product = matcher.product;
    this.#isForwards = isForwards;
    this.builder = new RecordBuilder(matcher, sink, isShort);
    this.#lines = new HeaderlessLines(matcher, this.builder, recognition, isShort);
  }

  get lines(): number {
    return this.#line;
  }

  get sources(): SourceNames {
    return this.builder.sources;
  }

  /** Whether the next line may complete an unfinished one. */
  get awaitsLine(): boolean {
    return this.#structure !== null || this.#lines.hasHeldLine;
  }

  /** Count a line that was read elsewhere. */
  countLine(): void {
    this.#line++;
  }

  /**
   * Read a line.
   *
   * @returns whether it had no effect
   */
  pushLine(bytes: Uint8Array, from: number, to: number): boolean {
    this.countLine();
    if (this.#lines.hasHeldLine && this.#lines.continueHeldLine(bytes, from, to, this.#line))
      return false;
    if (this.#structure && this.#continueStructure(this.#structure, { bytes, from, to }))
      return false;
    this.builder.moveToLine(this.#line);
    const hadNoEffect = this.#lines.pushLine(bytes, from, to);
    this.#noteStructure();
    return hadNoEffect;
  }

  /** Note whether a record begins on this line and ends inside a structure. */
  #noteStructure(): void {
    const { open } = this.builder;
    const header = open?.headers[0];
    if (
      this.#isForwards &&
      open?.line === this.#line &&
      !open.allowsTrailingText &&
      header &&
      header.tag !== NO_TAG &&
      endsInStructure(header)
    )
      this.#structure = { time: header.time, left: MAX_FURTHER_LINES };
  }

  /**
   * Add a line to an unfinished structure. It continues to its closing brace, because log lines may
   * be among its values; only a header with a later time ends it earlier.
   */
  #continueStructure(structure: { time: number; left: number }, line: ByteRange): boolean {
    if (
      this.#isLater(line, structure.time) ||
      structure.left-- === 0 ||
      !this.builder.extendTo(this.#line)
    ) {
      this.#structure = null;
      return false;
    }
    if (line.bytes[trimmedEnd(line.bytes, line.from, line.to) - 1] === 125) this.closeRecord();
    return true;
  }

  #isLater(line: ByteRange, time: number): boolean {
    return stripEnvelopes(this.#product, line).some((variant) =>
      readHeaders(this.#product, variant).some(
        (header) => header.tag !== NO_TAG && header.time > time,
      ),
    );
  }

  release(): void {
    this.builder.release();
  }

  skip(lines: number): void {
    this.closeRecord();
    this.#line += lines;
  }

  /** Close the open record, if any. */
  closeRecord(): void {
    this.#structure = null;
    this.#lines.closeHeldLine();
    this.builder.closeRecord();
  }
}
