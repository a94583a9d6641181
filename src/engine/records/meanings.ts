/**
 * What a record means, whose lines may be more than one: it is read in each way that they may have been one message, as they stand, and
 * joined as a terminal or a mail program wrapped them. A record that came before is known by its hash.
 */
import { readChain, restOf, type Chain, type ReadOptions } from '../chain.ts';
import { seen, type Part } from '../fit.ts';
import type { Form, Header } from '../heads/header.ts';
import type { Matcher } from '../matcher.ts';
import { endOfCut, isMarkedCut, kept, lineEnd, readings, type Further } from '../slices.ts';
import { trimmedEnd } from '../text.ts';
import { MIN_LEFT, readCutSentence, withCutCause } from './cut-beginning.ts';
import { levelAlone } from './cut-line.ts';
import { Memo, type Hash } from './memo.ts';

/** A sentence that ends here lacks nothing but its cause. */
export const COLON = 58;

/** A record that more lines may belong to. */
export interface Open {
  /** The readings of its head, the likeliest first. */
  heads: Header[];
  /** The lines that follow the first. */
  more: Further[];
  line: number;
  endLine: number;
  loose: boolean;
  /** The envelopes that were peeled off its first line, null where one was JSON or CSV: the same come off the lines that follow. */
  forms: readonly Form[] | null;
  /** What the lines so far mean, once somebody asked. */
  read: Read | null;
  /** By which the lines so far are known, with the level and the tag of the only head; null where they are not. */
  hash: Hash | null;
}

/** The likeliest reading of a record. */
export interface Read {
  head: Header;
  chain: Chain | null;
}

/** Reads the records of a log. */
export class Meanings {
  readonly #matcher: Matcher;
  readonly options: ReadOptions;
  readonly #known = new Memo<Read>();

  constructor(matcher: Matcher, options: ReadOptions) {
    this.#matcher = matcher;
    this.options = options;
  }

  /** What the lines so far mean. */
  of(open: Open): Read {
    open.read ??=
      open.hash && !open.loose ? this.#readAgain(open, open.hash) : this.#readLines(open);
    return open.read;
  }

  /** Read the lines of a record, or know them from the last time. */
  #readAgain(open: Open, hash: Hash): Read {
    const [head] = open.heads as [Header];
    const known = this.#known.find(head.level, head.tag, hash);
    if (known !== undefined)
      return { head: { ...known.head, time: head.time }, chain: known.chain };
    if (!this.#known.meet(head.level, head.tag, hash)) return this.#readLines(open);
    const read = this.#readLines({ ...open, heads: [{ ...head, ...kept(head) }] });
    this.#known.keep(read);
    return read;
  }

  #readLines(open: Open): Read {
    const { brokenOff } = seen;
    let best: Read | null = null;
    for (const head of open.heads) {
      for (const text of readings(head, open.more)) {
        const chain = readChain(this.#matcher, text.bytes, text.from, text.to, {
          ...this.options,
          level: head.level,
          tag: head.tag,
          loose: open.loose,
        });
        if (!best || knowsMore(chain, best.chain)) best = { head: { ...head, ...text }, chain };
      }
    }
    const read = best as Read;
    if (read.chain && restOf(read.chain) === null) return read;
    if ((open.loose || seen.brokenOff === brokenOff) && !isMarkedCut(read.head)) return read;
    return this.ofCut(read);
  }

  /** A pager or a copied window cuts lines: `journalctl` marks the place with `>` or an ellipsis, or not at all. */
  ofCut(read: Read): Read {
    const { bytes, from, level, tag } = read.head;
    const end = lineEnd(read.head);
    const to = endOfCut(read.head, end);
    const isMarked = to < end;
    const isKnowable = isMarked || bytes[to - 1] === COLON;
    const options = { ...this.options, level, tag, cut: true };
    const found =
      readChain(this.#matcher, bytes, from, to, options) ??
      (read.chain === null && isKnowable
        ? readCutSentence(this.#matcher, { bytes, from, to }, options, isMarked)
        : null);
    const chain =
      found && isMarked
        ? withCutCause(this.#matcher, found)
        : (found ?? (isMarked && to - from < MIN_LEFT ? this.#ofLevel(level) : null));
    return chain && knowsMore(chain, read.chain) ? { ...read, chain } : read;
  }

  /** Too little is left of a message to know it by. */
  #ofLevel(level: number): Chain | null {
    const { bytes, from, to } = levelAlone(level);
    return readChain(this.#matcher, bytes, from, to, this.options);
  }
}

/** The record breaks off where a cause should follow: the next line continues it. */
export function isUnfinished({ heads, more }: Open): boolean {
  const last = more.at(-1) ?? (heads[0] as Header);
  return more.length < 40 && last.bytes[trimmedEnd(last.bytes, last.from, last.to) - 1] === COLON;
}

/** The last message of a chain ends in a literal or in a value of a fixed form: it is whole. */
export function endsInForm(chain: Chain): boolean {
  let link = chain;
  while (link.below) link = link.below;
  const { hole } = link.rule.program.parts.at(-1) as Part;
  return link.rest === null && !chain.cut && (hole === null || hole.bounded);
}

/** Of two readings of a record's lines, the one that knows more: no rest before rest, then the literal characters, then those in another program's text. */
function knowsMore(chain: Chain | null, best: Chain | null): boolean {
  if (!chain || !best) return chain !== null && best === null;
  const [isKnown, wasKnown] = [restOf(chain) === null, restOf(best) === null];
  if (isKnown !== wasKnown) return isKnown && chain.literal >= best.literal;
  return (
    chain.literal > best.literal ||
    (chain.literal === best.literal && foreignLiteral(chain) > foreignLiteral(best))
  );
}

/** Literal characters of what is known in text of another program. */
function foreignLiteral(chain: Chain): number {
  for (let link: Chain | null = chain; link; link = link.below)
    if (link.foreign) return link.below?.literal ?? 0;
  return 0;
}
