/**
 * One file of more than 250 lines, because the common line, the odd line and the record that is open share their state.
 *
 * Lines to records: a head begins a record, a message that may stand alone begins one too, what follows belongs to it.
 *
 * A line without a head belongs to the record before it, unless it begins like a message of a catalog that may stand alone
 * (`product.plain`), an empty line came between, or another program wrote it. What a complete record means: meanings.ts.
 *
 * The common line, with a head as it was last seen, is read where it stands in the chunk; only what is not plain ASCII, or does not
 * begin so, is cleaned first.
 */
import { cleanLine, cleanText, hasEntity, isPlainAscii } from './clean.ts';
import { ALONE, candidatesAt, findChain, readAt, readChain, restOf, type Chain, type ReadOptions } from './chain.ts';
import { Clocks } from './clocks.ts';
import { readCutBeginning } from './cut-beginning.ts';
import { endsTooSoon, joinCut, MIN_WINDOW } from './cut-line.ts';
import { seen } from './fit.ts';
import { readReason } from './reason.ts';
import { EnvelopeReader } from './envelope-reader.ts';
import { readStrings, SpreadJson } from './fields.ts';
import { HeadReader } from './head-reader.ts';
import { findHeads, readHeads, undress, type Form, type Header, type Undressed } from './header.ts';
import { JsonLine } from './json-line.ts';
import { boundKey, type CompiledProduct, type Matcher } from './matcher.ts';
import { endsInForm, isUnfinished, Meanings, type Open, type Read } from './meanings.ts';
import { goOnWith, Memo, type Hash } from './memo.ts';
import { linesWithin, mayHaveOddHead, withEvenHead, withoutColours, withoutMark } from './odd-line.ts';
import { isOwn, type Recognition, type Tagged } from './recognition.ts';
import { Scan } from './scan.ts';
import { Shape } from './shape.ts';
import { endOfElement, endsInStructure, isMarkedCut, isQuoted, kept, MARK_ENDS, skipIndent, sliceOf, type Further, type Slice } from './slices.ts';
import { NO_TAG } from './tags.ts';
import { decode, decodeLine, indexOfByte, trimmedEnd } from './text.ts';

/** What gets the records. Lines are physical, from 1; the time is packed (times.ts); the text's bytes may change after the call. */
export interface RecordSink<Known> {
  /** Take a record in. @returns what to hand on when the same message comes again, or null where it must be read again */
  add(line: number, endLine: number, level: number, time: number, text: Tagged, chain: Chain | null): Known | null;
  /** Take a record of one line in whose message came before. */
  again(line: number, time: number, known: Known): void;
  /** Whether a message that differs from this one in digits only, not in those of a literal, means the same; it begins at `start`. */
  takesDigits?(known: Known, chain: Chain, start: number): boolean;
  /** Take a record of one line in whose message is such a one. */
  alike?(line: number, time: number, known: Known, bytes: Uint8Array, start: number): void;
}

/** A line without head and envelope that came before: a copy of it, and what it means if it stands alone. */
interface Bare {
  states: Undressed[];
  chain: Chain | null;
}

/** Columns that a byte may take. */
const TAB = 8;
/** Lines of a record that are kept: what a message means stands at its beginning. */
const MAX_MORE = 200;
const NOTHING = new Uint8Array(0);
const NO_FORMS: readonly Form[] = [];

/** Groups lines into records and reads each one's chain. */
export class RecordReader<Known> {
  #line = 0;
  /** Bytes of the line at hand and of the one before, with all that stood before their messages. */
  #width = 0;
  #widthBefore = 0;
  #open: Open | null = null;
  /** A line that was cut too soon to be known, as it was undressed: it waits for the next one. */
  #cut: Undressed[] | null = null;
  /** A line with a sure head, as it stands in the chunk: a record, unless the next line belongs to it. */
  #isPending = false;
  #pendingForms: readonly Form[] | null = NO_FORMS;
  readonly #pending: Header = { level: 0, tag: NO_TAG, time: 0, bytes: NOTHING, from: 0, to: 0 };
  /** The open record is a structure that goes on: its time, and how many lines it may still have. */
  #structure: { time: number; left: number } | null = null;
  readonly #matcher: Matcher;
  readonly #product: CompiledProduct;
  readonly #sink: RecordSink<Known>;
  readonly #recognition: Recognition;
  readonly #memo = new Memo<Known>();
  readonly #shapes = new Memo<Known>();
  readonly #shape: Shape;
  readonly #takesShapes: boolean;
  readonly #isForwards: boolean;
  readonly #bare = new Memo<Bare>();
  /** What a look over the message at hand told, and over the one that is pending. */
  #scan = new Scan();
  #pendingScan = new Scan();
  readonly #head: HeadReader;
  readonly #json: JsonLine;
  readonly #options: ReadOptions;
  readonly #meanings: Meanings;
  /** What stood before the last head. */
  readonly #envelopes = new EnvelopeReader();
  readonly #clocks = new Clocks();
  readonly #spread: SpreadJson;
  /** The options of the common record, reused. */
  readonly #bound: ReadOptions;

  /**
   * @param stays the bytes that the sink gets, and the chains that point into them, must not change after the call
   * @param isForwards what follows a line was written after it
   */
  constructor(matcher: Matcher, product: CompiledProduct, sink: RecordSink<Known>, recognition: Recognition, stays = false, isForwards = true) {
    this.#isForwards = isForwards;
    this.#matcher = matcher;
    this.#product = product;
    this.#sink = sink;
    this.#recognition = recognition;
    this.#shape = new Shape(matcher.digits);
    this.#takesShapes = sink.alike !== undefined;
    this.#head = new HeadReader(product.heads, matcher.tags);
    this.#spread = new SpreadJson(product.jsonFields);
    this.#json = new JsonLine(product.jsonFields, stays);
    this.#options = { ...ALONE, catalogs: product.plainCatalogs };
    this.#meanings = new Meanings(matcher, this.#options);
    this.#bound = { ...this.#options, oneLine: true };
  }

  get lines(): number {
    return this.#line;
  }

  push(bytes: Uint8Array, from: number, to: number): void {
    this.#widthBefore = this.#width;
    this.#width = to - from;
    if (this.#cut && this.#joinCut(this.#cut, bytes, from, to)) return;
    if (this.#structure && this.#goesOn(this.#structure, bytes, from, to)) return;
    const json = this.#json;
    if (bytes[from] === 123 && json.read(bytes, from, to) && this.#head.read(json.bytes, 0, json.to) && this.#pend(json.bytes, json.to, null, 0)) return;
    if (this.#readHead(bytes, from, to) && this.#pend(bytes, to, this.#envelopes.forms, this.#envelopes.time)) return;
    if (this.#isPending) this.#openPending();
    this.#line++;
    this.#scan.read(bytes, from, to);
    const { low, high } = this.#scan;
    const bare = this.#bare.find(0, NO_TAG, this.#scan);
    if (bare !== undefined) this.#pushBare(bare, { low, high });
    else this.#pushCleaned(cleaned(bytes, from, to), { low, high });
  }

  /** Read a sure head, at the beginning of the line or behind the envelopes that were before the last one. */
  #readHead(bytes: Uint8Array, from: number, to: number): boolean {
    const envelopes = this.#envelopes;
    if (envelopes.depth > 0) {
      const at = envelopes.read(bytes, from, to);
      if (at >= 0 && this.#head.read(bytes, at, to)) return true;
      if (!this.#head.read(bytes, from, to)) return false;
      envelopes.expect(NO_FORMS);
      return true;
    }
    return this.#head.read(bytes, from, to);
  }

  /** Keep a line whose sure head was just read, until the next one shows whether more belongs to it. */
  #pend(bytes: Uint8Array, to: number, forms: readonly Form[] | null, time: number): boolean {
    const head = this.#head;
    const scan = this.#scan;
    scan.read(bytes, head.end, to);
    if (scan.hasBracket && this.#hasSecondHead(bytes, head.end, to)) return false;
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
    return true;
  }

  /** A structure goes on up to its brace, whatever lines of a log stand in its values: they are not later than it is. */
  #goesOn(structure: { time: number; left: number }, bytes: Uint8Array, from: number, to: number): boolean {
    const isLater = this.#readHead(bytes, from, to) && this.#head.time > structure.time;
    if (isLater || structure.left-- === 0 || !this.#open) {
      this.#structure = null;
      return false;
    }
    this.#open.endLine = ++this.#line;
    if (bytes[trimmedEnd(bytes, from, to) - 1] === 125) this.close();
    return true;
  }

  /** The bytes of the lines so far go away: what is kept of them is copied. */
  release(): void {
    if (this.#isPending) Object.assign(this.#pending, kept(this.#pending));
    if (!this.#open) return;
    this.#open.heads = this.#open.heads.map((head) => ({ ...head, ...kept(head) }));
    this.#open.read = null;
  }

  /** Go over lines that are not there: no record goes on behind them. */
  skip(lines: number): void {
    this.close();
    this.#line += lines;
  }

  close(): void {
    const cut = this.#cut;
    this.#cut = null;
    this.#structure = null;
    if (cut) this.#pushPlain(cut[0] as Undressed, cut, null);
    if (this.#isPending) {
      this.#isPending = false;
      this.#closePending();
    } else if (this.#open) this.#closeOpen();
  }

  #closeOpen(): Known | null {
    const open = this.#open as Open;
    this.#open = null;
    const { head, chain } = this.#meanings.of(open);
    return this.#sink.add(open.line, open.endLine, head.level, head.time, head, chain ?? readReason(this.#matcher, this.#product, head));
  }

  /** The common record: one line with one reading. Most begin like no template. */
  #closePending(): void {
    const pending = this.#pending;
    const { level, tag, time, bytes, from } = pending;
    const scan = this.#pendingScan;
    const known = this.#memo.find(level, tag, scan);
    if (known !== undefined) return this.#sink.again(this.#line, time, known);
    const to = trimmedEnd(bytes, from, withoutMark(bytes, from, pending.to));
    const count = candidatesAt(this.#matcher, bytes, from, to);
    if (count === 0 && this.#nothingFits(level, tag, bytes) && !(MARK_ENDS.includes(bytes[to - 1]) && isMarkedCut(pending))) return void this.#sink.add(this.#line, this.#line, level, time, pending, readReason(this.#matcher, this.#product, pending));
    if (scan.isAscii ? !scan.hasAmpersand || !hasEntity(bytes, from, to) : isPlainAscii(bytes, from, to)) {
      const hasShape = this.#takesShapes && !scan.hasAmpersand && this.#shapes.isWorthLooking() && this.#shape.read(bytes, from, to);
      if (hasShape) {
        const alike = this.#shapes.find(level, tag, this.#shape);
        if (alike !== undefined) return this.#sink.alike?.(this.#line, time, alike, bytes, from);
      }
      this.#bound.level = level;
      this.#bound.tag = tag;
      const { brokenOff } = seen;
      const chain = readAt(this.#matcher, bytes, from, to, this.#bound, 0, count);
      const isCut = (seen.brokenOff > brokenOff || MARK_ENDS.includes(bytes[to - 1] as number)) && (!chain || restOf(chain) !== null);
      const read = isCut ? this.#meanings.ofCut({ head: pending, chain }).chain : chain;
      const known = read ?? readReason(this.#matcher, this.#product, pending);
      const kept = this.#sink.add(this.#line, this.#line, level, time, pending, known);
      if (kept === null) return;
      if (hasShape && known !== null && this.#shapes.meet(level, tag, this.#shape) && this.#sink.takesDigits?.(kept, known, from)) this.#shapes.keep(kept);
      if (this.#memo.meet(level, tag, scan)) this.#memo.keep(kept);
      return;
    }
    this.#openPending();
    const kept = this.#closeOpen();
    if (kept !== null && this.#memo.meet(level, tag, scan)) this.#memo.keep(kept);
  }

  #openPending(): void {
    this.#isPending = false;
    const { bytes, from } = this.#pending;
    const to = withoutMark(bytes, from, this.#pending.to);
    const { low, high } = this.#pendingScan;
    const stays = this.#json.owns(bytes) ? kept(this.#pending) : null;
    const text = isPlainAscii(bytes, from, to) ? stays : sliceOf(cleanText(decodeLine(bytes, from, to)));
    this.#open = { heads: [{ ...this.#pending, to, ...text }], more: [], line: this.#line, endLine: this.#line, loose: false, forms: this.#pendingForms, read: null, hash: { low, high } };
  }

  /** Whether something like `ERROR <tag` or `<br` stands in a message: another head may begin there, or another line. */
  #hasSecondHead(bytes: Uint8Array, from: number, to: number): boolean {
    for (let at = indexOfByte(bytes, 60, from + 2, to); at >= 0; at = indexOfByte(bytes, 60, at + 1, to)) {
      const [capital, letter] = [bytes[at - 2] as number, bytes[at + 1] as number];
      if (letter === 98 && bytes[at + 2] === 114) return true;
      if (bytes[at - 1] === 32 && capital >= 65 && capital <= 90 && letter >= 97 && letter <= 122) return true;
    }
    return false;
  }

  #pushBare({ states, chain }: Bare, hash: Hash): void {
    const [line] = states as [Undressed];
    this.#recognition.seeText(line);
    this.#pushPlain(line, states, hash, chain);
  }

  /** @param hash of the line before it was cleaned; null where it stands inside a line */
  #pushCleaned(written: Slice, hash: Hash | null): void {
    const end = withoutMark(written.bytes, written.from, written.to);
    const line = end === written.to ? written : { ...written, to: end };
    if (trimmedEnd(line.bytes, line.from, line.to) === line.from) return this.close();
    const lines = linesWithin(line);
    if (lines) {
      for (const text of lines) this.#pushCleaned(sliceOf(cleanLine(text)), null);
      return;
    }
    if (this.#spread.isPart(line)) return this.close();
    const heads = readHeads(this.#product, this.#matcher.tags, line);
    if (heads.length > 0 && this.#startOwn(heads, line)) return;
    const states = undress(this.#product, line);
    if (!states.some((state) => this.#isForeign(state)) || states.some(({ program }) => this.#product.siblings.includes(program ?? ''))) this.#recognition.seeText(line);
    for (const state of states.slice(1)) {
      const inner = readHeads(this.#product, this.#matcher.tags, state);
      const [first] = inner;
      if (first) this.#clocks.compare(state.time, first.time);
      if (first && this.#startOwn(inner.map((head) => this.#withTime(head, state)), state, state.forms)) {
        this.#envelopes.expect(state.forms ?? NO_FORMS);
        return;
      }
    }
    if (this.#startInObject(line, states)) return;
    const found = findHeads(this.#product, this.#matcher.tags, line);
    if (found.length > 0) this.#startInside(found);
    else if (this.#startEven(line)) return;
    else if (this.#width >= MIN_WINDOW && this.#isCut(states)) this.#cut = undress(this.#product, kept(line));
    else if (states.length > 1) this.#pushPlain(line, states, null);
    else this.#pushPlain(line, states, hash, hash && this.#bare.meet(0, NO_TAG, hash) ? this.#keepBare(line) : undefined);
  }

  /** A head without a time of its own has that of what stands before it. */
  #withTime(head: Header, { time }: Undressed): Header {
    return { ...head, time: head.time || this.#clocks.own(time) };
  }

  #isCut(states: readonly Undressed[]): boolean {
    return states.length > 1 && !states.some((state) => this.#isForeign(state)) && endsTooSoon(this.#matcher, states) && !states.some((state) => this.#readPlain({ ...state, from: skipIndent(state) }));
  }

  /** Read a head, or the beginning of a message, that goes over the end of a line. @returns whether the next line is taken in by it; if not, the first is a line like others */
  #joinCut(cut: Undressed[], bytes: Uint8Array, from: number, to: number): boolean {
    this.#cut = null;
    const [first] = cut as [Undressed];
    const next = cleaned(bytes, from, to);
    const [line, joined] = [this.#line + 1, joinCut(this.#product, first, next)];
    for (const state of joined) {
      const heads = readHeads(this.#product, this.#matcher.tags, state).flatMap((head) => (head.from > head.to - (next.to - next.from) ? [this.#withTime(head, state)] : []));
      if (heads.length > 0 && this.#startOwn(heads, state, state.forms)) return this.#wentOver(line);
    }
    for (const state of joined) {
      const text = { ...state, from: skipIndent(state) };
      const chain = this.#isForeign(state) ? null : this.#readPlain(text);
      if (chain === null) continue;
      this.#startAlone(text, this.#clocks.own(state.time), false, state.forms, chain);
      return this.#wentOver(line);
    }
    this.#pushPlain(first, cut, null);
    return false;
  }

  /** The record that was just begun has two lines, of which this is the second. */
  #wentOver(line: number): true {
    this.#line = line;
    if (this.#open) this.#open.endLine = line;
    return true;
  }

  /** Keep a line that came before. @returns what it means if it stands alone */
  #keepBare(line: Slice): Chain | null {
    const states = undress(this.#product, kept(line));
    const [state] = states as [Undressed];
    const chain = this.#readPlain({ ...state, from: skipIndent(state) });
    this.#bare.keep({ states, chain });
    return chain;
  }

  /** Begin a record with a head; without a tag it counts only if a template fits, for other programs write such heads too. */
  #startOwn(heads: Header[], line: Slice, forms: readonly Form[] | null = NO_FORMS): boolean {
    const own = heads.filter((head) => head.tag !== NO_TAG || this.#readWithoutTag(head, head.level) !== null);
    const [first] = own;
    if (!first) return false;
    const second = this.#hasSecondHead(first.bytes, first.from, first.to) ? findHeads(this.#product, this.#matcher.tags, line).filter(({ at }) => at > first.from && !isQuoted(first, at)) : [];
    if (second.length > 0 && first.tag !== NO_TAG) this.#startInside([{ at: line.from, header: first }, ...second]);
    else this.#start(own, false, forms);
    return true;
  }

  /** A head that somebody wrote in another way; it counts where a message of the product follows. */
  #startEven(line: Slice): boolean {
    if (!mayHaveOddHead(line)) return false;
    const written = decode(line.bytes, line.from, line.to);
    const text = withoutColours(written);
    if (text !== written) {
      this.#pushCleaned(sliceOf(text), null);
      return true;
    }
    const even = withEvenHead(text);
    if (even === null) return false;
    for (const state of undress(this.#product, sliceOf(even))) {
      const heads = readHeads(this.#product, this.#matcher.tags, state).filter((head) => this.#isKnown(head));
      if (heads.length > 0) return this.#startOwn(heads.map((head) => this.#withTime(head, state)), state, state.forms);
    }
    const found = findHeads(this.#product, this.#matcher.tags, sliceOf(even)).filter(({ header }) => this.#isKnown(header));
    if (found.length === 0) return false;
    this.#startInside(found);
    return true;
  }

  #isKnown(head: Header): boolean {
    return readChain(this.#matcher, head.bytes, head.from, head.to, { ...this.#options, level: head.level, tag: head.tag }) !== null;
  }

  /** An object of JSON with fields that nobody knows: its strings hold lines as they were printed, where one of them is the product's. */
  #startInObject(line: Slice, states: readonly Undressed[]): boolean {
    const { bytes, from, to } = line;
    const at = indexOfByte(bytes, 123, from, to);
    const isKnown = at === from && states.length > 1;
    if (at < 0 || isKnown || bytes[at + 1] !== 34) return false;
    const strings = readStrings(decodeLine(bytes, at, to)).map((lines) => lines.map((text) => sliceOf(cleanLine(text))));
    if (!strings.some((lines) => lines.some((text) => this.#isOwn(text)))) return false;
    for (const lines of strings) {
      this.close();
      for (const text of lines) this.#pushCleaned(text, null);
    }
    this.close();
    return true;
  }

  /** A head of the product, or a sentence that only it writes. */
  #isOwn(text: Slice): boolean {
    if (findHeads(this.#product, this.#matcher.tags, text).length > 0) return true;
    return undress(this.#product, text).some((state) => {
      const chain = this.#readPlain({ ...state, from: skipIndent(state) });
      return chain !== null && isOwn(chain, this.#product.ownCatalogs);
    });
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
    const head = { ...text, level: 0, tag: NO_TAG, time };
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
        if (this.#isForeign(state) && !this.#product.helpers.includes(state.program ?? '')) continue;
        const text = { ...state, from: skipIndent(state) };
        const chain = alone === undefined ? this.#readPlain(text) : alone;
        if (chain && (!open || (!this.#belongs(open, chain) && !this.#joins(open, piece, chain, hash)))) return this.#startAlone(text, this.#clocks.own(state.time), false, state.forms, chain, hash);
      }
    }
    if (states.some((state) => this.#isForeign(state))) return this.close();
    if (!open || open.loose) {
      const from = this.#findEnd(line);
      if (from >= 0) return this.#startAlone({ ...line, from }, 0, true);
    }
    if (!open) return this.#line === 1 ? this.#startCut(line) : undefined;
    open.endLine = this.#line;
    if (open.more.length === MAX_MORE) return;
    open.more.push({ ...kept(piece), isPiece: piece.isPiece });
    open.read = null;
    open.hash = open.hash && hash && goOnWith(open.hash, hash);
  }

  #isForeign({ program }: Undressed): boolean {
    return program !== null && !this.#product.programs.includes(program);
  }

  /** Where the first line of a paste begins in its middle, its head is lost. */
  #startCut(line: Slice): void {
    const { text, chain } = readCutBeginning(this.#matcher, line, this.#options);
    if (chain) this.#startAlone(text, 0, false);
  }

  /** The line was cut off the record by a terminal: together they explain as much as apart, or more. */
  #joins(open: Open, piece: Further, chain: Chain, hash: Hash | null): boolean {
    if (!this.#mayBeWrapped(piece)) return false;
    const apart = this.#meanings.of(open).chain;
    if (apart && endsInForm(apart)) return false;
    const joined = this.#meanings.of({ ...open, more: [...open.more, piece], read: null, hash: open.hash && hash && goOnWith(open.hash, hash) }).chain;
    return joined !== null && joined.literal >= (apart?.literal ?? 0) + chain.literal;
  }

  /** No line is wider than the window, and the first word of this one found no room in the line before. */
  #mayBeWrapped({ bytes, from, to }: Slice): boolean {
    const space = indexOfByte(bytes, 32, from, to);
    const word = space < 0 ? to : space;
    return to - word <= this.#widthBefore + TAB || !isPlainAscii(bytes, from, to);
  }

  /** Behind a prefix that is not known, only what ends the agent or a command is looked for: it has no head to be found by. */
  #findEnd({ bytes, from, to }: Slice): number {
    const chain = findChain(this.#matcher, bytes, from, to, { ...this.#options, loose: true });
    return chain && chain.rule.ends && chain.literal >= 12 ? chain.from : -1;
  }

  /** Text of another program goes on over lines; only what ends the agent stands out of it. */
  #belongs(open: Open, chain: Chain): boolean {
    return !chain.rule.ends && this.#meanings.of(open).chain?.open === true;
  }

  /** Without a head a message needs some literal characters: a word by chance is none. */
  #readPlain(text: Slice): Chain | null {
    const chain = this.#readWithoutTag(text, 0);
    return chain && chain.literal >= 6 ? chain : null;
  }

  #readWithoutTag({ bytes, from, to }: Slice, level: number): Chain | null {
    return readChain(this.#matcher, bytes, from, to, level === 0 ? this.#options : { ...this.#options, level });
  }

  /** No template that begins with a hole is bound to the tag either, and no character to be cleaned away is why none begins like the text. */
  #nothingFits(level: number, tag: number, bytes: Uint8Array): boolean {
    const { trie, bound } = this.#matcher;
    const stopped = bytes[trie.stopped] as number;
    return stopped >= 32 && stopped < 127 && stopped !== 38 && !bound.has(boundKey(level, tag));
  }
}

function areSame(forms: readonly Form[] | null, others: readonly Form[] | null): boolean {
  return forms === others || (forms !== null && others !== null && forms.length === others.length && forms.every((form, index) => form === others[index]));
}

/** A line as it is read where it has no sure head. */
function cleaned(bytes: Uint8Array, from: number, to: number): Slice {
  return isPlainAscii(bytes, from, to) && bytes[from] !== 62 ? { bytes, from, to } : sliceOf(cleanLine(decodeLine(bytes, from, to)));
}
