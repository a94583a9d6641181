/**
 * Lines that have no sure head: whether something begins in them, however it was written, or they go on with the record before.
 */
import { cleaned, cleanLine } from '../clean.ts';
import type { Recognition } from '../findings/recognition.ts';
import { EnvelopeReader } from '../heads/envelope-reader.ts';
import { mayHaveFields, withFieldHead } from '../heads/field-line.ts';
import { linesInObject, SpreadJson } from '../heads/fields.ts';
import {
  findHeads,
  findTagless,
  hasSecondHead,
  NO_FORMS,
  readHeads,
  undress,
  type Form,
  type Header,
  type Undressed,
} from '../heads/header.ts';
import {
  linesWithin,
  mayHaveOddHead,
  withEvenHead,
  withoutColours,
  withoutMark,
} from '../heads/odd-line.ts';
import type { CompiledProduct, Matcher } from '../matcher.ts';
import type { Scan } from '../scan.ts';
import { endOfElement, kept, Quotes, skipIndent, sliceOf, type Slice } from '../slices.ts';
import { NO_TAG } from '../tags.ts';
import { decode, indexOfByte, trimmedEnd } from '../text.ts';
import { BareLines } from './bare-lines.ts';
import { beginsSentence, isHeadOnly, joinCut, levelLeftOf, MIN_WINDOW } from './cut-line.ts';
import { IdleLines } from './idle-lines.ts';
import type { Hash } from './memo.ts';
import type { OpenRecord } from './open-record.ts';

/** Reads lines that have no sure head into the record that is open, or into the next one. */
export class UnsureLines {
  /** What stood before the last head. */
  readonly envelopes = new EnvelopeReader();
  /** A line that was cut too soon to be known, as it was undressed: it waits for the next one. */
  #cut: Undressed[] | null = null;
  /** Bytes of its indentation. */
  #indent = 0;
  readonly #matcher: Matcher;
  readonly #product: CompiledProduct;
  readonly #record: OpenRecord<unknown>;
  readonly #recognition: Recognition;
  readonly #siblings: ReadonlySet<string>;
  readonly #bare: BareLines;
  readonly #idle: IdleLines;
  readonly #spread: SpreadJson;
  /** The line at hand found no record open, and opened none. */
  #isIdle = false;

  constructor(
    matcher: Matcher,
    product: CompiledProduct,
    record: OpenRecord<unknown>,
    recognition: Recognition,
  ) {
    this.#matcher = matcher;
    this.#product = product;
    this.#record = record;
    this.#recognition = recognition;
    this.#siblings = new Set(Object.values(product.siblings));
    this.#bare = new BareLines(product, record.headless);
    this.#idle = new IdleLines(matcher.literalWords, record.headless);
    this.#spread = new SpreadJson(product.jsonFields);
  }

  /** Whether the line before waits for the next one. */
  get wait(): boolean {
    return this.#cut !== null;
  }

  /** Whether a line changes nothing, before anything is looked for in it. */
  isIdle(bytes: Uint8Array, from: number, to: number, scan: Scan): boolean {
    return this.#idle.has(
      bytes,
      from,
      to,
      !this.#record.isOpen && scan.isAscii && !scan.hasAmpersand,
    );
  }

  /** Take in a line. */
  push(bytes: Uint8Array, from: number, to: number, { low, high }: Scan): void {
    const bare = this.#bare.find({ low, high });
    if (bare === undefined) {
      this.#isIdle = false;
      this.#pushCleaned(cleaned(bytes, from, to), to - from, { low, high });
      return void (this.#isIdle && this.#idle.keep());
    }
    const [before] = bare.states as [Undressed];
    this.#recognition.seeText(before);
    this.#record.goOn(before, bare.states, { low, high }, bare.chain);
  }

  /** A line that waits gets no next one. */
  close(): void {
    const cut = this.#cut;
    this.#cut = null;
    if (cut) this.#giveUp(cut);
  }

  /** A line that waited for nothing is one like others, unless its level is left of it. */
  #giveUp(cut: Undressed[]): void {
    const head = cut.flatMap((state) => levelLeftOf(state) ?? [])[0];
    if (!head) return this.#record.goOn(cut[0] as Undressed, cut, null);
    this.#record.start([head], false);
    this.#record.close();
  }

  /** Read a head, or the beginning of a message, that goes over the end of the line before. @returns whether this line is taken in by it; if not, the one before is a line like others */
  takes(bytes: Uint8Array, from: number, to: number, line: number): boolean {
    const cut = this.#cut as Undressed[];
    this.#cut = null;
    const [first] = cut as [Undressed];
    const next = cleaned(bytes, from, to);
    // Where all of a paste is indented, what is wrapped is so too.
    if (skipIndent(next) >= next.from + this.#indent) next.from += this.#indent;
    if (
      undress(this.#product, next).some((state) =>
        readHeads(this.#product, this.#matcher.tags, state).some(({ time }) => time !== 0),
      )
    ) {
      this.#giveUp(cut);
      return false;
    }
    // What looks like the mark of a quoted mail may be the bracket of a tag.
    const asWritten = bytes[from] === 62 ? joinCut(this.#product, first, { bytes, from, to }) : [];
    const joined = joinCut(this.#product, first, next);
    for (const state of [...joined, ...asWritten]) {
      const heads = readHeads(this.#product, this.#matcher.tags, state).flatMap((head) =>
        head.from >= head.to - (to - from) ? [this.#withTime(head, state)] : [],
      );
      if (heads.length > 0 && this.#startOwn(heads, state, state.forms))
        return this.#record.goesTo(line);
    }
    for (const state of joined) {
      const chain = this.#record.headless.isForeignToAll(state)
        ? null
        : this.#record.headless.read(state);
      if (chain === null) continue;
      this.#record.startAlone(
        state,
        this.#record.clocks.own(state.time),
        false,
        state.forms,
        chain,
      );
      return this.#record.goesTo(line);
    }
    this.#giveUp(cut);
    return false;
  }

  /** @param width and hash of the line before it was cleaned; no hash where it stands inside a line */
  #pushCleaned(written: Slice, width: number, of: Hash | null): void {
    const line = { ...written, to: withoutMark(written.bytes, written.from, written.to) };
    if (trimmedEnd(line.bytes, line.from, line.to) === line.from) return this.#record.pause();
    const {
      headless,
      headless: { isOwn },
    } = this.#record;
    const hash = headless.hears(line) ? null : of;
    const lines = linesWithin(line, this.#record.isUnfinished);
    if (lines) return lines.forEach((text) => this.#pushInner(sliceOf(cleanLine(text))));
    const strings = this.#record.isUnfinished ? [] : this.#spread.linesIn(line, isOwn);
    if (strings.length > 0) return this.#pushEach([strings]);
    if (this.#spread.isPart(line)) return void this.#record.close();
    const heads = readHeads(this.#product, this.#matcher.tags, line);
    if (heads.length > 0 && this.#startOwn(heads, line)) return;
    const states = undress(this.#product, line);
    if (
      !states.some((state) => this.#record.headless.isForeign(state)) ||
      states.some(({ program }) => this.#siblings.has(program ?? ''))
    )
      this.#recognition.seeText(
        line,
        states.some(({ program }) => program !== null),
      );
    for (const state of states.slice(1)) {
      const inner = readHeads(this.#product, this.#matcher.tags, state);
      const [first] = inner;
      if (first) this.#record.clocks.compare(state.time, first.time);
      if (
        first &&
        this.#startOwn(
          inner.map((head) => this.#withTime(head, state)),
          state,
          state.forms,
        )
      ) {
        this.envelopes.expect(state.forms ?? NO_FORMS);
        if (first.tag !== NO_TAG) this.#record.headless.adopt(state);
        return;
      }
    }
    const found = findHeads(this.#product, this.#matcher.tags, line);
    // What a message of the product quotes is none.
    const brace = indexOfByte(line.bytes, 123, line.from, found[0]?.at ?? line.to);
    const inside =
      brace < 0 || (states.length > 1 && brace === line.from)
        ? []
        : linesInObject({ ...line, from: brace }, isOwn);
    if (inside.length > 0) return this.#pushEach(inside);
    if (found.length > 0) this.#startBehind(line, found);
    else if (this.#startEven(line) || this.#startTagless(line)) return;
    else if (this.#isBegun(states, width)) {
      this.#indent = skipIndent(line) - line.from;
      this.#cut = undress(this.#product, kept({ ...line, from: line.from + this.#indent }));
    } else {
      const wasOpen = this.#record.isOpen;
      if (states.length > 1) this.#record.goOn(line, states, null);
      else this.#record.goOn(line, states, hash, hash ? this.#bare.meet(line, hash) : undefined);
      this.#isIdle =
        hash !== null &&
        !wasOpen &&
        !this.#record.isOpen &&
        !headless.isStranger(states[0] as Undressed);
    }
  }

  /** Whether a line is nothing by itself, and what it begins stands in the next one. */
  #isBegun(states: readonly Undressed[], width: number): boolean {
    const { headless } = this.#record;
    const flush = states.map((state) => ({ ...state, from: skipIndent(state) }));
    if (isHeadOnly(this.#product, this.#matcher.tags, flush)) return true;
    return states.length > 1
      ? width >= MIN_WINDOW && headless.isCut(states)
      : !this.#record.isUnfinished && beginsSentence(this.#matcher, flush[0] as Undressed);
  }

  /** Take in the lines that stand in the strings of one, a string after another. */
  #pushEach(strings: readonly (readonly Slice[])[]): void {
    for (const lines of strings) {
      this.#record.close();
      lines.forEach((line) => this.#pushInner(line));
    }
    this.#record.close();
  }

  /** Take in a line that stands in another one. */
  #pushInner(line: Slice): void {
    this.close();
    this.#pushCleaned(line, line.to - line.from, null);
  }

  /** A head that somebody wrote in another way; it counts where a message of the product follows. */
  #startEven(line: Slice): boolean {
    const hasFields = mayHaveFields(line);
    if (!hasFields && !mayHaveOddHead(line)) return false;
    const written = decode(line.bytes, line.from, line.to);
    const text = withoutColours(written);
    if (text !== written) {
      this.#pushInner(sliceOf(text));
      return true;
    }
    const even =
      withEvenHead(text) ?? (hasFields ? withFieldHead(text, this.#product.jsonFields) : null);
    if (even === null) return false;
    for (const state of undress(this.#product, sliceOf(even))) {
      const heads = readHeads(this.#product, this.#matcher.tags, state).filter((head) =>
        this.#record.headless.knows(head),
      );
      if (heads.length > 0)
        return this.#startOwn(
          heads.map((head) => this.#withTime(head, state)),
          state,
          state.forms,
        );
    }
    const found = findHeads(this.#product, this.#matcher.tags, sliceOf(even)).filter(({ header }) =>
      this.#record.headless.knows(header),
    );
    if (found.length === 0) return false;
    this.#startInside(found);
    return true;
  }

  /** A head that has lost its tag behind a prefix that nobody knows; it counts where a message of the product follows. */
  #startTagless(line: Slice): boolean {
    const header = findTagless(this.#product, this.#matcher.tags, line).find((head) =>
      this.#record.headless.knows(head),
    );
    if (header) this.#startInside([{ at: line.from, header }]);
    return header !== undefined;
  }

  /** A head without a time of its own has that of what stands before it. */
  #withTime(head: Header, { time }: Undressed): Header {
    return { ...head, time: head.time || this.#record.clocks.own(time) };
  }

  /** Begin a record with a head; without a tag it counts only if a template fits, for other programs write such heads too. */
  #startOwn(heads: Header[], line: Slice, forms: readonly Form[] | null = NO_FORMS): boolean {
    const own = heads.filter(
      (head) =>
        head.tag !== NO_TAG || this.#record.headless.readWithoutTag(head, head.level) !== null,
    );
    const [first] = own;
    if (!first) return false;
    const quotes = new Quotes(first);
    const second = hasSecondHead(first.bytes, first.from, first.to)
      ? findHeads(this.#product, this.#matcher.tags, line).filter(
          ({ at }) => at > first.from && !quotes.hold(at),
        )
      : [];
    if (second.length > 0 && first.tag !== NO_TAG)
      this.#startInside([{ at: line.from, header: first }, ...second]);
    else this.#record.start(own, false, forms);
    return true;
  }

  /** Heads behind something that is not one: a prefix that nobody knows, or what ended the agent before. */
  #startBehind(line: Slice, found: { at: number; header: Header }[]): void {
    const [first] = found as [{ at: number; header: Header }];
    const before = { ...line, to: trimmedEnd(line.bytes, line.from, first.at) };
    const end = this.#record.headless.findOwnEnd(before);
    if (end >= 0) this.#record.startAlone({ ...before, from: end }, 0, true);
    const quotes = new Quotes(line);
    const isQuoted = quotes.hold(first.at);
    this.#startInside(found.filter(({ at }) => isQuoted || !quotes.hold(at)));
  }

  /** Several heads in one line, or one after a prefix that is not known: a record each. */
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
