/**
 * Lines without an unambiguous header: decides whether a record begins in them, in whatever
 * notation, or whether they continue the record before.
 */
import { cleanedSlice, cleanLine } from '../lines/clean-line.ts';
import type { ProductRecognition } from '../findings/recognition.ts';
import { EnvelopeReader } from '../headers/envelope-reader.ts';
import { mayHaveStructuredHeader, withHeaderOfFields } from '../headers/structured-header.ts';
import { linesInObject, MultilineJson } from '../headers/json-csv-fields.ts';
import {
  findHeaders,
  findHeadersWithoutTag,
  mayHaveSecondHeader,
  NO_ENVELOPES,
  readHeaders,
  stripEnvelopes,
  type HeaderForm,
  type Header,
  type StrippedLine,
  type CompiledProduct,
} from '../headers/header.ts';
import {
  splitEmbeddedLines,
  mayHaveNonstandardHeader,
  withStandardHeader,
  withoutColors,
  endWithoutLineMarks,
} from '../headers/nonstandard-header.ts';
import type { Matcher } from '../templates/matcher.ts';
import type { MessageScan } from '../lines/scan.ts';
import {
  endOfElement,
  copyRange,
  QuoteTracker,
  skipIndent,
  encodeRange,
  type ByteRange,
} from '../lines/byte-range.ts';
import { NO_TAG } from '../headers/tags.ts';
import { decode, indexOfByte, trimmedEnd } from '../lines/bytes.ts';
import { PlainLineCache } from '../cache/plain-line-cache.ts';
import {
  beginsSentence,
  isHeaderOnly,
  joinHeldLine,
  readTruncatedHeader,
  MIN_WINDOW,
} from './truncated-line.ts';
import { IgnoredLineCache } from '../cache/ignored-line-cache.ts';
import type { Hash64 } from '../cache/direct-mapped-cache.ts';
import type { RecordBuilder } from '../records/open-record.ts';

/** Reads lines without an unambiguous header into the open record or the next one. */
export class HeaderlessLines {
  /** The envelopes of the last header. */
  readonly envelopes = new EnvelopeReader();
  /**
   * The variants of a line that was cut too early to be recognized: it is held until the next line.
   */
  #cut: StrippedLine[] | null = null;
  /** Bytes of indentation of the held line. */
  #indent = 0;
  readonly #matcher: Matcher;
  readonly #product: CompiledProduct;
  readonly #record: RecordBuilder<unknown>;
  readonly #recognition: ProductRecognition;
  readonly #siblings: ReadonlySet<string>;
  readonly #bare: PlainLineCache;
  readonly #idle: IgnoredLineCache;
  readonly #spread: MultilineJson;
  /** Whether no record was open before the current line, nor after it. */
  #isIdle = false;

  constructor(
    matcher: Matcher,
    product: CompiledProduct,
    record: RecordBuilder<unknown>,
    recognition: ProductRecognition,
  ) {
    this.#matcher = matcher;
    this.#product = product;
    this.#record = record;
    this.#recognition = recognition;
    this.#siblings = new Set(Object.values(product.siblings));
    this.#bare = new PlainLineCache(product, record.headless);
    this.#idle = new IgnoredLineCache(matcher.literalWords, record.headless);
    this.#spread = new MultilineJson(product['json-fields']);
  }

  /** Whether the line before is held. */
  get hasHeldLine(): boolean {
    return this.#cut !== null;
  }

  /** Return whether a line is known to have no effect, before parsing it. */
  isIgnorable(bytes: Uint8Array, from: number, to: number, scan: MessageScan): boolean {
    return this.#idle.isIgnorable(
      bytes,
      from,
      to,
      !this.#record.isOpen && scan.isAscii && !scan.hasAmpersand,
    );
  }

  /** Read a line. */
  pushLine(bytes: Uint8Array, from: number, to: number, { low, high }: MessageScan): void {
    const bare = this.#bare.findLine({ low, high });
    if (bare === undefined) {
      this.#isIdle = false;
      this.#pushCleaned(cleanedSlice(bytes, from, to), to - from, { low, high });
      return void (this.#isIdle && this.#idle.cacheLastLine());
    }
    const [before] = bare.variants as [StrippedLine];
    this.#recognition.seeText(before);
    this.#record.addLine(before, bare.variants, { low, high }, bare.chain);
  }

  /** Read the held line without a next one. */
  closeHeldLine(): void {
    const cut = this.#cut;
    this.#cut = null;
    if (cut) this.#giveUp(cut);
  }

  /** Read the held line like any other, unless a level that reports a problem is left of it. */
  #giveUp(cut: StrippedLine[]): void {
    const head = cut.flatMap((variant) => readTruncatedHeader(variant) ?? [])[0];
    if (!head) return this.#record.addLine(cut[0] as StrippedLine, cut, null);
    this.#record.startRecord([head], false);
    this.#record.closeRecord();
  }

  /**
   * Read a header, or the start of a message, that continues from the held line onto this one.
   *
   * @returns whether this line was used up; if not, the held line was read like any other
   */
  continueHeldLine(bytes: Uint8Array, from: number, to: number, line: number): boolean {
    const cut = this.#cut as StrippedLine[];
    this.#cut = null;
    const [first] = cut as [StrippedLine];
    const next = cleanedSlice(bytes, from, to);
    // If the whole paste is indented, so is a wrapped line.
    if (skipIndent(next) >= next.from + this.#indent) next.from += this.#indent;
    if (
      stripEnvelopes(this.#product, next).some((variant) =>
        readHeaders(this.#product, this.#matcher.tags, variant).some(({ time }) => time !== 0),
      )
    ) {
      this.#giveUp(cut);
      return false;
    }
    // What looks like an email quote mark may be the bracket of a tag.
    const asWritten =
      bytes[from] === 62 ? joinHeldLine(this.#product, first, { bytes, from, to }) : [];
    const joined = joinHeldLine(this.#product, first, next);
    for (const variant of [...joined, ...asWritten]) {
      const heads = readHeaders(this.#product, this.#matcher.tags, variant).flatMap((head) =>
        head.from >= head.to - (to - from) ? [this.#withTime(head, variant)] : [],
      );
      if (heads.length > 0 && this.#startOwn(heads, variant, variant.forms))
        return this.#record.extendTo(line);
    }
    for (const variant of joined) {
      const chain = this.#record.headless.isUnrelated(variant)
        ? null
        : this.#record.headless.readMessage(variant);
      if (chain === null) continue;
      this.#record.startMessage(
        variant,
        this.#record.clocks.toOwnClock(variant.time),
        false,
        variant.forms,
        chain,
      );
      return this.#record.extendTo(line);
    }
    this.#giveUp(cut);
    return false;
  }

  /**
   * Read a line after cleaning.
   *
   * @param width bytes of the line before cleaning
   * @param writtenHash hash of the line before cleaning, or null if it lies inside another line
   */
  #pushCleaned(written: ByteRange, width: number, writtenHash: Hash64 | null): void {
    const line = { ...written, to: endWithoutLineMarks(written.bytes, written.from, written.to) };
    if (trimmedEnd(line.bytes, line.from, line.to) === line.from)
      return this.#record.endAtEmptyLine();
    const {
      headless,
      headless: { isProductLine },
    } = this.#record;
    const hash = headless.noteEventSource(line) ? null : writtenHash;
    const lines = splitEmbeddedLines(line, this.#record.isUnfinished);
    if (lines) return lines.forEach((text) => this.#pushInner(encodeRange(cleanLine(text))));
    const strings = this.#record.isUnfinished ? [] : this.#spread.linesIn(line, isProductLine);
    if (strings.length > 0) return this.#pushEach([strings]);
    if (this.#spread.isPart(line)) return void this.#record.closeRecord();
    const heads = readHeaders(this.#product, this.#matcher.tags, line);
    if (heads.length > 0 && this.#startOwn(heads, line)) return;
    const variants = stripEnvelopes(this.#product, line);
    if (
      !variants.some((variant) => this.#record.headless.isFromOtherProgram(variant)) ||
      variants.some(({ program }) => this.#siblings.has(program ?? ''))
    )
      this.#recognition.seeText(
        line,
        variants.some(({ program }) => program !== null),
      );
    for (const variant of variants.slice(1)) {
      const inner = readHeaders(this.#product, this.#matcher.tags, variant);
      const [first] = inner;
      if (first) this.#record.clocks.learnOffset(variant.time, first.time);
      if (
        first &&
        this.#startOwn(
          inner.map((head) => this.#withTime(head, variant)),
          variant,
          variant.forms,
        )
      ) {
        this.envelopes.expectForms(variant.forms ?? NO_ENVELOPES);
        if (first.tag !== NO_TAG) this.#record.headless.adopt(variant);
        return;
      }
    }
    const found = findHeaders(this.#product, this.#matcher.tags, line);
    // JSON after a header belongs to that message.
    const brace = indexOfByte(line.bytes, 123, line.from, found[0]?.at ?? line.to);
    const inside =
      brace < 0 || (variants.length > 1 && brace === line.from)
        ? []
        : linesInObject({ ...line, from: brace }, isProductLine);
    if (inside.length > 0) return this.#pushEach(inside);
    if (found.length > 0) this.#startBehind(line, found);
    else if (this.#startEven(line) || this.#startTagless(line)) return;
    else if (this.#isBegun(variants, width)) {
      this.#indent = skipIndent(line) - line.from;
      this.#cut = stripEnvelopes(
        this.#product,
        copyRange({ ...line, from: line.from + this.#indent }),
      );
    } else {
      const wasOpen = this.#record.isOpen;
      if (variants.length > 1) this.#record.addLine(line, variants, null);
      else
        this.#record.addLine(
          line,
          variants,
          hash,
          hash ? this.#bare.cacheRepeatedLine(line, hash) : undefined,
        );
      this.#isIdle =
        hash !== null &&
        !wasOpen &&
        !this.#record.isOpen &&
        !headless.isFromUnknownSource(variants[0] as StrippedLine);
    }
  }

  /**
   * Return whether a line means nothing by itself, and what it begins continues on the next line.
   */
  #isBegun(variants: readonly StrippedLine[], width: number): boolean {
    const { headless } = this.#record;
    const unindented = variants.map((variant) => ({ ...variant, from: skipIndent(variant) }));
    if (isHeaderOnly(this.#product, this.#matcher.tags, unindented)) return true;
    return variants.length > 1
      ? width >= MIN_WINDOW && headless.isCut(variants)
      : !this.#record.isUnfinished && beginsSentence(this.#matcher, unindented[0] as StrippedLine);
  }

  /** Read the lines in the strings of a line, one string after the other. */
  #pushEach(strings: readonly (readonly ByteRange[])[]): void {
    for (const lines of strings) {
      this.#record.closeRecord();
      lines.forEach((line) => this.#pushInner(line));
    }
    this.#record.closeRecord();
  }

  /** Read a line that lies inside another one. */
  #pushInner(line: ByteRange): void {
    this.closeHeldLine();
    this.#pushCleaned(line, line.to - line.from, null);
  }

  /**
   * Begin a record with a header in nonstandard notation. It counts only if a message of the
   * product follows.
   */
  #startEven(line: ByteRange): boolean {
    const hasFields = mayHaveStructuredHeader(line);
    if (!hasFields && !mayHaveNonstandardHeader(line)) return false;
    const written = decode(line.bytes, line.from, line.to);
    const text = withoutColors(written);
    if (text !== written) {
      this.#pushInner(encodeRange(text));
      return true;
    }
    const even =
      withStandardHeader(text) ??
      (hasFields ? withHeaderOfFields(text, this.#product['json-fields']) : null);
    if (even === null) return false;
    for (const variant of stripEnvelopes(this.#product, encodeRange(even))) {
      const heads = readHeaders(this.#product, this.#matcher.tags, variant).filter((head) =>
        this.#record.headless.hasKnownMessage(head),
      );
      if (heads.length > 0)
        return this.#startOwn(
          heads.map((head) => this.#withTime(head, variant)),
          variant,
          variant.forms,
        );
    }
    const found = findHeaders(this.#product, this.#matcher.tags, encodeRange(even)).filter(
      ({ header }) => this.#record.headless.hasKnownMessage(header),
    );
    if (found.length === 0) return false;
    this.#startInside(found);
    return true;
  }

  /**
   * Begin a record with a header that lost its tag, after an unknown prefix. It counts only if a
   * message of the product follows.
   */
  #startTagless(line: ByteRange): boolean {
    const header = findHeadersWithoutTag(this.#product, this.#matcher.tags, line).find((head) =>
      this.#record.headless.hasKnownMessage(head),
    );
    if (header) this.#startInside([{ at: line.from, header }]);
    return header !== undefined;
  }

  /** Give a header without a time that of its envelope. */
  #withTime(head: Header, { time }: StrippedLine): Header {
    return { ...head, time: head.time || this.#record.clocks.toOwnClock(time) };
  }

  /**
   * Begin a record with a header. Other programs write headers without a tag too, so those count
   * only if a template fits.
   */
  #startOwn(
    heads: Header[],
    line: ByteRange,
    forms: readonly HeaderForm[] | null = NO_ENVELOPES,
  ): boolean {
    const own = heads.filter(
      (head) =>
        head.tag !== NO_TAG || this.#record.headless.readWithoutTag(head, head.level) !== null,
    );
    const [first] = own;
    if (!first) return false;
    const quotes = new QuoteTracker(first);
    const second = mayHaveSecondHeader(first.bytes, first.from, first.to)
      ? findHeaders(this.#product, this.#matcher.tags, line).filter(
          ({ at }) => at > first.from && !quotes.containPosition(at),
        )
      : [];
    if (second.length > 0 && first.tag !== NO_TAG)
      this.#startInside([{ at: line.from, header: first }, ...second]);
    else this.#record.startRecord(own, false, forms);
    return true;
  }

  /**
   * Begin records at headers after an unknown prefix, or after the exit message of the agent's
   * previous run.
   */
  #startBehind(line: ByteRange, found: { at: number; header: Header }[]): void {
    const [first] = found as [{ at: number; header: Header }];
    const before = { ...line, to: trimmedEnd(line.bytes, line.from, first.at) };
    const end = this.#record.headless.findProductExit(before);
    if (end >= 0) this.#record.startMessage({ ...before, from: end }, 0, true);
    const quotes = new QuoteTracker(line);
    const isQuoted = quotes.containPosition(first.at);
    this.#startInside(found.filter(({ at }) => isQuoted || !quotes.containPosition(at)));
  }

  /** Begin a record at each of several headers in one line, or at one after an unknown prefix. */
  #startInside(found: { at: number; header: Header }[]): void {
    found.forEach(({ at, header }, index) => {
      const to = found[index + 1]?.at ?? header.to;
      this.#record.startWithEnd({
        ...header,
        to: trimmedEnd(header.bytes, header.from, endOfElement({ ...header, to }, at) ?? to),
      });
    });
  }
}
