/** Recognizes lines whose end a pager or a narrow window cut off, with or without a mark. */
import { findCandidates } from '../chains/chain.ts';
import { LEVEL_OF_NUMBER } from '../headers/levels.ts';
import type { ProductMatcher } from '../templates/matcher.ts';
import { encodeRange, firstLineEnd, type ByteRange } from '../lines/byte-range.ts';
import { trimmedEnd } from '../lines/bytes.ts';

/** A part of a sentence identifies it if it has this many bytes and is at least half of it. */
export const MIN_REMAINING = 16;

/** Marks that pagers put at the end of a cut line: `>`, `…` in UTF-8, or `...`. */
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

/** Return a stand-in for a message if only its level is known. */
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
