/**
 * Lines to records: a head begins a record, a message that may stand alone begins one too (unsure-lines.ts), what follows belongs to it (open-record.ts).
 *
 * The common line, with a head as it was last seen, is read where it stands in the chunk, and is a record unless the next line belongs
 * to it; only what is not plain ASCII, or does not begin so, is cleaned first.
 */
import { candidatesAt, readAt, restOf, type ReadOptions } from './chain.ts';
import { cleanText, hasEntity, isPlainAscii } from './clean.ts';
import type { Recognition } from './findings/recognition.ts';
import { seen } from './fit.ts';
import type { Clocks } from './heads/clocks.ts';
import type { EnvelopeReader } from './heads/envelope-reader.ts';
import { HeadReader } from './heads/head-reader.ts';
import { hasSecondHead, NO_FORMS, type Form, type Header } from './heads/header.ts';
import { JsonLine } from './heads/json-line.ts';
import { withoutMark } from './heads/odd-line.ts';
import type { CompiledProduct, Matcher } from './matcher.ts';
import { MAX_LINE } from './lines.ts';
import { readReason } from './reason.ts';
import type { Meanings } from './records/meanings.ts';
import { FEW_LINES, MAX_MORE, OpenRecord } from './records/open-record.ts';
import type { RecordSink } from './records/record-sink.ts';
import { Remembered } from './records/remembered.ts';
import { UnsureLines } from './records/unsure-lines.ts';
import { lacksCause, nothingFits } from './records/where-stopped.ts';
import { Scan } from './scan.ts';
import { endsInStructure, isMarkedCut, kept, MARK_ENDS, sliceOf } from './slices.ts';
import { NO_TAG } from './tags.ts';
import { decodeLine, trimmedEnd } from './text.ts';

/** How a log is read. */
interface Manner {
  /** The bytes that the sink gets, and the chains that point into them, must not change after the call. */
  stays?: boolean;
  /** What follows a line was written after it. */
  isForwards?: boolean;
}

/** Groups lines into records and reads each one's chain. */
export class RecordReader<Known> {
  #line = 0;
  /** Bytes of the line at hand, with all that stood before its message. */
  #width = 0;
  /** A line with a sure head, as it stands in the chunk: a record, unless the next line belongs to it. */
  #isPending = false;
  #pendingForms: readonly Form[] | null = NO_FORMS;
  readonly #pending: Header = {
    level: 0,
    tag: NO_TAG,
    time: 0,
    bytes: new Uint8Array(0),
    from: 0,
    to: 0,
  };
  /** The open record is a structure that goes on: its time, and how many lines it may still have. */
  #structure: { time: number; left: number } | null = null;
  readonly #matcher: Matcher;
  readonly #product: CompiledProduct;
  readonly #sink: RecordSink<Known>;
  readonly #remembered: Remembered<Known>;
  readonly #isForwards: boolean;
  /** What a look over the message at hand told, and over the one that is pending. */
  #scan = new Scan();
  #pendingScan = new Scan();
  readonly #head: HeadReader;
  readonly #json: JsonLine;
  readonly #open: OpenRecord<Known>;
  readonly #unsure: UnsureLines;
  readonly #meanings: Meanings;
  readonly #envelopes: EnvelopeReader;
  readonly #clocks: Clocks;
  /** The options of the common record, reused. */
  readonly #bound: ReadOptions;

  constructor(
    matcher: Matcher,
    product: CompiledProduct,
    sink: RecordSink<Known>,
    recognition: Recognition,
    { stays = false, isForwards = true }: Manner = {},
  ) {
    this.#isForwards = isForwards;
    this.#matcher = matcher;
    this.#product = product;
    this.#sink = sink;
    this.#remembered = new Remembered(sink, matcher.literalWords);
    this.#head = new HeadReader(product.heads, matcher.tags);
    this.#json = new JsonLine(product.jsonFields, stays);
    this.#open = new OpenRecord(matcher, product, sink);
    this.#unsure = new UnsureLines(matcher, product, this.#open, recognition);
    this.#meanings = this.#open.meanings;
    this.#envelopes = this.#unsure.envelopes;
    this.#clocks = this.#open.clocks;
    this.#bound = { ...this.#meanings.options, oneLine: true };
  }

  get lines(): number {
    return this.#line;
  }

  take(bytes: Uint8Array, from: number): number {
    // Behind a line of another kind there hardly is one of this, and its head would be looked for twice.
    if (!this.#isPending || bytes[from] === 123) return -1;
    const at =
      this.#envelopes.depth > 0 ? this.#envelopes.readAlike(bytes, from, bytes.length) : from;
    if (at < 0 || !this.#head.read(bytes, at, bytes.length)) return -1;
    const end = this.#scan.readLine(bytes, this.#head.end);
    if (end < 0 || end - from > MAX_LINE) return -1;
    const to = bytes[end - 1] === 13 ? end - 1 : end;
    if (to < end) this.#scan.read(bytes, this.#head.end, to);
    if (this.#scan.hasBracket && hasSecondHead(bytes, this.#head.end, to)) return -1;
    this.#width = to - from;
    this.#hold(bytes, to, this.#envelopes.forms, this.#envelopes.time);
    return end;
  }

  push(bytes: Uint8Array, from: number, to: number): void {
    const before = this.#width;
    this.#width = to - from;
    if (this.#unsure.wait && this.#unsure.takes(bytes, from, to, this.#line + 1))
      return void this.#line++;
    if (this.#structure && this.#goesOn(this.#structure, bytes, from, to)) return;
    if (!this.#isPending) this.#scan.read(bytes, from, to);
    if (!this.#isPending && this.#unsure.isIdle(bytes, from, to, this.#scan))
      return void this.#line++;
    const json = this.#json;
    if (
      bytes[from] === 123 &&
      json.read(bytes, from, to) &&
      this.#head.read(json.bytes, 0, json.to) &&
      this.#pend(json.bytes, json.to, null, 0)
    )
      return;
    if (
      this.#readHead(bytes, from, to) &&
      this.#pend(bytes, to, this.#envelopes.forms, this.#envelopes.time)
    )
      return;
    if (this.#isPending) this.#openPending();
    this.#line++;
    this.#scan.read(bytes, from, to);
    this.#open.move(this.#line, before);
    this.#unsure.push(bytes, from, to, this.#scan);
  }

  /** Read a sure head, at the beginning of the line or behind the envelopes that were before the last one. */
  #readHead(bytes: Uint8Array, from: number, to: number): boolean {
    if (this.#envelopes.depth > 0) {
      const at = this.#envelopes.read(bytes, from, to);
      if (at >= 0 && this.#head.read(bytes, at, to)) return true;
      if (!this.#head.read(bytes, from, to)) return false;
      this.#envelopes.expect(NO_FORMS);
      return true;
    }
    return this.#head.read(bytes, from, to);
  }

  /** Look over a line whose sure head was just read, and hold it if it is one record. */
  #pend(bytes: Uint8Array, to: number, forms: readonly Form[] | null, time: number): boolean {
    this.#scan.read(bytes, this.#head.end, to);
    if (this.#scan.hasBracket && hasSecondHead(bytes, this.#head.end, to)) return false;
    this.#hold(bytes, to, forms, time);
    return true;
  }

  /** Keep a line whose sure head was just read, until the next one shows whether more belongs to it. */
  #hold(bytes: Uint8Array, to: number, forms: readonly Form[] | null, time: number): void {
    const head = this.#head;
    const scan = this.#scan;
    this.close();
    this.#scan = this.#pendingScan;
    this.#pendingScan = scan;
    const pending = this.#pending;
    pending.level = head.level;
    pending.tag = head.tag;
    pending.time = head.time || this.#clocks.own(time);
    pending.bytes = bytes;
    pending.from = head.end;
    pending.to = to;
    this.#pendingForms = forms;
    this.#isPending = true;
    this.#line++;
    if (scan.hasAmpersand && this.#isForwards && endsInStructure(pending)) {
      this.#openPending();
      this.#structure = { time: pending.time, left: MAX_MORE };
    }
  }

  /** A structure goes on up to its brace, whatever lines of a log stand in its values: they are not later than it is. */
  #goesOn(
    structure: { time: number; left: number },
    bytes: Uint8Array,
    from: number,
    to: number,
  ): boolean {
    const isLater = this.#readHead(bytes, from, to) && this.#head.time > structure.time;
    if (isLater || structure.left-- === 0 || !this.#open.goesTo(this.#line + 1)) {
      this.#structure = null;
      return false;
    }
    this.#line++;
    if (bytes[trimmedEnd(bytes, from, to) - 1] === 125) this.close();
    return true;
  }

  /** The bytes of the lines so far go away: what is kept of them is copied. */
  release(): void {
    if (this.#isPending) Object.assign(this.#pending, kept(this.#pending));
    this.#open.release();
  }

  /** Go over lines that are not there: no record goes on behind them. */
  skip(lines: number): void {
    this.close();
    this.#line += lines;
  }

  close(): void {
    this.#structure = null;
    if (this.#isPending) {
      this.#isPending = false;
      this.#closePending();
    } else {
      this.#unsure.close();
      this.#open.close();
    }
  }

  /** The common record: one line with one reading. Most begin like no template. */
  #closePending(): void {
    const pending = this.#pending;
    const { level, tag, time, bytes, from } = pending;
    const scan = this.#pendingScan;
    if (this.#remembered.takes(this.#line, pending, scan)) return;
    const to = trimmedEnd(bytes, from, withoutMark(bytes, from, pending.to));
    const isLoud = level >= this.#product.problemLevel;
    const isPlain = scan.isAscii
      ? !scan.hasAmpersand || !hasEntity(bytes, from, to)
      : isPlainAscii(bytes, from, to);
    // What is quiet mostly begins like no template, which is sooner seen.
    if (isLoud && isPlain && this.#remembered.takesAlike(this.#line, pending, to)) return;
    const count = candidatesAt(this.#matcher, bytes, from, to);
    if (
      count === 0 &&
      nothingFits(this.#matcher, level, tag, bytes) &&
      !(MARK_ENDS.includes(bytes[to - 1]) && isMarkedCut(pending)) &&
      !lacksCause(this.#matcher, bytes, to)
    ) {
      const reason = readReason(this.#matcher, this.#product, pending);
      const kept = this.#sink.add(this.#line, this.#line, level, time, pending, reason);
      if (!isLoud) return;
      if (reason === null) this.#remembered.keepAlike(kept, null, pending, to);
      return this.#remembered.keep(kept, pending, scan);
    }
    if (isPlain) {
      if (!isLoud && this.#remembered.takesAlike(this.#line, pending, to)) return;
      this.#bound.level = level;
      this.#bound.tag = tag;
      const { brokenOff } = seen;
      const chain = readAt(this.#matcher, bytes, from, to, this.#bound, 0, count);
      const isCut =
        (seen.brokenOff > brokenOff ||
          MARK_ENDS.includes(bytes[to - 1] as number) ||
          lacksCause(this.#matcher, bytes, to)) &&
        (!chain || restOf(chain) !== null);
      const read = isCut ? this.#meanings.ofCut({ head: pending, chain }).chain : chain;
      const end =
        this.#line <= FEW_LINES && (read === null || restOf(read) !== null)
          ? this.#open.headless.findEndBehind({ ...pending, to })
          : -1;
      if (end >= 0) {
        this.#open.move(this.#line, this.#width);
        this.#open.startWithEnd({ ...pending, to }, end);
        return void this.#open.close();
      }
      const known = read ?? readReason(this.#matcher, this.#product, pending);
      const kept = this.#sink.add(this.#line, this.#line, level, time, pending, known);
      if (!isCut && known === chain) this.#remembered.keepAlike(kept, chain, pending, to);
      return this.#remembered.keep(kept, pending, scan);
    }
    this.#openPending();
    this.#remembered.keep(this.#open.close(), pending, scan);
  }

  #openPending(): void {
    this.#isPending = false;
    const { bytes, from } = this.#pending;
    const to = withoutMark(bytes, from, this.#pending.to);
    const { low, high } = this.#pendingScan;
    const stays = this.#json.owns(bytes) ? kept(this.#pending) : null;
    const text = isPlainAscii(bytes, from, to)
      ? stays
      : sliceOf(cleanText(decodeLine(bytes, from, to)));
    this.#open.begin({
      heads: [{ ...this.#pending, to, ...text }],
      more: [],
      line: this.#line,
      endLine: this.#line,
      loose: false,
      forms: this.#pendingForms,
      read: null,
      hash: { low, high },
    });
  }
}
