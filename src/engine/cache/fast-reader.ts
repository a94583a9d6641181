/**
 * Reads the common line fast: one with an unambiguous header, which is a record by itself unless
 * the next line belongs to it. It is read in place in its chunk, and its meaning is looked up if
 * the same message came before. All other lines are left to RecordReader, which by itself would
 * give the same report.
 */
import type { ProductRecognition } from '../findings/recognition.ts';
import type { CompiledProduct } from '../headers/compiled-product.ts';
import { mayHaveSecondHeader } from '../headers/embedded-headers.ts';
import { NO_ENVELOPES } from '../headers/envelopes.ts';
import { mayBeginHeader, readForm, type Header } from '../headers/header.ts';
import type { HeaderForm } from '../headers/header-form.ts';
import { readJsonField, readJsonSender, readJsonSource } from '../headers/json-csv-fields.ts';
import { decode, decodeLine } from '../lines/bytes.ts';
import { copyRange, encodeRange, endsInStructure, type ByteRange } from '../lines/byte-range.ts';
import { cleanText, isPlainAscii } from '../lines/clean-line.ts';
import { MessageScan } from '../lines/scan.ts';
import { endWithoutLineMarks } from '../normalize/line-end-marks.ts';
import type { RecordBuilder } from '../records/record-builder.ts';
import { RecordReader, type LogReader, type ReaderOptions } from '../records/record-reader.ts';
import type { RecordSink } from '../records/record-sink.ts';
import type { ProductMatcher } from '../templates/matcher.ts';
import type { SourceNames } from '../sources/source-names.ts';
import { EnvelopeReader } from './envelope-reader.ts';
import { IgnoredLineCache } from './ignored-line-cache.ts';
import { RecordCache } from './record-cache.ts';

const BRACE = 123;

/** A line with an unambiguous header. It is a record unless the next line belongs to it. */
interface PendingLine {
  header: Header;
  /** The forms of its envelopes; null if it is JSON. */
  forms: readonly HeaderForm[] | null;
}

/** Reads common lines itself, and leaves the others to a RecordReader. */
export class FastReader<Known> implements LogReader {
  #pending: PendingLine | null = null;
  readonly #product: CompiledProduct;
  readonly #sink: RecordSink<Known>;
  readonly #isForwards: boolean;
  readonly #reader: RecordReader<Known>;
  readonly #builder: RecordBuilder<Known>;
  readonly #records = new RecordCache<Known>();
  readonly #ignoredLines: IgnoredLineCache;
  /** Results of scanning the current message and the pending one. */
  #scan = new MessageScan();
  #pendingScan = new MessageScan();
  /** The headers that can be read in only one way. */
  readonly #headerForms: readonly HeaderForm[];
  readonly #envelopes: EnvelopeReader;
  /** The program that the last line named, or null if the line was not JSON. */
  #sender: string | null = null;
  /** The host, pod or container that it named. */
  #source: string | null = null;

  constructor(
    matcher: ProductMatcher,
    sink: RecordSink<Known>,
    recognition: ProductRecognition,
    options: ReaderOptions = {},
  ) {
    const { product } = matcher;
    this.#product = product;
    this.#sink = sink;
    this.#isForwards = options.isForwards ?? true;
    this.#reader = new RecordReader(matcher, sink, recognition, options);
    this.#builder = this.#reader.builder;
    this.#ignoredLines = new IgnoredLineCache(matcher.literalWords, this.#builder.messages);
    this.#envelopes = new EnvelopeReader(product.fitter);
    this.#headerForms = product.fields
      ? []
      : product.headerForms.filter(({ isUnambiguous }) => isUnambiguous);
  }

  get lines(): number {
    return this.#reader.lines;
  }

  get sources(): SourceNames {
    return this.#reader.sources;
  }

  pushLine(bytes: Uint8Array, from: number, to: number): void {
    const reader = this.#reader;
    const isBetweenRecords = this.#pending === null;
    if (reader.awaitsLine) return void reader.pushLine(bytes, from, to);
    if (isBetweenRecords) {
      this.#scan.scanText(bytes, from, to);
      if (this.#isIgnorable(bytes, from, to)) return reader.countLine(to - from);
    }
    const line = { bytes, from, to };
    if (this.#takeJson(line) || this.#takeLine(line)) return;
    if (this.#pending) this.#openPending(this.#pending);
    const hadNoEffect = reader.pushLine(bytes, from, to);
    if (isBetweenRecords && hadNoEffect) this.#ignoredLines.cacheLastLine(from, to);
    this.#learnEnvelopes(line);
  }

  #isIgnorable(bytes: Uint8Array, from: number, to: number): boolean {
    const { isAscii, hasAmpersand } = this.#scan;
    const mayBe = this.#builder.open === null && isAscii && !hasAmpersand;
    return this.#ignoredLines.isIgnorable(bytes, from, to, mayBe);
  }

  /** Hold a line of JSON from the program and the source of the last line. */
  #takeJson({ bytes, from, to }: ByteRange): boolean {
    if (this.#sender === null || bytes[from] !== BRACE) return false;
    const text = decode(bytes, from, to);
    const message = readJsonField(this.#product['json-fields'], text);
    if (
      message === null ||
      this.#senderOf(text) !== this.#sender ||
      this.#sourceOf(text) !== this.#source
    )
      return false;
    const line = encodeRange(message);
    const header = this.#readHeader(line);
    return header !== null && this.#hold({ header, forms: null }, to - from, 0);
  }

  /** Hold a line with an unambiguous header at its start or after the expected envelopes. */
  #takeLine(line: ByteRange): boolean {
    const { bytes, from, to } = line;
    const envelopes = this.#envelopes;
    if (envelopes.forms.length > 0) {
      const at = envelopes.readEnvelopes(line);
      const header = at < 0 ? null : this.#readHeader({ bytes, from: at, to });
      // The envelopes may have a time that is not read here, such as one without a year.
      if (header && (header.time !== 0 || envelopes.time !== 0))
        return this.#hold({ header, forms: envelopes.forms }, to - from, envelopes.time);
    }
    const header = this.#readHeader(line);
    if (!header) return false;
    envelopes.expectNone();
    return this.#hold({ header, forms: NO_ENVELOPES }, to - from, 0);
  }

  #readHeader(line: ByteRange): Header | null {
    if (!mayBeginHeader(this.#product, line.bytes[line.from])) return null;
    for (const form of this.#headerForms) {
      const header = readForm(this.#product, form, line);
      if (header) return header;
    }
    return null;
  }

  /** Expect the envelopes of the line with which a record just began. */
  #learnEnvelopes(line: ByteRange): void {
    const { open } = this.#builder;
    if (open?.line !== this.lines || open.headers[0]?.level === 0) return;
    const isJson = open.envelopes === null && line.bytes[line.from] === BRACE;
    const text = isJson ? decode(line.bytes, line.from, line.to) : '';
    this.#sender = isJson ? this.#senderOf(text) : null;
    this.#source = this.#sourceOf(text);
    if (open.envelopes && open.envelopes.length > 0)
      this.#envelopes.expectLike(open.envelopes, line);
    else this.#envelopes.expectNone();
  }

  #senderOf(json: string): string {
    return readJsonSender(this.#product['json-programs'], json) ?? '';
  }

  #sourceOf(json: string): string | null {
    return readJsonSource(this.#product['json-sources'], json);
  }

  /**
   * Hold a line until the next one shows whether more belongs to it.
   *
   * @param time that of its envelopes
   * @returns whether it has no second header, and no structure that may continue on the next line
   */
  #hold(line: PendingLine, width: number, time: number): boolean {
    const { header } = line;
    const { bytes, from, to } = header;
    this.#scan.scanText(bytes, from, to);
    const { isAscii, hasBracket, hasAmpersand } = this.#scan;
    if (
      (line.forms === null && !isAscii) ||
      (hasBracket && mayHaveSecondHeader(bytes, from, to)) ||
      (hasAmpersand && this.#isForwards && endsInStructure(header))
    )
      return false;
    this.closeRecord();
    const { clockOffset } = this.#builder;
    clockOffset.learnOffset(time, header.time);
    header.time ||= clockOffset.toOwnClock(time);
    [this.#scan, this.#pendingScan] = [this.#pendingScan, this.#scan];
    this.#pending = line;
    this.#reader.countLine(width);
    return true;
  }

  release(): void {
    if (this.#pending) Object.assign(this.#pending.header, copyRange(this.#pending.header));
    this.#reader.release();
  }

  skip(lines: number): void {
    this.closeRecord();
    this.#reader.skip(lines);
  }

  closeRecord(): void {
    const pending = this.#pending;
    if (!pending) return this.#reader.closeRecord();
    const { level, tag, time } = pending.header;
    const known = this.#records.findValue(level, tag, this.#pendingScan);
    if (known !== undefined) {
      this.#pending = null;
      return this.#sink.repeatRecord(this.lines, time, known);
    }
    this.#openPending(pending);
    const read = this.#builder.closeRecord();
    if (read !== null) this.#records.storeValue(level, tag, this.#pendingScan, read);
  }

  /** Turn the pending line into an open record. */
  #openPending({ header, forms }: PendingLine): void {
    this.#pending = null;
    const { bytes, from } = header;
    const to = endWithoutLineMarks(bytes, from, header.to);
    const text = isPlainAscii(bytes, from, to)
      ? null
      : encodeRange(cleanText(decodeLine(bytes, from, to)));
    this.#builder.moveToLine(this.lines, this.#reader.width);
    this.#builder.startRecord([{ ...header, to, ...text }], { envelopes: forms });
  }
}
