/**
 * The record that is open: what begins one, what goes on with it, and what ends it.
 *
 * A line without a head belongs to the record before it, unless it begins like a message of a catalog that may stand alone
 * (`product.plain`), an empty line came between, or another program wrote it. What a complete record means: meanings.ts.
 */
import { BareLines } from './bare-lines.ts';
import { restOf, type Chain } from './chain.ts';
import { cleaned, cleanLine } from './clean.ts';
import { Clocks } from './clocks.ts';
import { readCutBeginning } from './cut-beginning.ts';
import { joinCut, mayBeWrapped, MIN_WINDOW } from './cut-line.ts';
import { EnvelopeReader } from './envelope-reader.ts';
import { linesInObject, SpreadJson } from './fields.ts';
import { areSame, findHeads, hasSecondHead, NO_FORMS, readHeads, undress, type Form, type Header, type Undressed } from './header.ts';
import { Headless } from './headless.ts';
import type { CompiledProduct, Matcher } from './matcher.ts';
import { endsInForm, isUnfinished, Meanings, type Open, type Read } from './meanings.ts';
import { goOnWith, type Hash } from './memo.ts';
import { linesWithin, mayHaveOddHead, withEvenHead, withoutColours, withoutMark } from './odd-line.ts';
import { readReason } from './reason.ts';
import type { Recognition } from './recognition.ts';
import type { RecordSink } from './records.ts';
import type { Scan } from './scan.ts';
import { endOfElement, isQuoted, kept, skipIndent, sliceOf, type Further, type Slice } from './slices.ts';
import { NO_TAG } from './tags.ts';
import { decode, trimmedEnd } from './text.ts';

/** Lines of a record that are kept: what a message means stands at its beginning. */
export const MAX_MORE = 200;

/** Groups the lines that have no sure head with those before them, and reads each record's chain. */
export class OpenRecord<Known> {
  /** What stood before the last head. */
  readonly envelopes = new EnvelopeReader();
  readonly clocks = new Clocks();
  readonly meanings: Meanings;
  #open: Open | null = null;
  /** A line that was cut too soon to be known, as it was undressed: it waits for the next one. */
  #cut: Undressed[] | null = null;
  /** Number of the line at hand. */
  #line = 0;
  /** Bytes of the line before, with all that stood before its message. */
  #widthBefore = 0;
  readonly #matcher: Matcher;
  readonly #product: CompiledProduct;
  readonly #sink: RecordSink<Known>;
  readonly #recognition: Recognition;
  readonly #headless: Headless;
  readonly #bare: BareLines;
  readonly #spread: SpreadJson;

  constructor(matcher: Matcher, product: CompiledProduct, sink: RecordSink<Known>, recognition: Recognition) {
    this.#matcher = matcher;
    this.#product = product;
    this.#sink = sink;
    this.#recognition = recognition;
    this.#headless = new Headless(matcher, product);
    this.#bare = new BareLines(product, this.#headless);
    this.#spread = new SpreadJson(product.jsonFields);
    this.meanings = new Meanings(matcher, this.#headless.options);
  }

  /** Whether the line before waits for the next one. */
  get waits(): boolean {
    return this.#cut !== null;
  }

  /** Open a record. */
  begin(open: Open): void {
    this.#open = open;
  }

  /** Take in a line unread. @returns whether a record is open */
  goesTo(line: number): boolean {
    if (this.#open) this.#open.endLine = line;
    return this.#open !== null;
  }

  /** Take in a line without a sure head. */
  push(bytes: Uint8Array, from: number, to: number, { low, high }: Scan, line: number, widthBefore: number): void {
    this.#line = line;
    this.#widthBefore = widthBefore;
    const bare = this.#bare.find({ low, high });
    if (bare === undefined) return this.#pushCleaned(cleaned(bytes, from, to), to - from, { low, high });
    const [before] = bare.states as [Undressed];
    this.#recognition.seeText(before);
    this.#pushPlain(before, bare.states, { low, high }, bare.chain);
  }

  /** The bytes of the lines so far go away: what is kept of them is copied. */
  release(): void {
    if (!this.#open) return;
    this.#open.heads = this.#open.heads.map((head) => ({ ...head, ...kept(head) }));
    this.#open.read = null;
  }

  /** End the record that is open, if there is one. @returns what the sink hands on for the same message */
  close(): Known | null {
    const cut = this.#cut;
    this.#cut = null;
    if (cut) this.#pushPlain(cut[0] as Undressed, cut, null);
    const open = this.#open;
    if (!open) return null;
    this.#open = null;
    const { head, chain } = this.meanings.of(open);
    return this.#sink.add(open.line, open.endLine, head.level, head.time, head, chain ?? readReason(this.#matcher, this.#product, head));
  }

  /** Read a head, or the beginning of a message, that goes over the end of the line before. @returns whether this line is taken in by it; if not, the one before is a line like others */
  takes(bytes: Uint8Array, from: number, to: number): boolean {
    const cut = this.#cut as Undressed[];
    this.#cut = null;
    const [first] = cut as [Undressed];
    const next = cleaned(bytes, from, to);
    const joined = joinCut(this.#product, first, next);
    for (const state of joined) {
      const heads = readHeads(this.#product, this.#matcher.tags, state).flatMap((head) => (head.from > head.to - (next.to - next.from) ? [this.#withTime(head, state)] : []));
      if (heads.length > 0 && this.#startOwn(heads, state, state.forms)) return this.#wentOver();
    }
    for (const state of joined) {
      const chain = this.#headless.isForeign(state) ? null : this.#headless.read(state);
      if (chain === null) continue;
      this.#startAlone(state, this.clocks.own(state.time), false, state.forms, chain);
      return this.#wentOver();
    }
    this.#pushPlain(first, cut, null);
    return false;
  }

  /** @param width and hash of the line before it was cleaned; no hash where it stands inside a line */
  #pushCleaned(written: Slice, width: number, hash: Hash | null): void {
    const line = { ...written, to: withoutMark(written.bytes, written.from, written.to) };
    if (trimmedEnd(line.bytes, line.from, line.to) === line.from) return void this.close();
    const lines = linesWithin(line);
    if (lines) return lines.forEach((text) => this.#pushInner(sliceOf(cleanLine(text))));
    if (this.#spread.isPart(line)) return void this.close();
    const heads = readHeads(this.#product, this.#matcher.tags, line);
    if (heads.length > 0 && this.#startOwn(heads, line)) return;
    const states = undress(this.#product, line);
    if (!states.some((state) => this.#headless.isForeign(state)) || states.some(({ program }) => this.#product.siblings.includes(program ?? ''))) this.#recognition.seeText(line);
    for (const state of states.slice(1)) {
      const inner = readHeads(this.#product, this.#matcher.tags, state);
      const [first] = inner;
      if (first) this.clocks.compare(state.time, first.time);
      if (first && this.#startOwn(inner.map((head) => this.#withTime(head, state)), state, state.forms)) {
        this.envelopes.expect(state.forms ?? NO_FORMS);
        return;
      }
    }
    const inside = states.length > 1 && line.bytes[line.from] === 123 ? [] : linesInObject(line, (text) => this.#headless.isOwn(text));
    if (inside.length > 0) return this.#pushEach(inside);
    const found = findHeads(this.#product, this.#matcher.tags, line);
    if (found.length > 0) this.#startInside(found);
    else if (this.#startEven(line)) return;
    else if (width >= MIN_WINDOW && this.#headless.isCut(states)) this.#cut = undress(this.#product, kept(line));
    else if (states.length > 1) this.#pushPlain(line, states, null);
    else this.#pushPlain(line, states, hash, hash ? this.#bare.meet(line, hash) : undefined);
  }

  /** Take in the lines that stand in the strings of one, a string after another. */
  #pushEach(strings: readonly (readonly Slice[])[]): void {
    for (const lines of strings) {
      this.close();
      lines.forEach((line) => this.#pushInner(line));
    }
    this.close();
  }

  /** Take in a line that stands in another one. */
  #pushInner(line: Slice): void {
    this.#pushCleaned(line, line.to - line.from, null);
  }

  /** A head that somebody wrote in another way; it counts where a message of the product follows. */
  #startEven(line: Slice): boolean {
    if (!mayHaveOddHead(line)) return false;
    const written = decode(line.bytes, line.from, line.to);
    const text = withoutColours(written);
    if (text !== written) {
      this.#pushInner(sliceOf(text));
      return true;
    }
    const even = withEvenHead(text);
    if (even === null) return false;
    for (const state of undress(this.#product, sliceOf(even))) {
      const heads = readHeads(this.#product, this.#matcher.tags, state).filter((head) => this.#headless.knows(head));
      if (heads.length > 0) return this.#startOwn(heads.map((head) => this.#withTime(head, state)), state, state.forms);
    }
    const found = findHeads(this.#product, this.#matcher.tags, sliceOf(even)).filter(({ header }) => this.#headless.knows(header));
    if (found.length === 0) return false;
    this.#startInside(found);
    return true;
  }

  /** A head without a time of its own has that of what stands before it. */
  #withTime(head: Header, { time }: Undressed): Header {
    return { ...head, time: head.time || this.clocks.own(time) };
  }

  /** The record that was just begun has two lines, of which this is the second. */
  #wentOver(): true {
    if (this.#open) this.#open.endLine = this.#line + 1;
    return true;
  }

  /** Begin a record with a head; without a tag it counts only if a template fits, for other programs write such heads too. */
  #startOwn(heads: Header[], line: Slice, forms: readonly Form[] | null = NO_FORMS): boolean {
    const own = heads.filter((head) => head.tag !== NO_TAG || this.#headless.readWithoutTag(head, head.level) !== null);
    const [first] = own;
    if (!first) return false;
    const second = hasSecondHead(first.bytes, first.from, first.to) ? findHeads(this.#product, this.#matcher.tags, line).filter(({ at }) => at > first.from && !isQuoted(first, at)) : [];
    if (second.length > 0 && first.tag !== NO_TAG) this.#startInside([{ at: line.from, header: first }, ...second]);
    else this.#start(own, false, forms);
    return true;
  }

  /** Several heads in one line, or one after a prefix that is not known: a record each. */
  #startInside(found: { at: number; header: Header }[]): void {
    found.forEach(({ at, header }, index) => {
      const next = found[index + 1];
      const to = endOfElement(header, at) ?? (next ? next.at : header.to);
      this.#start([{ ...header, to: trimmedEnd(header.bytes, header.from, to) }], true);
    });
  }

  #start(heads: Header[], loose: boolean, forms: readonly Form[] | null = NO_FORMS, read: Read | null = null, hash: Hash | null = null): void {
    this.close();
    this.#open = { heads, more: [], line: this.#line, endLine: this.#line, loose, forms, read, hash };
  }

  #startAlone(text: Slice, time: number, loose: boolean, forms: readonly Form[] | null = NO_FORMS, chain: Chain | null = null, hash: Hash | null = null): void {
    const head = { ...text, from: skipIndent(text), level: 0, tag: NO_TAG, time };
    this.#start([head], loose, forms, chain && restOf(chain) === null ? { head, chain } : null, hash);
  }

  /**
   * @param hash of the line, where it has no envelopes
   * @param alone what it means if it stands alone, where that is known
   */
  #pushPlain(line: Slice, states: Undressed[], hash: Hash | null, alone?: Chain | null): void {
    const open = this.#open;
    const own = states.find(({ forms }) => areSame(forms, open ? open.forms : NO_FORMS));
    const piece = { ...(own ?? line), isPiece: own === undefined };
    if (!open || !isUnfinished(open)) {
      for (const state of states) {
        if (this.#headless.isForeign(state) && !this.#product.helpers.includes(state.program ?? '')) continue;
        const chain = alone === undefined ? this.#headless.read(state) : alone;
        if (chain && (!open || (!this.#belongs(open, chain) && !this.#joins(open, piece, chain, hash)))) return this.#startAlone(state, this.clocks.own(state.time), false, state.forms, chain, hash);
      }
    }
    if (states.some((state) => this.#headless.isForeign(state))) return void this.close();
    if (!open || open.loose) {
      const from = this.#headless.findEnd(line);
      if (from >= 0) return this.#startAlone({ ...line, from }, 0, true);
    }
    if (!open) return this.#line === 1 ? this.#startCut(line) : undefined;
    open.endLine = this.#line;
    if (open.more.length === MAX_MORE) return;
    open.more.push({ ...kept(piece), isPiece: piece.isPiece });
    open.read = null;
    open.hash = open.hash && hash && goOnWith(open.hash, hash);
  }

  /** Where the first line of a paste begins in its middle, its head is lost. */
  #startCut(line: Slice): void {
    const { text, chain } = readCutBeginning(this.#matcher, line, this.#headless.options);
    if (chain) this.#startAlone(text, 0, false);
  }

  /** The line was cut off the record by a terminal: together they explain as much as apart, or more. */
  #joins(open: Open, piece: Further, chain: Chain, hash: Hash | null): boolean {
    if (!mayBeWrapped(piece, this.#widthBefore)) return false;
    const apart = this.meanings.of(open).chain;
    if (apart && endsInForm(apart)) return false;
    const joined = this.meanings.of({ ...open, more: [...open.more, piece], read: null, hash: open.hash && hash && goOnWith(open.hash, hash) }).chain;
    return joined !== null && joined.literal >= (apart?.literal ?? 0) + chain.literal;
  }

  /** Text of another program goes on over lines; only what ends the agent stands out of it. */
  #belongs(open: Open, chain: Chain): boolean {
    return !chain.rule.ends && this.meanings.of(open).chain?.open === true;
  }
}
