/**
 * Lines that a terminal cut before they could be recognized: inside the product's own header, after
 * a journald or docker prefix, or in the first words of a standalone message. They are held until
 * the next line and read together with it.
 */
import { candidatesAt } from '../chains/chain.ts';
import { isPlainAscii } from '../lines/clean-line.ts';
import {
  readHeaders,
  stripEnvelopes,
  type Header,
  type StrippedLine,
  type CompiledProduct,
} from '../headers/header.ts';
import { LEVEL_OF_NUMBER } from '../headers/levels.ts';
import { concatBytes } from '../lines/line-reader.ts';
import type { Matcher } from '../templates/matcher.ts';
import { encodeRange, type ByteRange } from '../lines/byte-range.ts';
import { NO_TAG, type Tags } from '../headers/tags.ts';
import { decode, encode, indexOfByte, skipSpace, trimmedEnd } from '../lines/bytes.ts';
import { readTime } from '../headers/timestamps.ts';

/** Columns that one byte may take up. */
const TAB = 8;
/** Narrower terminal windows do not occur in practice. */
export const MIN_WINDOW = 60;
/** Longer than any header, in bytes. */
const MAX_HEAD = 80;
/** Fewer bytes may be the start of another program's sentence. */
const MIN_SENTENCE = 20;
const SPACE = encode(' ');
const NOTHING = new Uint8Array(0);
/** A header that was cut within its level or its tag. */
const LEVEL_LEFT = /^\d{4}\S+ [\d:]{8} (?:\S+: )?(WARN|ERROR|CRIT)[A-Z]*(?: <\S*| ?\S?)$/;

/**
 * Return whether a line that means nothing by itself may have been cut inside its header, or starts
 * like a message.
 */
export function isCutTooEarly(matcher: Matcher, variants: readonly StrippedLine[]): boolean {
  return variants.slice(1).some(({ bytes, from, to }) => {
    const first = bytes[from] as number;
    const isInHead = first >= 48 && first <= 57 && to - from < MAX_HEAD;
    return (
      isInHead ||
      (from < to && (candidatesAt(matcher, bytes, from, to) > 0 || matcher.trie.stoppedAt === to))
    );
  });
}

/**
 * Return whether a line is a header and nothing else. No program prints that, so the message was
 * wrapped to the next line.
 */
export function isHeaderOnly(
  product: CompiledProduct,
  tags: Tags,
  variants: readonly StrippedLine[],
): boolean {
  return variants.some(({ bytes, from, to }) => {
    if (bytes[trimmedEnd(bytes, from, to) - 1] !== 62) return false;
    const spaced = concatBytes([bytes.subarray(from, trimmedEnd(bytes, from, to)), SPACE]);
    return readHeaders(product, tags, { bytes: spaced, from: 0, to: spaced.length }).some(
      (head) => head.tag !== NO_TAG && head.from === head.to,
    );
  });
}

/**
 * Return whether a line without header or envelope is the start of a standalone sentence and
 * nothing else.
 */
export function beginsSentence(matcher: Matcher, { bytes, from, to }: ByteRange): boolean {
  const end = trimmedEnd(bytes, from, to);
  return (
    end - from >= MIN_SENTENCE &&
    candidatesAt(matcher, bytes, from, end) === 0 &&
    matcher.trie.stoppedAt === end
  );
}

/**
 * Join a held line and the next one, both as if cut inside a word and as if wrapped between words.
 */
export function joinHeldLine(
  product: CompiledProduct,
  line: ByteRange,
  next: ByteRange,
): StrippedLine[] {
  return [NOTHING, SPACE].flatMap((between) => {
    const bytes = concatBytes([
      line.bytes.subarray(line.from, line.to),
      between,
      next.bytes.subarray(next.from, next.to),
    ]);
    return stripEnvelopes(product, { bytes, from: 0, to: bytes.length });
  });
}

/**
 * Return whether a terminal may have wrapped this line from the one before: its first word did not
 * fit there.
 *
 * @param widthBefore bytes of the line before, including its prefix
 */
export function mayBeWrapped({ bytes, from, to }: ByteRange, widthBefore: number): boolean {
  const space = indexOfByte(bytes, 32, skipSpace(bytes, from, to), to);
  const word = space < 0 ? to : space;
  return to - word <= widthBefore + TAB || !isPlainAscii(bytes, from, to);
}

/**
 * Return a header for a line that was cut after its level (WARNING or worse) but before its
 * message, or null.
 */
export function readTruncatedHeader({ bytes, from, to }: ByteRange): Header | null {
  const [, left] = LEVEL_LEFT.exec(decode(bytes, from, to)) ?? [];
  if (left === undefined) return null;
  const level = LEVEL_OF_NUMBER.findIndex((name) => name?.startsWith(left));
  return {
    ...placeholderOfLevel(level),
    level,
    tag: NO_TAG,
    time: readTime(bytes, from, from + 11),
  };
}

/** Return a placeholder for a message if only its level is known. */
export function placeholderOfLevel(level: number): ByteRange {
  return encodeRange(`${LEVEL_OF_NUMBER[level]} <…`);
}
