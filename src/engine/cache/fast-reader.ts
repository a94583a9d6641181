/**
 * Reads the common line fast: one with a header like the last one, which is a record by itself
 * unless the next line belongs to it. It is read in place in its chunk, and its meaning is looked
 * up if the same message, or one of the same shape, came before. All other lines are left to
 * RecordReader, which by itself would give the same report.
 */
import { findCandidates, readCandidates, unmatchedRestOf } from '../chains/chain.ts';
import type { Chain, ReadOptions } from '../chains/chain-links.ts';
import { readFallbackCause } from '../chains/fallback-cause.ts';
import type { ProductRecognition } from '../findings/recognition.ts';
import { mayHaveSecondHeader } from '../headers/embedded-headers.ts';
import { NO_ENVELOPES } from '../headers/envelopes.ts';
import type { CompiledProduct } from '../headers/compiled-product.ts';
import type { Header } from '../headers/header.ts';
import type { HeaderForm } from '../headers/header-form.ts';
import { NO_TAG } from '../headers/tags.ts';
import { decodeLine, trimmedEnd } from '../lines/bytes.ts';
import { copyRange, encodeRange, endsInStructure, type ByteRange } from '../lines/byte-range.ts';
import { cleanText, hasEntity, isPlainAscii } from '../lines/clean-line.ts';
import { MessageScan } from '../lines/scan.ts';
import { endWithoutLineMarks } from '../normalize/line-end-marks.ts';
import { CUT_MARK_ENDS, hasCutMark } from '../normalize/truncated-end.ts';
import { mayBeCut, readCutMessage } from '../normalize/fragment.ts';
import { MAX_UNWRAPPED_LINES, type RecordBuilder } from '../records/record-builder.ts';
import { RecordReader, type LogReader, type ReaderOptions } from '../records/record-reader.ts';
import type { RecordSink } from '../records/record-sink.ts';
import { matchesNoTemplate } from '../records/trie-hints.ts';
import type { ProductMatcher } from '../templates/matcher.ts';
import type { SourceNames } from '../sources/source-names.ts';
import { EnvelopeReader } from './envelope-reader.ts';
import { HeaderReader } from './header-reader.ts';
import { IgnoredLineCache } from './ignored-line-cache.ts';
import { JsonLine } from './json-line.ts';
import { RecordCache } from './record-cache.ts';

/** Reads common lines itself, and leaves the others to a RecordReader. */
export class FastReader<Known> implements LogReader {
  /**
   * Whether a line with an unambiguous header is held: it is a record unless the next line belongs
   * to it.
   */
  #isPending = false;
  #pendingForms: readonly HeaderForm[] | null = NO_ENVELOPES;
  readonly #pending: Header = {
    level: 0,
    tag: NO_TAG,
    time: 0,
    bytes: new Uint8Array(0),
    from: 0,
    to: 0,
  };
  readonly #matcher: ProductMatcher;
  readonly #product: CompiledProduct;
  readonly #sink: RecordSink<Known>;
  readonly #isForwards: boolean;
  readonly #reader: RecordReader<Known>;
  readonly #builder: RecordBuilder<Known>;
  readonly #records: RecordCache<Known>;
  readonly #ignoredLines: IgnoredLineCache;
  /** Results of scanning the current message and the held one. */
  #scan = new MessageScan();
  #pendingScan = new MessageScan();
  readonly #header: HeaderReader;
  readonly #json: JsonLine;
  /** The program that the last line named, or null if the line was not JSON. */
  #sender: string | null = null;
  /** The host, pod or container that it named. */
  #source = '';
  readonly #envelopes: EnvelopeReader;
  /** Options for the common record, reused. */
  readonly #options: ReadOptions;

  constructor(
    matcher: ProductMatcher,
    sink: RecordSink<Known>,
    recognition: ProductRecognition,
    options: ReaderOptions = {},
  ) {
    const { bytesStayValid = false, isForwards = true } = options;
    this.#matcher = matcher;
    const { product } = matcher;
    this.#product = product;
    this.#sink = sink;
    this.#isForwards = isForwards;
    this.#reader = new RecordReader(matcher, sink, recognition, options);
    this.#builder = this.#reader.builder;
    this.#records = new RecordCache(sink, matcher.literalWords);
    this.#ignoredLines = new IgnoredLineCache(matcher.literalWords, this.#builder.messages);
    this.#envelopes = new EnvelopeReader(product.fitter);
    this.#header = new HeaderReader(product);
    this.#json = new JsonLine(
      product['json-fields'],
      product['json-programs'],
      product['json-sources'],
      bytesStayValid,
    );
    this.#options = { ...this.#builder.interpreter.options, oneLine: true };
  }

  get lines(): number {
    return this.#reader.lines;
  }

  get sources(): SourceNames {
    return this.#reader.sources;
  }

  pushLine(bytes: Uint8Array, from: number, to: number): void {
    const reader = this.#reader;
    if (reader.awaitsLine) return void reader.pushLine(bytes, from, to);
    if (!this.#isPending) {
      this.#scan.scanText(bytes, from, to);
      if (this.#isIgnorable(bytes, from, to)) return reader.countLine();
    }
    if (this.#takeJson(bytes, from, to)) return;
    if (this.#readHeader(bytes, from, to)) {
      this.#scan.scanText(bytes, this.#header.end, to);
      if (this.#isSingle(bytes, to))
        return this.#hold(bytes, to, this.#envelopes.forms, this.#envelopes.time);
    }
    if (this.#isPending) this.#openPending();
    if (reader.pushLine(bytes, from, to)) this.#ignoredLines.cacheLastLine();
    this.#learnEnvelopes({ bytes, from, to });
  }

  #isIgnorable(bytes: Uint8Array, from: number, to: number): boolean {
    const { isAscii, hasAmpersand } = this.#scan;
    const isCandidate = this.#builder.open === null && isAscii && !hasAmpersand;
    return this.#ignoredLines.isIgnorable(bytes, from, to, isCandidate);
  }

  #takeJson(bytes: Uint8Array, from: number, to: number): boolean {
    const json = this.#json;
    if (
      bytes[from] !== 123 ||
      this.#product.fields ||
      !json.readMessage(bytes, from, to) ||
      json.sender !== this.#sender ||
      json.source !== this.#source ||
      !this.#header.readHeader(json.bytes, 0, json.to)
    )
      return false;
    this.#scan.scanText(json.bytes, this.#header.end, json.to);
    if (!this.#isSingle(json.bytes, json.to)) return false;
    this.#hold(json.bytes, json.to, null, 0);
    return true;
  }

  /** Read an unambiguous header at the start of the line or after the expected envelopes. */
  #readHeader(bytes: Uint8Array, from: number, to: number): boolean {
    if (this.#envelopes.depth > 0) {
      const at = this.#envelopes.readEnvelopes(bytes, from, to);
      if (at >= 0 && this.#readHeaderAt(bytes, at, to)) return true;
      if (!this.#header.readHeader(bytes, from, to)) return false;
      this.#envelopes.expectNone();
      return true;
    }
    return this.#header.readHeader(bytes, from, to);
  }

  /** Read a header, unless its only time is in an envelope and EnvelopeReader cannot read it. */
  #readHeaderAt(bytes: Uint8Array, from: number, to: number): boolean {
    return (
      this.#header.readHeader(bytes, from, to) &&
      (this.#header.time !== 0 || !this.#envelopes.hasOtherTime)
    );
  }

  /** Expect the envelopes of the line that just began a record. */
  #learnEnvelopes(line: ByteRange): void {
    const { open } = this.#builder;
    if (open?.line !== this.lines || open.headers[0]?.level === 0) return;
    const isJson = open.envelopes === null && line.bytes[line.from] === 123;
    this.#sender = isJson ? this.#json.sender : null;
    this.#source = this.#json.source;
    if (open.envelopes && open.envelopes.length > 0)
      this.#envelopes.expectLike(open.envelopes, line);
    else this.#envelopes.expectNone();
  }

  /**
   * Return whether the line that was just read has no second header, and no structure that may
   * continue on the next line.
   */
  #isSingle(bytes: Uint8Array, to: number): boolean {
    const { hasBracket, hasAmpersand } = this.#scan;
    const from = this.#header.end;
    return (
      !(hasBracket && mayHaveSecondHeader(bytes, from, to)) &&
      !(hasAmpersand && this.#isForwards && endsInStructure({ bytes, from, to }))
    );
  }

  /** Hold the line that was just read until the next one shows whether more belongs to it. */
  #hold(bytes: Uint8Array, to: number, forms: readonly HeaderForm[] | null, time: number): void {
    const { level, tag, time: ownTime, end } = this.#header;
    this.closeRecord();
    this.#builder.clockOffset.learnOffset(time, ownTime);
    const scan = this.#scan;
    this.#scan = this.#pendingScan;
    this.#pendingScan = scan;
    const pending = this.#pending;
    pending.level = level;
    pending.tag = tag;
    pending.time = ownTime || this.#builder.clockOffset.toOwnClock(time);
    pending.bytes = bytes;
    pending.from = end;
    pending.to = to;
    this.#pendingForms = forms;
    this.#isPending = true;
    this.#reader.countLine();
  }

  release(): void {
    if (this.#isPending) Object.assign(this.#pending, copyRange(this.#pending));
    this.#reader.release();
  }

  skip(lines: number): void {
    this.closeRecord();
    this.#reader.skip(lines);
  }

  closeRecord(): void {
    if (!this.#isPending) return this.#reader.closeRecord();
    this.#isPending = false;
    if (this.#records.replayMessage(this.lines, this.#pending, this.#pendingScan)) return;
    this.#closePending();
  }

  /** Close the held line as a record. Most such lines match no template. */
  #closePending(): void {
    const pending = this.#pending;
    const { level, tag, bytes, from } = pending;
    const to = trimmedEnd(bytes, from, endWithoutLineMarks(bytes, from, pending.to));
    const isProblem = level >= this.#product.problemLevel;
    const isPlain = this.#isPlain(to);
    // For records below problem level the check for candidates below is cheaper than the cache.
    if (isProblem && isPlain && this.#records.replayShape(this.lines, pending, to)) return;
    const count = findCandidates(this.#matcher, { bytes, from, to });
    if (
      count === 0 &&
      matchesNoTemplate(this.#matcher, level, tag, bytes, to) &&
      !(CUT_MARK_ENDS.includes(bytes[to - 1]) && hasCutMark(pending))
    )
      return this.#addUnknown(to, isProblem);
    if (isPlain) {
      if (!isProblem && this.#records.replayShape(this.lines, pending, to)) return;
      return this.#addKnown(to, count);
    }
    this.#openPending();
    this.#records.cacheMessage(this.#builder.closeRecord(), pending, this.#pendingScan);
  }

  /** Return whether cleaning leaves the held message unchanged. */
  #isPlain(to: number): boolean {
    const { bytes, from } = this.#pending;
    const { isAscii, hasAmpersand } = this.#pendingScan;
    return isAscii ? !hasAmpersand || !hasEntity(bytes, from, to) : isPlainAscii(bytes, from, to);
  }

  /** Add the held line, whose message matches no template. */
  #addUnknown(to: number, isProblem: boolean): void {
    const cause = readFallbackCause(this.#matcher, this.#pending);
    const kept = this.#addPending(cause);
    if (!isProblem) return;
    if (cause === null) this.#records.cacheShape(kept, null, this.#pending, to);
    this.#records.cacheMessage(kept, this.#pending, this.#pendingScan);
  }

  /** Add the held line, whose message begins like some templates. */
  #addKnown(to: number, count: number): void {
    const pending = this.#pending;
    const { level, tag, bytes, from } = pending;
    this.#options.level = level;
    this.#options.tag = tag;
    const chain = readCandidates(this.#matcher, { bytes, from, to }, this.#options, 0, count);
    const read = mayBeCut({ ...pending, to }, chain)
      ? readCutMessage(this.#matcher, { ...pending, to }, chain)
      : chain;
    if (this.#addWithExit(to, read)) return;
    const known = read ?? readFallbackCause(this.#matcher, pending);
    const kept = this.#addPending(known);
    if (known === chain) this.#records.cacheShape(kept, chain, pending, to);
    this.#records.cacheMessage(kept, pending, this.#pendingScan);
  }

  /** Add the held line as two records if the program's exit follows its message. */
  #addWithExit(to: number, chain: Chain | null): boolean {
    if (this.lines > MAX_UNWRAPPED_LINES || (chain && unmatchedRestOf(chain) === null))
      return false;
    const exit = this.#builder.messages.findExitAfterMessage({ ...this.#pending, to });
    if (exit < 0) return false;
    this.#builder.moveToLine(this.lines);
    this.#builder.startWithExit({ ...this.#pending, to }, exit);
    this.#builder.closeRecord();
    return true;
  }

  #addPending(chain: Chain | null): Known | null {
    return this.#sink.addRecord(this.lines, this.lines, this.#pending, chain);
  }

  /** Turn the held line into an open record. */
  #openPending(): void {
    this.#isPending = false;
    const { bytes, from } = this.#pending;
    const to = endWithoutLineMarks(bytes, from, this.#pending.to);
    const copy = this.#json.ownsBuffer(bytes) ? copyRange(this.#pending) : null;
    const text = isPlainAscii(bytes, from, to)
      ? copy
      : encodeRange(cleanText(decodeLine(bytes, from, to)));
    this.#builder.openRecord({
      headers: [{ ...this.#pending, to, ...text }],
      furtherLines: [],
      line: this.lines,
      endLine: this.lines,
      allowsTrailingText: false,
      envelopes: this.#pendingForms,
      isInForeignText: false,
      labelColumn: null,
      read: null,
    });
  }
}
