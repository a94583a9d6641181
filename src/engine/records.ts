/**
 * Lines to records: a head begins a record, a message that may stand alone begins one too, what follows belongs to it.
 *
 * A line without a head belongs to the record before it, unless it begins like a message of a catalog that may stand alone
 * (`product.plain`), an empty line came between, or another program wrote it. When a record is complete it is read in each way that
 * its lines may have been one message: as they stand, and joined as a terminal or a mail program wrapped them.
 */
import { cleanLine } from './clean.ts';
import { findChain, readChain, type Chain } from './chain.ts';
import { findHeads, readHeads, undress, type Header, type Undressed } from './header.ts';
import type { CompiledProduct, Matcher } from './matcher.ts';
import type { Level } from './report.ts';

export interface LogRecord {
  /** First and last physical line, from 1. */
  line: number;
  endLine: number;
  level: Level | null;
  time: string | null;
  text: string;
  chain: Chain | null;
}

interface Open {
  /** The readings of its head, the likeliest first. */
  heads: Header[];
  /** The lines that follow the first. */
  more: string[];
  line: number;
  endLine: number;
  loose: boolean;
  /** How many envelopes were peeled off its first line: as many come off the lines that follow. */
  depth: number;
  chain: Chain | null;
}

/** Lines of a record that are kept: what a message means stands at its beginning. */
const MAX_MORE = 200;

/** Groups lines into records and reads each one's chain. */
export class RecordReader {
  #line = 0;
  #open: Open | null = null;
  readonly #matcher: Matcher;
  readonly #product: CompiledProduct;
  readonly #onRecord: (record: LogRecord) => void;

  constructor(matcher: Matcher, product: CompiledProduct, onRecord: (record: LogRecord) => void) {
    this.#matcher = matcher;
    this.#product = product;
    this.#onRecord = onRecord;
  }

  get lines(): number {
    return this.#line;
  }

  push(raw: string): void {
    this.#line++;
    const line = cleanLine(raw);
    if (line.trim() === '') return this.#close();
    const heads = readHeads(this.#product, line, 0);
    if (heads.length > 0 && this.#startOwn(heads, line)) return;
    const states = undress(this.#product, line);
    for (const state of states.slice(1)) {
      const inner = readHeads(this.#product, state.text, 0).map((head) => ({ ...head, time: head.time ?? state.time }));
      if (inner.length > 0 && this.#startOwn(inner, state.text, state.depth)) return;
    }
    const found = findHeads(this.#product, line);
    if (found.length > 0) return this.#startInside(line, found);
    this.#pushPlain(line, states);
  }

  close(): void {
    this.#close();
  }

  /** Begin a record with a head; without a tag it counts only if a template fits, for other programs write such heads too. */
  #startOwn(heads: Header[], line: string, depth = 0): boolean {
    const tagged = heads.filter((head) => head.tag !== null || this.#readWithoutTag(head.text, head.level) !== null);
    if (tagged.length === 0) return false;
    const second = line.indexOf(' <', line.length - (tagged[0]?.text.length ?? 0)) < 0 ? [] : findHeads(this.#product, line).filter(({ from }) => from > 0);
    if (second.length > 0 && tagged[0]?.tag !== null) {
      this.#startInside(line, [{ from: 0, header: tagged[0] as Header }, ...second.filter(({ from }) => from > line.length - (tagged[0]?.text.length ?? 0))]);
      return true;
    }
    this.#start(tagged, false, depth);
    return true;
  }

  /** Several heads in one line, or one after a prefix that is not known: a record each. */
  #startInside(line: string, found: { from: number; header: Header }[]): void {
    found.forEach(({ header }, index) => {
      const next = found[index + 1];
      const text = next ? header.text.slice(0, header.text.length - (line.length - next.from)).trimEnd() : header.text;
      this.#start([{ ...header, text }], true);
    });
  }

  #start(heads: Header[], loose: boolean, depth = 0): void {
    this.#close();
    const [head] = heads;
    if (head) this.#open = { heads, more: [], line: this.#line, endLine: this.#line, loose, depth, chain: null };
  }

  #pushPlain(line: string, states: Undressed[]): void {
    const open = this.#open;
    const piece = (states.find(({ depth }) => depth === (open?.depth ?? 0)) ?? states[0])?.text ?? line;
    const isForeign = ({ program }: Undressed): boolean => program !== null && !this.#product.programs.includes(program);
    if (!open || !this.#isUnfinished(open)) {
      for (const state of states) {
        if (isForeign(state)) continue;
        const text = state.text.trimStart();
        const chain = this.#readPlain(text);
        if (chain && (!open || (!this.#belongs(open, chain) && !this.#joins(open, piece, chain)))) {
          return this.#start([{ level: null, tag: null, time: state.time, text }], false, state.depth);
        }
      }
    }
    if (states.some(isForeign)) return this.#close();
    if (!open || open.loose) {
      const last = this.#findEnd(line);
      if (last !== null) return this.#start([{ level: null, tag: null, time: null, text: last }], true);
    }
    if (!open) return;
    if (open.more.length < MAX_MORE) open.more.push(piece);
    open.endLine = this.#line;
    open.chain = null;
  }

  /** The line was cut off the record by a terminal: together they explain as much as apart, or more. */
  #joins(open: Open, piece: string, chain: Chain): boolean {
    open.chain ??= this.#readOpen(open).chain;
    const joined = this.#readOpen({ ...open, more: [...open.more, piece] }).chain;
    return joined !== null && joined.literal >= (open.chain?.literal ?? 0) + chain.literal;
  }

  /** Behind a prefix that is not known, only what ends the agent or a command is looked for: it has no head to be found by. */
  #findEnd(line: string): string | null {
    const chain = findChain(this.#matcher, line, { level: null, tag: null, catalogs: this.#product.plain, loose: true });
    return chain && chain.rule.entry.ends !== undefined && chain.literal >= 12 ? line.slice(chain.from) : null;
  }

  /** The record breaks off where a cause should follow: the next line continues it. */
  #isUnfinished(open: Open): boolean {
    return /:\s*$/.test(open.more.at(-1) ?? open.heads[0]?.text ?? '') && open.more.length < 40;
  }

  /** Text of another program goes on over lines; only what ends the agent stands out of it. */
  #belongs(open: Open, chain: Chain): boolean {
    open.chain ??= this.#readOpen(open).chain;
    return open.chain?.open === true && chain.rule.entry.ends === undefined;
  }

  /** Without a head a message needs some literal characters: a word by chance is none. */
  #readPlain(text: string): Chain | null {
    const chain = this.#readWithoutTag(text, null);
    return chain && chain.literal >= 6 ? chain : null;
  }

  #readWithoutTag(text: string, level: Level | null): Chain | null {
    return readChain(this.#matcher, text, 0, { level, tag: null, catalogs: this.#product.plain });
  }

  #readOpen(open: Open): { head: Header; chain: Chain | null; text: string } {
    let best: { head: Header; chain: Chain | null; text: string } | null = null;
    for (const head of open.heads) {
      const whole = [head.text, ...open.more];
      const texts = open.more.length === 0 ? whole : [whole.join('\n'), head.text, whole.join(''), whole.map((piece) => piece.trim()).join(' ')];
      for (const text of texts) {
        const chain = readChain(this.#matcher, text, 0, { level: head.level, tag: head.tag, loose: open.loose, catalogs: this.#product.plain });
        if (!best || isBetter(chain, best.chain)) best = { head, chain, text };
      }
    }
    const read = best as { head: Header; chain: Chain | null; text: string };
    if (read.chain?.rest === null || open.loose) return read;
    // A pager or a copied window cuts lines: `journalctl` marks the place with `>` or an ellipsis, or not at all.
    const cut = read.text.split('\n', 1)[0]?.replace(/(?:>|…|\.\.\.)?\s*$/, '') ?? '';
    const chain = readChain(this.#matcher, cut, 0, { level: read.head.level, tag: read.head.tag, catalogs: this.#product.plain, cut: true });
    return chain && isBetter(chain, read.chain) ? { ...read, chain: { ...chain, cut: true } } : read;
  }

  #close(): void {
    const open = this.#open;
    if (!open) return;
    this.#open = null;
    const { head, chain, text } = this.#readOpen(open);
    this.#onRecord({ line: open.line, endLine: open.endLine, level: head.level, time: head.time, text, chain });
  }
}

/** Of two readings of a record's lines, the one that knows more: no rest before rest, then the literal characters. */
function isBetter(chain: Chain | null, best: Chain | null): boolean {
  if (!chain || !best) return chain !== null && best === null;
  if ((chain.rest === null) !== (best.rest === null)) return chain.rest === null && chain.literal >= best.literal;
  return chain.literal > best.literal;
}
