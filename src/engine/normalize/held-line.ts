import { STANDALONE } from '../chains/chain.ts';
import { possibleChains } from '../chains/possible-chains.ts';
import { readHeaders, type Header } from '../headers/header.ts';
import { stripEnvelopes, type StrippedLine } from '../headers/envelopes.ts';
import type { CompiledProduct } from '../headers/compiled-product.ts';
import { LEVEL_OF_NUMBER } from '../headers/levels.ts';
import { NO_TAG } from '../headers/tags.ts';
import { readTime } from '../headers/timestamps.ts';
import { copyRange, skipIndent, type ByteRange } from '../lines/byte-range.ts';
import { decode, encode } from '../lines/bytes.ts';
import { cleanedSlice } from '../lines/clean-line.ts';
import type { RecordBuilder } from '../records/record-builder.ts';
import type { ProductMatcher } from '../templates/matcher.ts';
import { readWithoutHeader } from './fragment.ts';
import { joined } from './joined-lines.ts';
import { LogLine } from './log-line.ts';
import { MIN_REMAINING, placeholderOfLevel } from './truncated-end.ts';

const SPACE = encode(' ');
const NOTHING = new Uint8Array(0);
/** What to put between two lines: nothing if a word was cut, a space between words. */
const JOINTS = [NOTHING, SPACE];
/**
 * What a template of two lines has between them. It has at most one space, however far the message
 * indents its second line.
 */
const LINE_BREAKS = [encode('\n'), encode('\n ')];
/** A header that was cut within its level or its tag. */
const ENDS_IN_LEVEL = /^\d{4}\S+ [\d:]{8} (?:\S+: )?(WARN|ERROR|CRIT)[A-Z]*(?: <\S*| ?\S?)$/;

/**
 * A line that was cut before it could be recognized. It is held and read with the next line; in a
 * short paste, with all lines of a message that a mail program wrapped.
 */
export class HeldLine {
  #line: LogLine | null = null;
  /** Bytes of indentation of the held line. */
  #indent = 0;
  readonly #matcher: ProductMatcher;
  readonly #product: CompiledProduct;
  readonly #record: RecordBuilder<unknown>;
  readonly #isShort: boolean;

  constructor(matcher: ProductMatcher, record: RecordBuilder<unknown>, isShort: boolean) {
    this.#matcher = matcher;
    this.#product = matcher.product;
    this.#record = record;
    this.#isShort = isShort;
  }

  get isHeld(): boolean {
    return this.#line !== null;
  }

  /** Hold a line until the next one. */
  hold({ text }: LogLine): void {
    this.#indent = skipIndent(text) - text.from;
    this.#line = new LogLine(this.#product, copyRange({ ...text, from: text.from + this.#indent }));
  }

  /**
   * Release the held line because no next one completes it. If it ends in its level and that
   * reports a problem, it becomes a record.
   *
   * @returns the line to be read as a message, or null
   */
  release(): LogLine | null {
    const line = this.#line;
    this.#line = null;
    const [header] = line?.variants.flatMap((variant) => readTruncatedHeader(variant) ?? []) ?? [];
    if (!header) return line;
    this.#record.startRecord([header]);
    this.#record.closeRecord();
    return null;
  }

  /**
   * Begin a record with a header or a message that begins on the held line and ends on the next
   * one. If it ends even later, hold both lines.
   *
   * @returns whether that used up the next line; if not, the first line is still held
   */
  joinLine(bytes: Uint8Array, from: number, to: number): boolean {
    const [first] = this.#line?.variants ?? [];
    if (!first) return false;
    const next = cleanedSlice(bytes, from, to);
    // If the whole paste is indented, so is a wrapped line.
    if (skipIndent(next) >= next.from + this.#indent) next.from += this.#indent;
    if (this.#hasOwnHeader(next)) return false;
    const joined = this.#join(first, next, JOINTS);
    const unindented = { ...next, from: skipIndent(next) };
    const inLines = this.#join(first, unindented, LINE_BREAKS);
    const isJoined =
      joined.some((variant) => this.#startAtHeader(variant, to - from)) ||
      [...joined, ...inLines].some((variant) => this.#startMessage(variant));
    if (isJoined) this.#line = null;
    return isJoined || this.#extendBy(next, joined, inLines);
  }

  /** Hold two lines that together begin a message, if the second line contains more of it. */
  #extendBy(
    next: ByteRange,
    joined: readonly StrippedLine[],
    inLines: readonly StrippedLine[],
  ): boolean {
    const { messages } = this.#record;
    const [line] = this.#line?.variants ?? [];
    if (!this.#isShort || !line || messages.readMessage(next)) return false;
    const known = readWithoutHeader(this.#matcher, line)?.literal ?? 0;
    const longer =
      joined.find(
        (text) =>
          !messages.isUnrelated(text) &&
          (readWithoutHeader(this.#matcher, text)?.literal ?? 0) > known,
      ) ??
      // A template may itself have several lines.
      inLines.find(
        (text) =>
          !messages.isUnrelated(text) &&
          this.#literalOf(text) > Math.max(known, this.#literalOf(line)),
      );
    if (longer) this.#line = new LogLine(this.#product, longer);
    return longer !== undefined;
  }

  /** Count the literal bytes that match if a text begins a message of several lines. */
  #literalOf(text: ByteRange): number {
    const options = { ...STANDALONE, catalogs: this.#product.plainCatalogs };
    const [chains] = possibleChains(this.#matcher, text, [options], MIN_REMAINING);
    return chains?.[0]?.literal ?? 0;
  }

  #hasOwnHeader(line: ByteRange): boolean {
    return stripEnvelopes(this.#product, line).some((variant) =>
      readHeaders(this.#product, variant).some(({ time }) => time !== 0),
    );
  }

  /** Join two lines with each of the texts that may belong between them. */
  #join(line: ByteRange, next: ByteRange, texts: readonly Uint8Array[]): StrippedLine[] {
    return texts.flatMap((between) => stripEnvelopes(this.#product, joined([line, next], between)));
  }

  /** Begin a record if the header ends on the second line, which is `length` bytes long. */
  #startAtHeader(variant: StrippedLine, length: number): boolean {
    const headers = readHeaders(this.#product, variant).filter(
      (header) => header.from >= header.to - length,
    );
    return headers.length > 0 && this.#record.startAfterEnvelopes(headers, variant);
  }

  #startMessage(variant: StrippedLine): boolean {
    const { messages, clockOffset } = this.#record;
    const chain = messages.isUnrelated(variant) ? null : messages.readMessage(variant);
    if (chain === null) return false;
    const time = clockOffset.toOwnClock(variant.time);
    this.#record.startMessage(variant, time, { envelopes: variant.forms }, chain);
    return true;
  }
}

/**
 * Return a header for a line that was cut after its level (WARNING or worse) but before its
 * message, or null.
 */
function readTruncatedHeader({ bytes, from, to }: ByteRange): Header | null {
  const [, left] = ENDS_IN_LEVEL.exec(decode(bytes, from, to)) ?? [];
  if (left === undefined) return null;
  const level = LEVEL_OF_NUMBER.findIndex((name) => name?.startsWith(left));
  return {
    ...placeholderOfLevel(level),
    level,
    tag: NO_TAG,
    time: readTime(bytes, from, from + 11),
  };
}
