/**
 * Groups lines into records. A record begins at a header or at a standalone message
 * (headerless-lines.ts); the lines that follow belong to it (open-record.ts).
 *
 * The common line, with a header like the last one, is read in place in its chunk and is a record
 * by itself unless the next line belongs to it. Only lines beyond plain ASCII or without such a
 * header are cleaned first.
 */
import { candidatesAt, readAt, unmatchedRestOf } from '../chains/chain.ts';
import type { ReadOptions } from '../chains/chain-links.ts';
import { cleanText, hasEntity, isPlainAscii } from '../lines/clean-line.ts';
import type { ProductRecognition } from '../findings/recognition.ts';
import { breakOffCounter } from '../templates/fit.ts';
import type { ClockOffset } from '../headers/clock-offset.ts';
import type { EnvelopeReader } from '../headers/envelope-reader.ts';
import { HeaderReader } from '../headers/header-reader.ts';
import {
  mayHaveSecondHeader,
  NO_ENVELOPES,
  type HeaderForm,
  type Header,
  type CompiledProduct,
} from '../headers/header.ts';
import { JsonLine } from '../headers/json-line.ts';
import { endWithoutLineMarks } from '../normalize/line-end-marks.ts';
import type { Matcher } from '../templates/matcher.ts';
import { MAX_LINE } from '../lines/line-reader.ts';
import { readFallbackCause } from '../chains/fallback-cause.ts';
import type { RecordInterpreter } from './record-interpreter.ts';
import { MAX_UNWRAPPED_LINES, MAX_FURTHER_LINES, RecordBuilder } from './record-builder.ts';
import type { RecordSink } from './record-sink.ts';
import { RecordCache } from '../cache/record-cache.ts';
import { HeaderlessLines } from '../normalize/headerless-lines.ts';
import { lacksCause, matchesNoTemplate } from './trie-hints.ts';
import { MessageScan } from '../lines/scan.ts';
import { endsInStructure, copyRange, encodeRange } from '../lines/byte-range.ts';
import { hasCutMark, MARK_ENDS } from '../normalize/truncated-end.ts';
import { NO_TAG } from '../headers/tags.ts';
import { decodeLine, trimmedEnd } from '../lines/bytes.ts';

/** Options of a reader. */
interface RecordReaderOptions {
  /**
   * Whether the bytes passed to the sink, and the chains that refer to them, must stay valid after
   * the call.
   */
  stays?: boolean;
  /** Whether each line was written after the one before it. */
  isForwards?: boolean;
}

/** Groups lines into records and reads each record's chain. */
export class RecordReader<Known> {
  #line = 0;
  /** Bytes of the current line, including its prefix. */
  #width = 0;
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
  /**
   * Time of the open record if it is an unfinished structure, and how many more lines it may have.
   */
  #structure: { time: number; left: number } | null = null;
  readonly #matcher: Matcher;
  readonly #product: CompiledProduct;
  readonly #sink: RecordSink<Known>;
  readonly #remembered: RecordCache<Known>;
  readonly #isForwards: boolean;
  /** Results of scanning the current message and the held one. */
  #scan = new MessageScan();
  #pendingScan = new MessageScan();
  readonly #head: HeaderReader;
  readonly #json: JsonLine;
  readonly #open: RecordBuilder<Known>;
  readonly #unsure: HeaderlessLines;
  readonly #meanings: RecordInterpreter;
  readonly #envelopes: EnvelopeReader;
  readonly #clocks: ClockOffset;
  /** Options for the common record, reused. */
  readonly #bound: ReadOptions;

  constructor(
    matcher: Matcher,
    product: CompiledProduct,
    sink: RecordSink<Known>,
    recognition: ProductRecognition,
    { stays = false, isForwards = true }: RecordReaderOptions = {},
  ) {
    this.#isForwards = isForwards;
    this.#matcher = matcher;
    this.#product = product;
    this.#sink = sink;
    this.#remembered = new RecordCache(sink, matcher.literalWords);
    this.#head = new HeaderReader(product.headerForms, matcher.tags);
    this.#json = new JsonLine(product.jsonFields, stays);
    this.#open = new RecordBuilder(matcher, product, sink);
    this.#unsure = new HeaderlessLines(matcher, product, this.#open, recognition);
    this.#meanings = this.#open.interpreter;
    this.#envelopes = this.#unsure.envelopes;
    this.#clocks = this.#open.clockOffset;
    this.#bound = { ...this.#meanings.options, oneLine: true };
  }

  get lines(): number {
    return this.#line;
  }

  takeLine(bytes: Uint8Array, from: number): number {
    // After a line of another kind this one is rarely common, and its header would be read twice.
    if (!this.#isPending || bytes[from] === 123) return -1;
    const at =
      this.#envelopes.depth > 0
        ? this.#envelopes.readSameEnvelopes(bytes, from, bytes.length)
        : from;
    if (at < 0 || !this.#head.readHeader(bytes, at, bytes.length)) return -1;
    const end = this.#scan.scanLine(bytes, this.#head.end);
    if (end < 0 || end - from > MAX_LINE) return -1;
    const to = bytes[end - 1] === 13 ? end - 1 : end;
    if (to < end) this.#scan.scanText(bytes, this.#head.end, to);
    if (this.#scan.hasBracket && mayHaveSecondHeader(bytes, this.#head.end, to)) return -1;
    this.#width = to - from;
    this.#hold(bytes, to, this.#envelopes.forms, this.#envelopes.time);
    return end;
  }

  pushLine(bytes: Uint8Array, from: number, to: number): void {
    const before = this.#width;
    this.#width = to - from;
    if (this.#unsure.hasHeldLine && this.#unsure.continueHeldLine(bytes, from, to, this.#line + 1))
      return void this.#line++;
    if (this.#structure && this.#continueStructure(this.#structure, bytes, from, to)) return;
    if (!this.#isPending) this.#scan.scanText(bytes, from, to);
    if (!this.#isPending && this.#unsure.isIgnorable(bytes, from, to, this.#scan))
      return void this.#line++;
    const json = this.#json;
    if (
      bytes[from] === 123 &&
      json.readMessage(bytes, from, to) &&
      this.#head.readHeader(json.bytes, 0, json.to) &&
      this.#holdIfSingle(json.bytes, json.to, null, 0)
    )
      return;
    if (
      this.#readHead(bytes, from, to) &&
      this.#holdIfSingle(bytes, to, this.#envelopes.forms, this.#envelopes.time)
    )
      return;
    if (this.#isPending) this.#openPending();
    this.#line++;
    this.#scan.scanText(bytes, from, to);
    this.#open.moveToLine(this.#line, before);
    this.#unsure.pushLine(bytes, from, to, this.#scan);
  }

  /** Read an unambiguous header at the start of the line or after the expected envelopes. */
  #readHead(bytes: Uint8Array, from: number, to: number): boolean {
    if (this.#envelopes.depth > 0) {
      const at = this.#envelopes.readEnvelopes(bytes, from, to);
      if (at >= 0 && this.#head.readHeader(bytes, at, to)) return true;
      if (!this.#head.readHeader(bytes, from, to)) return false;
      this.#envelopes.expectForms(NO_ENVELOPES);
      return true;
    }
    return this.#head.readHeader(bytes, from, to);
  }

  /** Scan a line whose unambiguous header was just read, and hold it if it is a single record. */
  #holdIfSingle(
    bytes: Uint8Array,
    to: number,
    forms: readonly HeaderForm[] | null,
    time: number,
  ): boolean {
    this.#scan.scanText(bytes, this.#head.end, to);
    if (this.#scan.hasBracket && mayHaveSecondHeader(bytes, this.#head.end, to)) return false;
    this.#hold(bytes, to, forms, time);
    return true;
  }

  /**
   * Hold a line whose unambiguous header was just read until the next one shows whether more
   * belongs to it.
   */
  #hold(bytes: Uint8Array, to: number, forms: readonly HeaderForm[] | null, time: number): void {
    const head = this.#head;
    const scan = this.#scan;
    this.closeRecord();
    this.#scan = this.#pendingScan;
    this.#pendingScan = scan;
    const pending = this.#pending;
    pending.level = head.level;
    pending.tag = head.tag;
    pending.time = head.time || this.#clocks.toOwnClock(time);
    pending.bytes = bytes;
    pending.from = head.end;
    pending.to = to;
    this.#pendingForms = forms;
    this.#isPending = true;
    this.#line++;
    if (scan.hasAmpersand && this.#isForwards && endsInStructure(pending)) {
      this.#openPending();
      this.#structure = { time: pending.time, left: MAX_FURTHER_LINES };
    }
  }

  /**
   * Add a line to an unfinished structure, which continues to its closing brace even if log lines
   * are among its values. Such lines are not later than the structure.
   */
  #continueStructure(
    structure: { time: number; left: number },
    bytes: Uint8Array,
    from: number,
    to: number,
  ): boolean {
    const isLater = this.#readHead(bytes, from, to) && this.#head.time > structure.time;
    if (isLater || structure.left-- === 0 || !this.#open.extendTo(this.#line + 1)) {
      this.#structure = null;
      return false;
    }
    this.#line++;
    if (bytes[trimmedEnd(bytes, from, to) - 1] === 125) this.closeRecord();
    return true;
  }

  /** Copy what is kept of the lines so far, because their bytes are about to be reused. */
  release(): void {
    if (this.#isPending) Object.assign(this.#pending, copyRange(this.#pending));
    this.#open.release();
  }

  /** Skip lines that are left out of the log; no record continues across them. */
  skip(lines: number): void {
    this.closeRecord();
    this.#line += lines;
  }

  closeRecord(): void {
    this.#structure = null;
    if (this.#isPending) {
      this.#isPending = false;
      this.#closePending();
    } else {
      this.#unsure.closeHeldLine();
      this.#open.closeRecord();
    }
  }

  /** Close the common record: one line with one reading. Most match no template. */
  #closePending(): void {
    const pending = this.#pending;
    const { level, tag, time, bytes, from } = pending;
    const scan = this.#pendingScan;
    if (this.#remembered.replayMessage(this.#line, pending, scan)) return;
    const to = trimmedEnd(bytes, from, endWithoutLineMarks(bytes, from, pending.to));
    const isProblem = level >= this.#product.problemLevel;
    const isPlain = scan.isAscii
      ? !scan.hasAmpersand || !hasEntity(bytes, from, to)
      : isPlainAscii(bytes, from, to);
    // For records below problem level the check for candidates below is cheaper than the cache.
    if (isProblem && isPlain && this.#remembered.replayShape(this.#line, pending, to)) return;
    const count = candidatesAt(this.#matcher, bytes, from, to);
    if (
      count === 0 &&
      matchesNoTemplate(this.#matcher, level, tag, bytes) &&
      !(MARK_ENDS.includes(bytes[to - 1]) && hasCutMark(pending)) &&
      !lacksCause(this.#matcher, bytes, to)
    ) {
      const reason = readFallbackCause(this.#matcher, this.#product, pending);
      const kept = this.#sink.addRecord(this.#line, this.#line, level, time, pending, reason);
      if (!isProblem) return;
      if (reason === null) this.#remembered.cacheShape(kept, null, pending, to);
      return this.#remembered.cacheMessage(kept, pending, scan);
    }
    if (isPlain) {
      if (!isProblem && this.#remembered.replayShape(this.#line, pending, to)) return;
      this.#bound.level = level;
      this.#bound.tag = tag;
      const { brokenOff } = breakOffCounter;
      const chain = readAt(this.#matcher, bytes, from, to, this.#bound, 0, count);
      const isCut =
        (breakOffCounter.brokenOff > brokenOff ||
          MARK_ENDS.includes(bytes[to - 1] as number) ||
          lacksCause(this.#matcher, bytes, to)) &&
        (!chain || unmatchedRestOf(chain) !== null);
      const read = isCut
        ? this.#meanings.meaningOfTruncated({ header: pending, chain }).chain
        : chain;
      const end =
        this.#line <= MAX_UNWRAPPED_LINES && (read === null || unmatchedRestOf(read) !== null)
          ? this.#open.messages.findExitAfterMessage({ ...pending, to })
          : -1;
      if (end >= 0) {
        this.#open.moveToLine(this.#line, this.#width);
        this.#open.startWithExit({ ...pending, to }, end);
        return void this.#open.closeRecord();
      }
      const known = read ?? readFallbackCause(this.#matcher, this.#product, pending);
      const kept = this.#sink.addRecord(this.#line, this.#line, level, time, pending, known);
      if (!isCut && known === chain) this.#remembered.cacheShape(kept, chain, pending, to);
      return this.#remembered.cacheMessage(kept, pending, scan);
    }
    this.#openPending();
    this.#remembered.cacheMessage(this.#open.closeRecord(), pending, scan);
  }

  #openPending(): void {
    this.#isPending = false;
    const { bytes, from } = this.#pending;
    const to = endWithoutLineMarks(bytes, from, this.#pending.to);
    const { low, high } = this.#pendingScan;
    const stays = this.#json.ownsBuffer(bytes) ? copyRange(this.#pending) : null;
    const text = isPlainAscii(bytes, from, to)
      ? stays
      : encodeRange(cleanText(decodeLine(bytes, from, to)));
    this.#open.openRecord({
      headers: [{ ...this.#pending, to, ...text }],
      furtherLines: [],
      line: this.#line,
      endLine: this.#line,
      allowsTrailingText: false,
      envelopes: this.#pendingForms,
      isInForeignText: false,
      read: null,
      hash: { low, high },
    });
  }
}
