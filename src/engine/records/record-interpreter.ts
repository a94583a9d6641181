/**
 * Finds the meaning of a record. Its lines are read in every way that they may have been one
 * message: as they are, and joined as if wrapped by a terminal or a mail program. Repeated records
 * are looked up by hash.
 */
import { readChain, restOf } from '../chains/chain.ts';
import type { Chain, ReadOptions } from '../chains/chain-links.ts';
import { seen, type Part } from '../templates/fit.ts';
import type { Form, Header } from '../headers/header.ts';
import type { Matcher } from '../templates/matcher.ts';
import {
  endOfCut,
  isMarkedCut,
  kept,
  lineEnd,
  readings,
  type Further,
} from '../lines/byte-range.ts';
import { trimmedEnd } from '../lines/bytes.ts';
import { MIN_LEFT, readCutSentence, withCutCause } from '../normalize/truncated-start.ts';
import { levelAlone } from '../normalize/truncated-line.ts';
import { Memo, type Hash } from '../cache/direct-mapped-cache.ts';

/** A sentence that ends with a colon lacks only its cause. */
export const COLON = 58;

/** A record that may still get more lines. */
export interface Open {
  /** The readings of its header, the most likely first. */
  heads: Header[];
  /** The lines after the first. */
  more: Further[];
  line: number;
  endLine: number;
  loose: boolean;
  /**
   * Envelopes stripped from its first line, which the following lines have too; null if one was
   * JSON or CSV.
   */
  forms: readonly Form[] | null;
  /** The meaning of the lines so far, computed on demand. */
  read: Read | null;
  /**
   * Hash of the lines so far; null if they cannot be cached. Together with the level and tag of the
   * only header it is the cache key.
   */
  hash: Hash | null;
}

/** The most likely reading of a record. */
export interface Read {
  head: Header;
  chain: Chain | null;
}

/** Interprets the records of a log. */
export class Meanings {
  readonly #matcher: Matcher;
  readonly options: ReadOptions;
  readonly #known = new Memo<Read>();

  constructor(matcher: Matcher, options: ReadOptions) {
    this.#matcher = matcher;
    this.options = options;
  }

  /** Return the meaning of the lines so far. */
  meaningOf(open: Open): Read {
    open.read ??=
      open.hash && !open.loose ? this.#readCached(open, open.hash) : this.#readLines(open);
    return open.read;
  }

  /** Look the record up in the cache, or read it. */
  #readCached(open: Open, hash: Hash): Read {
    const [head] = open.heads as [Header];
    const known = this.#known.findValue(head.level, head.tag, hash);
    if (known !== undefined)
      return { head: { ...known.head, time: head.time }, chain: known.chain };
    if (!this.#known.noteMiss(head.level, head.tag, hash)) return this.#readLines(open);
    const read = this.#readLines({ ...open, heads: [{ ...head, ...kept(head) }] });
    this.#known.storeValue(read);
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
    return this.meaningOfTruncated(read);
  }

  /**
   * Read a record as truncated by a pager or a narrow window. `journalctl` marks the place with `>`
   * or an ellipsis, or not at all.
   */
  meaningOfTruncated(read: Read): Read {
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

  /** Return what the level alone tells of a message of which too little is left. */
  #ofLevel(level: number): Chain | null {
    const { bytes, from, to } = levelAlone(level);
    return readChain(this.#matcher, bytes, from, to, this.options);
  }
}

/**
 * Return whether the record breaks off where a cause should follow, so that the next line continues
 * it.
 */
export function isUnfinished({ heads, more }: Open): boolean {
  const last = more.at(-1) ?? (heads[0] as Header);
  return more.length < 40 && last.bytes[trimmedEnd(last.bytes, last.from, last.to) - 1] === COLON;
}

/**
 * Return whether the last message of a chain ends in a literal or in a value of a fixed form, so
 * that it is complete.
 */
export function endsInForm(chain: Chain): boolean {
  let link = chain;
  while (link.below) link = link.below;
  const { hole } = link.rule.program.parts.at(-1) as Part;
  return link.rest === null && !chain.cut && (hole === null || hole.bounded);
}

/**
 * Return whether `chain` explains more than `best`: first no unmatched rest, then more literal
 * bytes, then more of them in another program's text.
 */
function knowsMore(chain: Chain | null, best: Chain | null): boolean {
  if (!chain || !best) return chain !== null && best === null;
  const [isKnown, wasKnown] = [restOf(chain) === null, restOf(best) === null];
  if (isKnown !== wasKnown) return isKnown && chain.literal >= best.literal;
  return (
    chain.literal > best.literal ||
    (chain.literal === best.literal && foreignLiteral(chain) > foreignLiteral(best))
  );
}

/** Count the literal bytes matched in text of another program. */
function foreignLiteral(chain: Chain): number {
  for (let link: Chain | null = chain; link; link = link.below)
    if (link.foreign) return link.below?.literal ?? 0;
  return 0;
}
