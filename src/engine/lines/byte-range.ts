/**
 * Slices of a line's bytes, and the ways in which the lines of a record may have been one message.
 */
import { concatBytes } from './line-reader.ts';
import { decode, encode, indexOfBytes, isWord, trimmedEnd } from './bytes.ts';

/** A range of some bytes. */
export interface ByteRange {
  bytes: Uint8Array;
  from: number;
  to: number;
}

/** Fewer spaces are part of the message. */
const MIN_INDENT = 2;
/**
 * Most lines of a wrapped message that are told apart from text below it; a longer one is joined
 * with all lines.
 */
const MAX_WRAPPED = 4;
const NEWLINE = encode('\n');
const SPACE = encode(' ');
const NOTHING = new Uint8Array(0);
/** What a pager puts where it cuts a line: `>`, `…` in UTF-8, or `...`. */
const MARKS = [[62], [226, 128, 166], [46, 46, 46]];
/** The last bytes of these marks. */
export const MARK_ENDS: readonly (number | undefined)[] = MARKS.map((mark) => mark.at(-1));

/** Return where the first line ends without a pager's cut mark. */
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

/** Return where the first line of a text ends, without white space. */
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

/** Encode a text as a slice. */
export function encodeRange(text: string): ByteRange {
  const bytes = encode(text);
  return { bytes, from: 0, to: bytes.length };
}

/**
 * Tells whether given positions, queried in ascending order, are inside quotation marks, where text
 * is quoted from elsewhere. Scans the text only once.
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
 * Return whether a text ends within a structure as Go prints it (`&{` and values), which happens if
 * a value contains a line break.
 */
export function endsInStructure({ bytes, from, to }: ByteRange): boolean {
  let at = from;
  while (at < to && !(bytes[at] === 38 && bytes[at + 1] === 123)) at++;
  let depth = 0;
  for (; at < to; at++) depth += bytes[at] === 123 ? 1 : bytes[at] === 125 ? -1 : 0;
  return depth > 0;
}

/** Copy a slice so that it outlives its chunk. */
export function copyRange({ bytes, from, to }: ByteRange): ByteRange {
  return { bytes: bytes.slice(from, to), from: 0, to: to - from };
}

/** A line after the first of a record. */
export interface FurtherLine extends ByteRange {
  /**
   * Whether it lacks the envelope of the other lines, so that a terminal may have cut it off the
   * line before.
   */
  lacksEnvelope: boolean;
}

/** Return the ways in which the lines of a record may have been one message. */
export function possibleTexts(head: ByteRange, more: readonly FurtherLine[]): ByteRange[] {
  if (more.length === 0) return [head];
  const lines = [head, ...more];
  const asLines = [
    joined(lines, NEWLINE),
    head,
    joined(lines, NOTHING),
    joined(lines.map(trimmed), SPACE),
  ];
  // Text that somebody wrote directly under a wrapped message is not part of it.
  for (let length = 2; length <= MAX_WRAPPED && length < lines.length; length++)
    asLines.push(
      joined(lines.slice(0, length), NOTHING),
      joined(lines.slice(0, length).map(trimmed), SPACE),
    );
  if (endsInSoftBreak(head)) asLines.push(decodeQuotedPrintable(lines));
  // Wrapped lines may be indented. If all of them also begin with a space of the message, that
  // cannot be told from the indentation, so try one column less too.
  const indent = Math.min(...more.map((line) => skipIndent(line) - line.from));
  if (indent >= MIN_INDENT || (indent > 0 && more.every(({ bytes, from }) => bytes[from] === 9)))
    asLines.push(
      ...[indent, indent - 1].map((width) =>
        joined([head, ...more.map((line) => ({ ...line, from: line.from + width }))], NOTHING),
      ),
    );
  if (
    !more.some(({ lacksEnvelope }) => lacksEnvelope) ||
    more.every(({ lacksEnvelope }) => lacksEnvelope)
  )
    return asLines;
  return [
    ...asLines,
    ...[NOTHING, SPACE].flatMap((between) => {
      const whole = rejoined(head, more, between);
      return [joined(whole, NEWLINE), whole[0] as ByteRange];
    }),
  ];
}

/** Return whether a line ends with a soft line break of a quoted-printable email. */
function endsInSoftBreak({ bytes, from, to }: ByteRange): boolean {
  return bytes[trimmedEnd(bytes, from, to) - 1] === 61;
}

/**
 * Decode lines of a quoted-printable email (RFC 2045): `=` ends a line that continues, and encodes
 * bytes.
 */
function decodeQuotedPrintable(lines: readonly ByteRange[]): ByteRange {
  const parts = lines.map((line) =>
    endsInSoftBreak(line)
      ? { ...line, to: trimmedEnd(line.bytes, line.from, line.to) - 1 }
      : {
          ...line,
          bytes: concatBytes([line.bytes.subarray(line.from, line.to), NEWLINE]),
          from: 0,
          to: line.to - line.from + 1,
        },
  );
  const { bytes, to } = joined(parts, NOTHING);
  const into = new Uint8Array(to);
  let length = 0;
  for (let at = 0; at < to; at++) {
    const digits = bytes[at] === 61 ? decode(bytes, at + 1, Math.min(at + 3, to)) : '';
    const isByte = /^[\da-f]{2}$/i.test(digits);
    into[length++] = isByte ? Number.parseInt(digits, 16) : (bytes[at] as number);
    if (isByte) at += 2;
  }
  return { bytes: into, from: 0, to: trimmedEnd(into, 0, length) };
}

/** Rejoin lines that a terminal cut. */
function rejoined(head: ByteRange, more: readonly FurtherLine[], between: Uint8Array): ByteRange[] {
  const groups: ByteRange[][] = [[head]];
  for (const line of more) {
    if (line.lacksEnvelope) groups.at(-1)?.push(line);
    else groups.push([line]);
  }
  return groups.map((group) => joined(between === SPACE ? group.map(trimmed) : group, between));
}

function trimmed({ bytes, from, to }: ByteRange): ByteRange {
  let start = from;
  while (start < to && (bytes[start] as number) <= 32) start++;
  return { bytes, from: start, to: trimmedEnd(bytes, start, to) };
}

function joined(pieces: readonly ByteRange[], between: Uint8Array): ByteRange {
  const bytes = new Uint8Array(
    pieces.reduce((sum, { from, to }) => sum + to - from + between.length, -between.length),
  );
  let at = 0;
  pieces.forEach(({ bytes: piece, from, to }, index) => {
    if (index > 0) {
      bytes.set(between, at);
      at += between.length;
    }
    bytes.set(piece.subarray(from, to), at);
    at += to - from;
  });
  return { bytes, from: 0, to: bytes.length };
}

/**
 * Return where a message ends inside an XML element whose start tag ends before `at`, or null if it
 * is not in one.
 */
export function endOfElement({ bytes, from, to }: ByteRange, at: number): number | null {
  if (bytes[at - 1] !== 62) return null;
  let name = at - 1;
  while (name > 0 && isWord(bytes[name - 1])) name--;
  if (name === at - 1 || bytes[name - 1] !== 60) return null;
  const end = indexOfBytes(bytes, encode(`</${decode(bytes, name, at)}`), from, to, to);
  return end < 0 ? null : end;
}
