/**
 * The open record: what begins it, which lines it has, and what ends it. record-interpreter.ts
 * finds the meaning of a complete record; which lines begin or continue a record is decided by the
 * steps in normalize/.
 */
import { unmatchedRestOf } from '../chains/chain.ts';
import type { Chain } from '../chains/chain-links.ts';
import { withoutFrames } from '../chains/trace-causes.ts';
import { isCrashOfOtherProgram, hasCrashOutput } from '../findings/recognition.ts';
import { ClockOffset } from '../headers/clock-offset.ts';
import {
  findHeaders,
  mayHaveSecondHeader,
  type EmbeddedHeader,
} from '../headers/embedded-headers.ts';
import { NO_ENVELOPES, type StrippedLine } from '../headers/envelopes.ts';
import type { HeaderForm } from '../headers/header-form.ts';
import type { Header } from '../headers/header.ts';
import type { CompiledProduct } from '../headers/compiled-product.ts';
import type { ProductMatcher } from '../templates/matcher.ts';
import { readFallbackCause } from '../chains/fallback-cause.ts';
import {
  copyRange,
  endOfQuotation,
  QuoteTracker,
  skipIndent,
  type ByteRange,
} from '../lines/byte-range.ts';
import { decode, trimmedEnd } from '../lines/bytes.ts';
import { NO_TAG } from '../headers/tags.ts';
import { SourceNames } from '../sources/source-names.ts';
import { StandaloneMessages } from './standalone-messages.ts';
import { mayBeCut, readCutMessage } from '../normalize/fragment.ts';
import type { FurtherLine } from '../normalize/joined-lines.ts';
import {
  lacksCause,
  RecordInterpreter,
  type OpenRecord,
  type RecordReading,
} from './record-interpreter.ts';
import type { RecordSink } from './record-sink.ts';

/**
 * How many lines of a record are kept after its first one. Few are enough, because its meaning is
 * at its beginning.
 */
export const MAX_FURTHER_LINES = 200;

/**
 * A record may begin within a line of a paste that lost its line breaks. A log with more lines than
 * this has not lost them.
 */
export const MAX_UNWRAPPED_LINES = 200;

/** The properties of a record that may be known when it begins; see OpenRecord. */
type RecordStart = Partial<
  Pick<OpenRecord, 'allowsTrailingText' | 'envelopes' | 'isInForeignText' | 'read'>
>;

/** Groups the lines of a record and reads its chain. */
export class RecordBuilder<Known> {
  readonly clockOffset = new ClockOffset();
  readonly sources: SourceNames;
  readonly messages: StandaloneMessages;
  readonly interpreter: RecordInterpreter;
  #open: OpenRecord | null = null;
  #line = 0;
  readonly #matcher: ProductMatcher;
  readonly #product: CompiledProduct;
  readonly #sink: RecordSink<Known>;
  /** Whether the log is a short paste, whose messages may be cut without a mark. */
  readonly #isShort: boolean;

  constructor(matcher: ProductMatcher, sink: RecordSink<Known>, isShort: boolean) {
    this.#matcher = matcher;
    this.#product = matcher.product;
    this.#sink = sink;
    this.sources = new SourceNames(matcher.product['json-sources']);
    this.#isShort = isShort;
    this.messages = new StandaloneMessages(matcher);
    this.interpreter = new RecordInterpreter(matcher, this.messages.options);
  }

  /** The open record, or null. */
  get open(): OpenRecord | null {
    return this.#open;
  }

  /** Whether the open record breaks off where a cause should follow. */
  get isUnfinished(): boolean {
    return this.#open !== null && lacksCause(this.#open);
  }

  /** Number of the current line. */
  get line(): number {
    return this.#line;
  }

  /** Set the number of the current line. */
  moveToLine(line: number): void {
    this.#line = line;
  }

  /** Open a record. */
  openRecord(open: OpenRecord): void {
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

  /** Add a line to the open record. */
  addLine(open: OpenRecord, line: FurtherLine): void {
    open.endLine = this.#line;
    const { compiledTrace } = this.#product;
    if (open.furtherLines.length === MAX_FURTHER_LINES && compiledTrace)
      open.furtherLines = withoutFrames(compiledTrace, open.furtherLines);
    if (open.furtherLines.length === MAX_FURTHER_LINES) return;
    open.furtherLines.push({ ...copyRange(line), lacksEnvelope: line.lacksEnvelope });
    open.read = null;
  }

  /** Copy the text that the open record refers to, because its bytes are about to be reused. */
  release(): void {
    if (!this.#open) return;
    this.#open.headers = this.#open.headers.map((header) => ({ ...header, ...copyRange(header) }));
    this.#open.read = null;
  }

  /**
   * Close the open record, if any.
   *
   * @returns what the sink returned for it, which `repeatRecord` takes when the message recurs
   */
  closeRecord(): Known | null {
    const open = this.#open;
    if (!open) return null;
    this.#open = null;
    const { header, chain: whole } = this.interpreter.meaningOf(open);
    const chain =
      this.#isShort || mayBeCut(header, whole)
        ? readCutMessage(this.#matcher, header, whole)
        : whole;
    if (isCrashOfOtherProgram(this.#product, header, chain, open.isInForeignText)) return null;
    const exit = this.#mayHoldExit(open, header, chain)
      ? this.messages.findExitAfterMessage(header)
      : -1;
    if (exit >= 0) {
      this.#closeBoth(open, header, exit);
      return null;
    }
    return this.#sink.addRecord(
      open.line,
      open.endLine,
      header,
      chain ?? readFallbackCause(this.#matcher, header),
    );
  }

  /** Return whether the program's exit may follow the message on the same line. */
  #mayHoldExit(open: OpenRecord, { level }: Header, chain: Chain | null): boolean {
    return (
      !open.allowsTrailingText &&
      level > 0 &&
      open.endLine <= Math.min(open.line, MAX_UNWRAPPED_LINES) &&
      (chain === null || unmatchedRestOf(chain) !== null)
    );
  }

  /** Close a message and the exit after it as two records. */
  #closeBoth(open: OpenRecord, header: Header, exit: number): void {
    for (const part of [
      { ...header, to: exit },
      { ...header, from: exit, level: 0, tag: NO_TAG },
    ]) {
      this.openRecord({
        ...open,
        headers: [part],
        allowsTrailingText: true,
        isInForeignText: false,
        read: null,
      });
      this.closeRecord();
    }
  }

  /** Return whether the open record is the output of a crash. */
  isCrash(): boolean {
    if (!this.#open) return false;
    const { headers, furtherLines } = this.#open;
    if (![...headers, ...furtherLines].some((line) => hasCrashOutput(this.#product, line)))
      return false;
    if (this.#product.compiledTrace) return true;
    const { chain } = this.interpreter.meaningOf(this.#open);
    return chain !== null && (chain.mayContinue || chain.rule.entry.id === this.#product.crash);
  }

  /** Begin a record on the current line, whose header can be read in each of these ways. */
  startRecord(headers: Header[], start: RecordStart = {}): void {
    this.closeRecord();
    this.#open = {
      headers,
      furtherLines: [],
      line: this.#line,
      endLine: this.#line,
      allowsTrailingText: false,
      envelopes: NO_ENVELOPES,
      isInForeignText: false,
      labelColumn: null,
      read: null,
      ...start,
    };
  }

  /**
   * Begin a record with a message without a header.
   *
   * @param chain its meaning, if known
   */
  startMessage(
    text: ByteRange,
    time: number,
    start: RecordStart = {},
    chain: Chain | null = null,
  ): void {
    const message = this.#isShort ? this.messages.withoutJapaneseAfter(text) : text;
    const header = { ...message, from: skipIndent(message), level: 0, tag: NO_TAG, time };
    const read: RecordReading | null =
      chain && message === text && unmatchedRestOf(chain) === null ? { header, chain } : null;
    this.startRecord([header], { ...start, read });
  }

  /** Add a record for a message that lacks its header and whose meaning is known. */
  startFragment(text: ByteRange, chain: Chain): void {
    const header = { ...text, level: 0, tag: NO_TAG, time: 0 };
    this.startRecord([header], { read: { header, chain } });
    this.closeRecord();
  }

  /**
   * Begin a record with a header. In a paste without line breaks the program's exit may be on the
   * same line; it then gets a record of its own.
   */
  startWithExit(text: Header, exit = this.messages.findExitAfterMessage(text)): void {
    this.startRecord([exit < 0 ? text : { ...text, to: exit }], { allowsTrailingText: true });
    if (exit >= 0) this.startMessage({ ...text, from: exit }, 0, { allowsTrailingText: true });
  }

  /**
   * Begin a record with a header at the start of a line. Other programs write headers without a tag
   * too, so those count only if a template fits.
   *
   * @param headers the ways in which the header can be read
   * @param line the line from the header on
   * @returns whether it counts
   */
  startAtHeader(
    headers: readonly Header[],
    line: ByteRange,
    envelopes: readonly HeaderForm[] | null = NO_ENVELOPES,
  ): boolean {
    const accepted = headers.filter(
      (header) =>
        header.tag !== NO_TAG || this.messages.readWithoutTag(header, header.level) !== null,
    );
    const [first] = accepted;
    if (!first) return false;
    const further = this.#headersAfter(first, line);
    if (further.length > 0 && first.tag !== NO_TAG)
      this.startAtEach([{ at: line.from, header: first }, ...further]);
    else this.startRecord(accepted, { envelopes });
    return true;
  }

  /** Begin a record after envelopes. If the header has no time, use the time of the envelopes. */
  startAfterEnvelopes(headers: readonly Header[], variant: StrippedLine): boolean {
    const isOwn = this.startAtHeader(
      headers.map((header) => ({
        ...header,
        time: header.time || this.clockOffset.toOwnClock(variant.time),
      })),
      variant,
      variant.forms,
    );
    if (isOwn) this.sources.noteMessage(variant);
    return isOwn;
  }

  #headersAfter(header: Header, line: ByteRange): EmbeddedHeader[] {
    if (!mayHaveSecondHeader(header.bytes, header.from, header.to)) return [];
    const quotes = new QuoteTracker(header);
    return findHeaders(this.#product, line).filter(
      ({ at }) => at > header.from && !quotes.containPosition(at),
    );
  }

  /** Begin a record at each header within a line. */
  startAtEach(found: readonly EmbeddedHeader[]): void {
    found.forEach(({ at, header }, index) => {
      const to = found[index + 1]?.at ?? header.to;
      const quotationEnd = this.#isShort ? endOfQuotation({ ...header, to }, at) : null;
      const end = trimmedEnd(header.bytes, header.from, quotationEnd ?? to);
      this.startWithExit({ ...header, to: end });
      // The quotation ends with the line, so the next line cannot belong to it.
      if (quotationEnd !== null && isLastCharacter(header, quotationEnd)) this.closeRecord();
    });
  }
}

/** Return whether only white space follows the character at a position. */
function isLastCharacter({ bytes, to }: ByteRange, at: number): boolean {
  return [...decode(bytes, at, to).trimEnd()].length === 1;
}
