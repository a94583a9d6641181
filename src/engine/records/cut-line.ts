/**
 * Lines that a terminal cut off before anything of them could be known: in the middle of the product's own head behind what journald or
 * docker put in front, or in the first words of a message that stands alone. They wait for the next line, and are read together with it.
 */
import { candidatesAt } from '../chain.ts';
import { isPlainAscii } from '../clean.ts';
import { readHeads, undress, type Header, type Undressed } from '../heads/header.ts';
import { LEVELS } from '../levels.ts';
import { join } from '../lines.ts';
import type { CompiledProduct, Matcher } from '../matcher.ts';
import { sliceOf, type Slice } from '../slices.ts';
import { NO_TAG, type Tags } from '../tags.ts';
import { decode, encode, indexOfByte, skipSpace, trimmedEnd } from '../text.ts';
import { readTime } from '../times.ts';

/** Columns that a byte may take. */
const TAB = 8;
/** A narrower window is none that people copy from. */
export const MIN_WINDOW = 60;
/** A head is shorter. */
const MAX_HEAD = 80;
/** Fewer bytes of a sentence may be somebody's. */
const MIN_SENTENCE = 20;
const SPACE = encode(' ');
const NOTHING = new Uint8Array(0);
/** A head that was cut in its level, or in its tag. */
const LEVEL_LEFT = /^\d{4}\S+ [\d:]{8} (?:\S+: )?(WARN|ERROR|CRIT)[A-Z]*(?: <\S*| ?\S?)$/;

/** Whether a line that is nothing by itself may be cut before its head was over, or begins like a message. */
export function endsTooSoon(matcher: Matcher, states: readonly Undressed[]): boolean {
  return states.slice(1).some(({ bytes, from, to }) => {
    const first = bytes[from] as number;
    const isInHead = first >= 48 && first <= 57 && to - from < MAX_HEAD;
    return (
      isInHead ||
      (from < to && (candidatesAt(matcher, bytes, from, to) > 0 || matcher.trie.stopped === to))
    );
  });
}

/** Whether a line is a head and nothing else, which no program prints: its message was wrapped to the next line. */
export function isHeadOnly(
  product: CompiledProduct,
  tags: Tags,
  states: readonly Undressed[],
): boolean {
  return states.some(({ bytes, from, to }) => {
    if (bytes[trimmedEnd(bytes, from, to) - 1] !== 62) return false;
    const spaced = join([bytes.subarray(from, trimmedEnd(bytes, from, to)), SPACE]);
    return readHeads(product, tags, { bytes: spaced, from: 0, to: spaced.length }).some(
      (head) => head.tag !== NO_TAG && head.from === head.to,
    );
  });
}

/** Whether a line without head and envelope is the beginning of a sentence that may stand alone, as far as it goes. */
export function beginsSentence(matcher: Matcher, { bytes, from, to }: Slice): boolean {
  const end = trimmedEnd(bytes, from, to);
  return (
    end - from >= MIN_SENTENCE &&
    candidatesAt(matcher, bytes, from, end) === 0 &&
    matcher.trie.stopped === end
  );
}

/** Put the next line behind one that waits, as it stood before it was cut, or wrapped between words. */
export function joinCut(product: CompiledProduct, line: Slice, next: Slice): Undressed[] {
  return [NOTHING, SPACE].flatMap((between) => {
    const bytes = join([
      line.bytes.subarray(line.from, line.to),
      between,
      next.bytes.subarray(next.from, next.to),
    ]);
    return undress(product, { bytes, from: 0, to: bytes.length });
  });
}

/** Whether a terminal may have cut a line off the one before: it is not wider than the window, and its first word found no room there. */
export function mayBeWrapped({ bytes, from, to }: Slice, widthBefore: number): boolean {
  const space = indexOfByte(bytes, 32, skipSpace(bytes, from, to), to);
  const word = space < 0 ? to : space;
  return to - word <= widthBefore + TAB || !isPlainAscii(bytes, from, to);
}

/** What is left of a line that was cut off before its message: that something is wrong. Null where not even that is. */
export function levelLeftOf({ bytes, from, to }: Slice): Header | null {
  const [, left] = LEVEL_LEFT.exec(decode(bytes, from, to)) ?? [];
  if (left === undefined) return null;
  const level = LEVELS.findIndex((name) => name?.startsWith(left));
  return { ...levelAlone(level), level, tag: NO_TAG, time: readTime(bytes, from, from + 11) };
}

/** What stands for a message of which only its level is known. */
export function levelAlone(level: number): Slice {
  return sliceOf(`${LEVELS[level]} <…`);
}
