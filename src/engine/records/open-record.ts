/**
 * The open record: which lines continue it, and what ends it.
 *
 * A line without a header belongs to the record before it, unless it starts like a standalone
 * message of a catalog in `product.plain`, follows an empty line, or was written by another
 * program. record-interpreter.ts finds the meaning of a complete record.
 */
import { unmatchedRestOf } from '../chains/chain.ts';
import type { Chain } from '../chains/chain-links.ts';
import { isCrashOfOtherProgram, hasCrashOutput } from '../findings/recognition.ts';
import { ClockOffset } from '../headers/clock-offset.ts';
import {
  haveSameEnvelopes,
  NO_ENVELOPES,
  type HeaderForm,
  type Header,
  type StrippedLine,
  type CompiledProduct,
} from '../headers/header.ts';
import type { Matcher } from '../templates/matcher.ts';
import { readFallbackCause } from '../chains/fallback-cause.ts';
import { copyRange, skipIndent, type FurtherLine, type ByteRange } from '../lines/byte-range.ts';
import { NO_TAG } from '../headers/tags.ts';
import { readTruncatedStart } from '../normalize/truncated-start.ts';
import { mayBeWrapped } from '../normalize/truncated-line.ts';
import { StandaloneMessages } from '../normalize/standalone-message.ts';
import {
  isComplete,
  lacksCause,
  RecordInterpreter,
  type OpenRecordState,
  type RecordReading,
} from './record-interpreter.ts';
import { combineHashes, type Hash64 } from '../cache/direct-mapped-cache.ts';
import type { RecordSink } from './record-sink.ts';

/** Most lines of a record that are kept: its meaning is at its beginning. */
export const MAX_FURTHER_LINES = 200;

/** A paste that lost its line breaks has no more lines than this. */
export const MAX_UNWRAPPED_LINES = 200;

/** Groups the lines of a record and reads its chain. */
export class RecordBuilder<Known> {
  readonly clocks = new ClockOffset();
  readonly headless: StandaloneMessages;
  readonly meanings: RecordInterpreter;
  #open: OpenRecordState | null = null;
  /** The record that began inside text of another program. */
  #inside: OpenRecordState | null = null;
  /** Number of the current line. */
  #line = 0;
  /** Whether the first line was examined. */
  #isBegun = false;
  /** Bytes of the line before, including its prefix. */
  #widthBefore = 0;
  readonly #matcher: Matcher;
  readonly #product: CompiledProduct;
  readonly #sink: RecordSink<Known>;

  constructor(matcher: Matcher, product: CompiledProduct, sink: RecordSink<Known>) {
    this.#matcher = matcher;
    this.#product = product;
    this.#sink = sink;
    this.headless = new StandaloneMessages(matcher, product);
    this.meanings = new RecordInterpreter(matcher, this.headless.options);
  }

  get isOpen(): boolean {
    return this.#open !== null;
  }

  /** Whether the open record breaks off where a cause should follow. */
  get isUnfinished(): boolean {
    return this.#open !== null && lacksCause(this.#open);
  }

  /**
   * Set the current line.
   *
   * @param widthBefore bytes of the line before, including its prefix
   */
  moveToLine(line: number, widthBefore: number): void {
    this.#line = line;
    this.#widthBefore = widthBefore;
  }

  /** Open a record. */
  openRecord(open: OpenRecordState): void {
    this.#open = open;
  }

  /**
   * Add a line to the open record without parsing it.
   *
   * @returns whether a record is open
   */
  extendTo(line: number): boolean {
    if (this.#open) this.#open.endLine = line;
    return this.#open !== null;
  }

  /** Copy what is kept of the lines so far, because their bytes are about to be reused. */
  release(): void {
    if (!this.#open) return;
    this.#open.headers = this.#open.headers.map((head) => ({ ...head, ...copyRange(head) }));
    this.#open.read = null;
  }

  /**
   * Close the open record, if any.
   *
   * @returns what the sink returns for it, to be passed on when the same message recurs
   */
  closeRecord(): Known | null {
    const open = this.#open;
    if (!open) return null;
    this.#open = null;
    const { head, chain } = this.meanings.meaningOf(open);
    if (isCrashOfOtherProgram(this.#product, head, chain, open === this.#inside)) return null;
    const end =
      open.allowsTrailingText ||
      head.level === 0 ||
      open.endLine > Math.min(open.line, MAX_UNWRAPPED_LINES) ||
      (chain && unmatchedRestOf(chain) === null)
        ? -1
        : this.headless.findExitAfterMessage(head);
    if (end >= 0) {
      for (const part of [
        { ...head, to: end },
        { ...head, from: end, level: 0, tag: NO_TAG },
      ]) {
        this.openRecord({
          ...open,
          headers: [part],
          allowsTrailingText: true,
          read: null,
          hash: null,
        });
        this.closeRecord();
      }
      return null;
    }
    return this.#sink.addRecord(
      open.line,
      open.endLine,
      head.level,
      head.time,
      head,
      chain ?? readFallbackCause(this.#matcher, this.#product, head),
    );
  }

  /** Close the open record at an empty line, unless the line is part of a crash's output. */
  endAtEmptyLine(): void {
    if (!this.#isCrash()) this.closeRecord();
  }

  #isCrash(): boolean {
    if (!this.#open) return false;
    const { chain } = this.meanings.meaningOf(this.#open);
    return (
      chain !== null &&
      (chain.mayContinue || chain.rule.entry.id === this.#product.crash) &&
      [...this.#open.headers, ...this.#open.furtherLines].some(hasCrashOutput)
    );
  }

  /** Begin a record on the current line with the readings of its header. */
  startRecord(
    heads: Header[],
    loose: boolean,
    forms: readonly HeaderForm[] | null = NO_ENVELOPES,
    read: RecordReading | null = null,
    hash: Hash64 | null = null,
  ): void {
    this.closeRecord();
    this.#open = {
      headers: heads,
      furtherLines: [],
      line: this.#line,
      endLine: this.#line,
      allowsTrailingText: loose,
      envelopes: forms,
      read,
      hash,
    };
  }

  /** Begin a record with a standalone message. */
  startMessage(
    text: ByteRange,
    time: number,
    loose: boolean,
    forms: readonly HeaderForm[] | null = NO_ENVELOPES,
    chain: Chain | null = null,
    hash: Hash64 | null = null,
  ): void {
    const head = { ...text, from: skipIndent(text), level: 0, tag: NO_TAG, time };
    this.startRecord(
      [head],
      loose,
      forms,
      chain && unmatchedRestOf(chain) === null ? { head, chain } : null,
      hash,
    );
  }

  /**
   * Begin a record with a header. In a paste without line breaks the agent's exit may be on the
   * same line; it then gets a record of its own.
   */
  startWithEnd(text: Header, end = this.headless.findExitAfterMessage(text)): void {
    this.startRecord([end < 0 ? text : { ...text, to: end }], true);
    if (end >= 0) this.startMessage({ ...text, from: end }, 0, true);
  }

  /**
   * Add a line without a header.
   *
   * @param hash of the line, if it has no envelopes
   * @param alone its meaning as a standalone message, if known
   */
  addLine(
    line: ByteRange,
    variants: StrippedLine[],
    hash: Hash64 | null,
    alone?: Chain | null,
  ): void {
    const open = this.#open;
    const own = variants.find(({ forms }) =>
      haveSameEnvelopes(forms, open ? open.envelopes : NO_ENVELOPES),
    );
    const piece = { ...(own ?? line), lacksEnvelope: own === undefined };
    for (const variant of variants) {
      if (this.headless.isUnrelated(variant)) continue;
      const chain = alone === undefined ? this.headless.readMessage(variant) : alone;
      if (chain && !this.headless.mayStandAlone(variant, chain)) continue;
      if (
        !chain ||
        (open &&
          (!this.#mayFollow(open, chain) ||
            this.#belongs(open, chain) ||
            this.#joins(open, piece, chain, hash)))
      )
        continue;
      const isInside =
        open !== null &&
        (open === this.#inside || this.meanings.meaningOf(open).chain?.mayContinue === true);
      if (this.headless.isFromUnknownSource(variant))
        this.headless.adopt({ ...variant, program: null });
      this.startMessage(
        variant,
        this.clocks.toOwnClock(variant.time),
        false,
        variant.forms,
        chain,
        hash,
      );
      if (isInside) this.#inside = this.#open;
      return;
    }
    // `[signal SIGSEGV: ` looks like the name of a host and a program.
    const mayBeForeign = variants.some(
      (variant) =>
        this.headless.isFromOtherProgram(variant) ||
        this.headless.mayBeFromOtherProgram(variant) ||
        this.headless.isFromUnknownSource(variant),
    );
    if (mayBeForeign && !(own !== undefined && own.depth > 0 && this.#isCrash()))
      return void this.closeRecord();
    if (!open || open.allowsTrailingText || this.#isWhole(open)) {
      const from = this.headless.findAfterPrefix(
        line,
        !open || open.allowsTrailingText,
        !open?.allowsTrailingText,
      );
      if (from >= 0) return this.startMessage({ ...line, from }, 0, true);
    }
    if (!open) return this.#startCut(line);
    open.endLine = this.#line;
    if (open.furtherLines.length === MAX_FURTHER_LINES) return;
    open.furtherLines.push({ ...copyRange(piece), lacksEnvelope: piece.lacksEnvelope });
    open.read = null;
    open.hash = open.hash && hash && combineHashes(open.hash, hash);
  }

  /**
   * Return whether a message may come next. Where a cause is still missing, the next line is that
   * cause, unless it reports the agent's exit.
   */
  #mayFollow(open: OpenRecordState, { rule }: Chain): boolean {
    return !lacksCause(open) || (rule.ends && !rule.nested);
  }

  /**
   * Return whether a harmless record is complete. Text under it, such as a note, is then not part
   * of it.
   */
  #isWhole(open: OpenRecordState): boolean {
    const [head] = open.headers;
    if (
      !head ||
      head.level === 0 ||
      head.level >= this.#product.problemLevel ||
      open.furtherLines.length > 0 ||
      lacksCause(open)
    )
      return false;
    const { chain } = this.meanings.meaningOf(open);
    return chain !== null && !chain.mayContinue && unmatchedRestOf(chain) === null;
  }

  /**
   * Read the first line of a paste that begins in the middle of a message, without its header. No
   * other line can be such a fragment.
   */
  #startCut(line: ByteRange): void {
    if (this.#line !== 1 || this.#isBegun) return;
    this.#isBegun = true;
    const { text, chain } = readTruncatedStart(this.#matcher, line, this.headless.options);
    if (chain) this.startMessage(text, 0, false);
  }

  /**
   * Return whether a terminal wrapped this line from the record: read together, they explain at
   * least as much as apart.
   */
  #joins(open: OpenRecordState, piece: FurtherLine, chain: Chain, hash: Hash64 | null): boolean {
    if (!mayBeWrapped(piece, this.#widthBefore)) return false;
    const apart = this.meanings.meaningOf(open).chain;
    if (apart && isComplete(apart)) return false;
    const joined = this.meanings.meaningOf({
      ...open,
      furtherLines: [...open.furtherLines, piece],
      read: null,
      hash: open.hash && hash && combineHashes(open.hash, hash),
    }).chain;
    return joined !== null && joined.literal >= (apart?.literal ?? 0) + chain.literal;
  }

  /**
   * Return whether a message belongs to another program's text in the open record. Such text spans
   * lines; only the agent's exit is separate from it, not the exit of a program that the text
   * reports, nor a sentence with which many programs exit.
   */
  #belongs(open: OpenRecordState, ending: Chain): boolean {
    const { rule } = ending;
    const isStatus =
      rule.nested && rule.entry.common === true && rule.entry.id !== this.#product.crash;
    if (rule.ends && !isStatus && (rule.nested || this.headless.isProductExit(ending, ending.end)))
      return false;
    const { head, chain } = this.meanings.meaningOf(open);
    return (
      chain?.mayContinue === true ||
      (isStatus && isCrashOfOtherProgram(this.#product, head, chain, open === this.#inside))
    );
  }
}
