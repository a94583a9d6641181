/** Ranges of a line's bytes. */
import { encode, matchesAt, trimmedEnd } from './bytes.ts';

/** The bytes of a text: `[from, to)`. */
export interface ByteRange {
  bytes: Uint8Array;
  from: number;
  to: number;
}

/** Return where the first line of a text ends, without trailing white space. */
export function firstLineEnd({ bytes, from, to }: ByteRange): number {
  const newline = bytes.subarray(from, to).indexOf(10);
  return trimmedEnd(bytes, from, newline < 0 ? to : from + newline);
}

/** Return where a text begins after its indentation. */
export function skipIndent({ bytes, from, to }: ByteRange): number {
  let at = from;
  while (at < to && (bytes[at] === 32 || bytes[at] === 9)) at++;
  return at;
}

/** Return the length of the first of some beginnings that an indented text has, or 0. */
export function lengthOfBeginning(text: ByteRange, beginnings: readonly Uint8Array[]): number {
  const from = skipIndent(text);
  const found = beginnings.find(
    (beginning) => from + beginning.length <= text.to && matchesAt(text.bytes, from, beginning),
  );
  return found?.length ?? 0;
}

/** Encode a text as a range of new bytes. */
export function encodeRange(text: string): ByteRange {
  const bytes = encode(text);
  return { bytes, from: 0, to: bytes.length };
}

/**
 * Determines whether positions are inside quotation marks. Query them in ascending order, so that
 * the text is scanned only once.
 */
export class QuoteTracker {
  readonly #bytes: Uint8Array;
  #at: number;
  #isInside = false;

  constructor({ bytes, from }: ByteRange) {
    this.#bytes = bytes;
    this.#at = from;
  }

  containPosition(place: number): boolean {
    for (; this.#at < place; this.#at++) {
      if (this.#bytes[this.#at] === 92) this.#at++;
      else if (this.#bytes[this.#at] === 34) this.#isInside = !this.#isInside;
    }
    return this.#isInside;
  }
}

/**
 * Return whether a text ends within a structure as Go prints it (`&{` and values), because one of
 * the values contains a line break.
 */
export function endsInStructure({ bytes, from, to }: ByteRange): boolean {
  let at = from;
  while (at < to && !(bytes[at] === 38 && bytes[at + 1] === 123)) at++;
  let depth = 0;
  for (; at < to; at++) depth += bytes[at] === 123 ? 1 : bytes[at] === 125 ? -1 : 0;
  return depth > 0;
}

/** Copy a range so that it outlives its chunk. */
export function copyRange({ bytes, from, to }: ByteRange): ByteRange {
  return { bytes: bytes.slice(from, to), from: 0, to: to - from };
}

/** Opening quotation marks, each with the mark that closes it. */
const QUOTATION_MARKS = [
  ['"', '"'],
  ["'", "'"],
  ['`', '`'],
  ['「', '」'],
  ['『', '』'],
].map((marks) => marks.map(encode)) as [Uint8Array, Uint8Array][];

/**
 * Return the position of the closing mark of the quotation whose opening mark is directly before
 * `at`, or null if there is none. It is the last such mark of the text, because a quotation may
 * contain others.
 */
export function endOfQuotation({ bytes, from, to }: ByteRange, at: number): number | null {
  const closing = QUOTATION_MARKS.find(
    ([opening]) => at >= opening.length && matchesAt(bytes, at - opening.length, opening),
  )?.[1];
  if (!closing) return null;
  let end = to - closing.length;
  while (end >= from && !matchesAt(bytes, end, closing)) end--;
  return end < from ? null : end;
}
