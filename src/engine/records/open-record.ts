/**
 * The record that is open: what goes on with it, and what ends it.
 *
 * A line without a head belongs to the record before it, unless it begins like a message of a catalog that may stand alone
 * (`product.plain`), an empty line came between, or another program wrote it. What a complete record means: meanings.ts.
 */
import { restOf, type Chain } from '../chain.ts';
import { isCrashOfOther, isOfCrash } from '../findings/recognition.ts';
import { Clocks } from '../heads/clocks.ts';
import { areSame, NO_FORMS, type Form, type Header, type Undressed } from '../heads/header.ts';
import type { CompiledProduct, Matcher } from '../matcher.ts';
import { readReason } from '../reason.ts';
import { kept, skipIndent, type Further, type Slice } from '../slices.ts';
import { NO_TAG } from '../tags.ts';
import { readCutBeginning } from './cut-beginning.ts';
import { mayBeWrapped } from './cut-line.ts';
import { Headless } from './headless.ts';
import { endsInForm, isUnfinished, Meanings, type Open, type Read } from './meanings.ts';
import { goOnWith, type Hash } from './memo.ts';
import type { RecordSink } from './record-sink.ts';

/** Lines of a record that are kept: what a message means stands at its beginning. */
export const MAX_MORE = 200;

/** A paste that has lost its line breaks has no more lines. */
export const FEW_LINES = 200;

/** Groups the lines of a record, and reads its chain. */
export class OpenRecord<Known> {
  readonly clocks = new Clocks();
  readonly headless: Headless;
  readonly meanings: Meanings;
  #open: Open | null = null;
  /** The record that began inside of text of another program. */
  #inside: Open | null = null;
  /** Number of the line at hand. */
  #line = 0;
  /** The first line was looked at. */
  #isBegun = false;
  /** Bytes of the line before, with all that stood before its message. */
  #widthBefore = 0;
  readonly #matcher: Matcher;
  readonly #product: CompiledProduct;
  readonly #sink: RecordSink<Known>;

  constructor(matcher: Matcher, product: CompiledProduct, sink: RecordSink<Known>) {
    this.#matcher = matcher;
    this.#product = product;
    this.#sink = sink;
    this.headless = new Headless(matcher, product);
    this.meanings = new Meanings(matcher, this.headless.options);
  }

  get isOpen(): boolean {
    return this.#open !== null;
  }

  /** A record is open that breaks off where a cause should follow. */
  get isUnfinished(): boolean {
    return this.#open !== null && isUnfinished(this.#open);
  }

  /** Say which line is at hand. */
  move(line: number, widthBefore: number): void {
    this.#line = line;
    this.#widthBefore = widthBefore;
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

  /** The bytes of the lines so far go away: what is kept of them is copied. */
  release(): void {
    if (!this.#open) return;
    this.#open.heads = this.#open.heads.map((head) => ({ ...head, ...kept(head) }));
    this.#open.read = null;
  }

  /** End the record that is open, if there is one. @returns what the sink hands on for the same message */
  close(): Known | null {
    const open = this.#open;
    if (!open) return null;
    this.#open = null;
    const { head, chain } = this.meanings.of(open);
    if (isCrashOfOther(this.#product, head, chain, open === this.#inside)) return null;
    const end =
      open.loose ||
      head.level === 0 ||
      open.endLine > Math.min(open.line, FEW_LINES) ||
      (chain && restOf(chain) === null)
        ? -1
        : this.headless.findEndBehind(head);
    if (end >= 0) {
      for (const part of [
        { ...head, to: end },
        { ...head, from: end, level: 0, tag: NO_TAG },
      ]) {
        this.begin({ ...open, heads: [part], loose: true, read: null, hash: null });
        this.close();
      }
      return null;
    }
    return this.#sink.add(
      open.line,
      open.endLine,
      head.level,
      head.time,
      head,
      chain ?? readReason(this.#matcher, this.#product, head),
    );
  }

  /** An empty line ends the record that is open, unless it is one of those in the output of a crash. */
  pause(): void {
    if (!this.#isCrash()) this.close();
  }

  #isCrash(): boolean {
    if (!this.#open) return false;
    const { chain } = this.meanings.of(this.#open);
    return (
      chain !== null &&
      (chain.open || chain.rule.entry.id === this.#product.crash) &&
      [...this.#open.heads, ...this.#open.more].some(isOfCrash)
    );
  }

  /** Begin a record with the readings of its head, in the line at hand. */
  start(
    heads: Header[],
    loose: boolean,
    forms: readonly Form[] | null = NO_FORMS,
    read: Read | null = null,
    hash: Hash | null = null,
  ): void {
    this.close();
    this.#open = {
      heads,
      more: [],
      line: this.#line,
      endLine: this.#line,
      loose,
      forms,
      read,
      hash,
    };
  }

  /** Begin a record with a message that stands alone. */
  startAlone(
    text: Slice,
    time: number,
    loose: boolean,
    forms: readonly Form[] | null = NO_FORMS,
    chain: Chain | null = null,
    hash: Hash | null = null,
  ): void {
    const head = { ...text, from: skipIndent(text), level: 0, tag: NO_TAG, time };
    this.start(
      [head],
      loose,
      forms,
      chain && restOf(chain) === null ? { head, chain } : null,
      hash,
    );
  }

  /** Begin a record with a head, and behind it one with the end of the agent, where a paste without line breaks has that in the same line. */
  startWithEnd(text: Header, end = this.headless.findEndBehind(text)): void {
    this.start([end < 0 ? text : { ...text, to: end }], true);
    if (end >= 0) this.startAlone({ ...text, from: end }, 0, true);
  }

  /**
   * Take in a line without a head.
   *
   * @param hash of the line, where it has no envelopes
   * @param alone what it means if it stands alone, where that is known
   */
  goOn(line: Slice, states: Undressed[], hash: Hash | null, alone?: Chain | null): void {
    const open = this.#open;
    const own = states.find(({ forms }) => areSame(forms, open ? open.forms : NO_FORMS));
    const piece = { ...(own ?? line), isPiece: own === undefined };
    for (const state of states) {
      if (this.headless.isForeignToAll(state)) continue;
      const chain = alone === undefined ? this.headless.read(state) : alone;
      if (chain && !this.headless.mayStandAlone(state, chain)) continue;
      if (
        !chain ||
        (open &&
          (!this.#mayFollow(open, chain) ||
            this.#belongs(open, chain) ||
            this.#joins(open, piece, chain, hash)))
      )
        continue;
      const isInside =
        open !== null && (open === this.#inside || this.meanings.of(open).chain?.open === true);
      if (this.headless.isStranger(state)) this.headless.adopt({ ...state, program: null });
      this.startAlone(state, this.clocks.own(state.time), false, state.forms, chain, hash);
      if (isInside) this.#inside = this.#open;
      return;
    }
    // `[signal SIGSEGV: ` looks like the name of a host and of a program.
    const mayBeForeign = states.some(
      (state) =>
        this.headless.isForeign(state) ||
        this.headless.isDoubtful(state) ||
        this.headless.isStranger(state),
    );
    if (mayBeForeign && !(own !== undefined && own.depth > 0 && this.#isCrash()))
      return void this.close();
    if (!open || open.loose || this.#isWhole(open)) {
      const from = this.headless.findBehind(line, !open || open.loose, !open?.loose);
      if (from >= 0) return this.startAlone({ ...line, from }, 0, true);
    }
    if (!open) return this.#startCut(line);
    open.endLine = this.#line;
    if (open.more.length === MAX_MORE) return;
    open.more.push({ ...kept(piece), isPiece: piece.isPiece });
    open.read = null;
    open.hash = open.hash && hash && goOnWith(open.hash, hash);
  }

  /** Where a cause is still to come, the next line is that cause, unless it is the last word of the agent. */
  #mayFollow(open: Open, { rule }: Chain): boolean {
    return !isUnfinished(open) || (rule.ends && !rule.nested);
  }

  /** Nothing is missing of a record that does no harm: what somebody wrote under it is no part of it. */
  #isWhole(open: Open): boolean {
    const [head] = open.heads;
    if (
      !head ||
      head.level === 0 ||
      head.level >= this.#product.problemLevel ||
      open.more.length > 0 ||
      isUnfinished(open)
    )
      return false;
    const { chain } = this.meanings.of(open);
    return chain !== null && !chain.open && restOf(chain) === null;
  }

  /** Where the first line of a paste begins in its middle, its head is lost; of the lines that stand in one, only the first is that. */
  #startCut(line: Slice): void {
    if (this.#line !== 1 || this.#isBegun) return;
    this.#isBegun = true;
    const { text, chain } = readCutBeginning(this.#matcher, line, this.headless.options);
    if (chain) this.startAlone(text, 0, false);
  }

  /** The line was cut off the record by a terminal: together they explain as much as apart, or more. */
  #joins(open: Open, piece: Further, chain: Chain, hash: Hash | null): boolean {
    if (!mayBeWrapped(piece, this.#widthBefore)) return false;
    const apart = this.meanings.of(open).chain;
    if (apart && endsInForm(apart)) return false;
    const joined = this.meanings.of({
      ...open,
      more: [...open.more, piece],
      read: null,
      hash: open.hash && hash && goOnWith(open.hash, hash),
    }).chain;
    return joined !== null && joined.literal >= (apart?.literal ?? 0) + chain.literal;
  }

  /** Text of another program goes on over lines; only what ends the agent stands out of it: not how a program ended that was run in it, nor a sentence that many end with. */
  #belongs(open: Open, ending: Chain): boolean {
    const { rule } = ending;
    const isStatus =
      rule.nested && rule.entry.common === true && rule.entry.id !== this.#product.crash;
    if (rule.ends && !isStatus && (rule.nested || this.headless.isOwnEnd(ending, ending.end)))
      return false;
    const { head, chain } = this.meanings.of(open);
    return (
      chain?.open === true ||
      (isStatus && isCrashOfOther(this.#product, head, chain, open === this.#inside))
    );
  }
}
