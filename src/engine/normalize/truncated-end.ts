/** Reads messages whose end was cut by a pager or a narrow window, with or without a mark. */
import { findCandidates, NESTED, readChain } from '../chains/chain.ts';
import type { Chain, ReadOptions } from '../chains/chain-links.ts';
import { LEVEL_OF_NUMBER } from '../headers/levels.ts';
import type { ProductMatcher } from '../templates/matcher.ts';
import { encodeRange, firstLineEnd, type ByteRange } from '../lines/byte-range.ts';
import { decode, trimmedEnd } from '../lines/bytes.ts';

/** Bytes of a sentence that are enough to identify it, if they are at least half of it. */
export const MIN_REMAINING = 16;

/** Marks with which pagers end a cut line: `>`, `…` in UTF-8, or `...`. */
const MARKS = [[62], [226, 128, 166], [46, 46, 46]];
/** The last bytes of these marks. */
export const CUT_MARK_ENDS: readonly (number | undefined)[] = MARKS.map((mark) => mark.at(-1));

/** Return where the first line ends, not counting a pager's cut mark. */
export function endWithoutCutMark(text: ByteRange, end = firstLineEnd(text)): number {
  const { bytes, from } = text;
  const isMark = (mark: readonly number[]): boolean =>
    mark.every((byte, index) => bytes[end - mark.length + index] === byte);
  const mark = MARKS.find(isMark);
  return trimmedEnd(bytes, from, end - (mark ? mark.length : 0));
}

/** Return whether a pager marked the first line as cut. */
export function hasCutMark(text: ByteRange): boolean {
  const end = firstLineEnd(text);
  return endWithoutCutMark(text, end) < end;
}

/** Return a stand-in for a message of which only the level is known. */
export function placeholderOfLevel(level: number): ByteRange {
  return encodeRange(`${LEVEL_OF_NUMBER[level]} <…`);
}

/** Return whether a text ends within the first literal of a template. */
export function isBeginning(matcher: ProductMatcher, text: ByteRange): boolean {
  const { from, to } = text;
  const count = findCandidates(matcher, text);
  const longest = matcher.beginnings[matcher.state.candidates[0]?.[count - 1] ?? -1];
  return matcher.trie.stoppedAt >= to && (count === 0 || longest?.length !== to - from);
}

/**
 * Read a message that was truncated within its first sentence. If several sentences start this way,
 * take the shortest. Return null if too little is left.
 *
 * @param isMarked whether a mark shows that it was truncated; if not, only the sentence's trailing
 * space may be missing
 */
export function readTruncatedSentence(
  matcher: ProductMatcher,
  text: ByteRange,
  options: ReadOptions,
  isMarked = true,
): Chain | null {
  const { bytes, from, to } = text;
  if (to - from < MIN_REMAINING) return null;
  findCandidates(matcher, text);
  // Stop if the text differs from every template before its end, as most texts do.
  if (matcher.trie.stoppedAt < to) return null;
  const excerpt = decode(bytes, from, to);
  const sentences = matcher.beginnings
    .filter(
      (beginning) => beginning.startsWith(excerpt) && (isMarked || beginning === `${excerpt} `),
    )
    .sort((a, b) => a.length - b.length);
  for (const sentence of sentences) {
    // Either the sentence is the whole message or a hole follows, and every hole accepts a digit.
    // The report shows only the original text.
    for (const whole of [sentence, `${sentence}0`]) {
      const chain = readChain(matcher, encodeRange(whole), options);
      if (chain)
        return {
          ...chain,
          bytes,
          from,
          end: to,
          spans: chain.spans.map(() => -1),
          below: null,
          rest: null,
          isBelowForeign: false,
          links: 1,
          literal: to - from,
        };
    }
  }
  return null;
}

/**
 * Resolve the last cause of a chain if it was truncated within its first sentence. Return the chain
 * unchanged if no template starts that way.
 */
export function withTruncatedCause(matcher: ProductMatcher, chain: Chain): Chain {
  if (chain.below) {
    const below = chain.isBelowForeign ? chain.below : withTruncatedCause(matcher, chain.below);
    return below === chain.below
      ? chain
      : {
          ...chain,
          below,
          links: 1 + below.links,
          literal: chain.literal - chain.below.literal + below.literal,
        };
  }
  const catalogs = chain.rule.holes.find(({ kind }) => kind === 'cause')?.catalogs ?? 0;
  const below = chain.rest && readTruncatedSentence(matcher, chain.rest, { ...NESTED, catalogs });
  return below
    ? {
        ...chain,
        below,
        rest: null,
        links: 2,
        literal: chain.literal + below.literal,
        isTruncated: true,
      }
    : chain;
}

/**
 * Resolve the last cause of a chain if it fits only a template that takes any text to the end, and
 * is exactly the beginning of a longer sentence. If too little is left to know which one, only drop
 * the values of that template. Return the chain unchanged otherwise.
 */
export function withTruncatedLink(matcher: ProductMatcher, chain: Chain): Chain {
  if (chain.below === null || chain.isBelowForeign) return chain;
  const below =
    chain.below.below === null
      ? truncatedLink(matcher, chain.below)
      : withTruncatedLink(matcher, chain.below);
  return below === chain.below ? chain : { ...chain, below, isTruncated: below.isTruncated };
}

function truncatedLink(matcher: ProductMatcher, link: Chain): Chain {
  const hole = link.rule.program.parts.at(-1)?.hole ?? null;
  if (hole === null || hole.bounded || link.rest !== null) return link;
  const { bytes, from, end: to } = link;
  const text = { bytes, from, to };
  return (
    readTruncatedSentence(matcher, text, NESTED) ??
    (isBeginning(matcher, text)
      ? { ...link, spans: link.spans.map(() => -1), isTruncated: true }
      : link)
  );
}
