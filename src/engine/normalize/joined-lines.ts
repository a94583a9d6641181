/** Joins the lines of a record in every way in which they may have been wrapped. */
import { skipIndent, type ByteRange } from '../lines/byte-range.ts';
import { concatBytes, encode, trimmedEnd } from '../lines/bytes.ts';

/** Fewer spaces than this are part of the message. */
const MIN_INDENT = 2;
const NEWLINE = encode('\n');
const SPACE = encode(' ');
const NOTHING = new Uint8Array(0);

/** A line of a record, other than its first. */
export interface FurtherLine extends ByteRange {
  /**
   * Whether it lacks the envelope of the other lines, as the second half of a line that a terminal
   * wrapped does.
   */
  lacksEnvelope: boolean;
}

/** Return every text that the lines of a record may have had before they were wrapped. */
export function possibleTexts(first: ByteRange, more: readonly FurtherLine[]): ByteRange[] {
  if (more.length === 0) return [first];
  const lines = [first, ...more];
  const texts = [joined(lines), first, joined(lines, NOTHING), joined(lines.map(trimmed), SPACE)];
  // Wrapped lines may be indented. A space of the message in front of every line looks like
  // indentation, so try one column less too.
  const indent = Math.min(...more.map((line) => skipIndent(line) - line.from));
  if (indent >= MIN_INDENT || (indent > 0 && more.every(({ bytes, from }) => bytes[from] === 9)))
    texts.push(
      ...[indent, indent - 1].map((width) =>
        joined([first, ...more.map((line) => ({ ...line, from: line.from + width }))], NOTHING),
      ),
    );
  if (
    !more.some(({ lacksEnvelope }) => lacksEnvelope) ||
    more.every(({ lacksEnvelope }) => lacksEnvelope)
  )
    return texts;
  return [
    ...texts,
    ...[NOTHING, SPACE].flatMap((between) => {
      const unwrapped = unwrap(first, more, between);
      return [joined(unwrapped), unwrapped[0] as ByteRange];
    }),
  ];
}

/** Join each line without an envelope to the line before: a terminal wrapped them. */
function unwrap(first: ByteRange, more: readonly FurtherLine[], between: Uint8Array): ByteRange[] {
  const groups: ByteRange[][] = [[first]];
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

/** Join pieces of text by line breaks, or by other bytes. */
export function joined(pieces: readonly ByteRange[], between = NEWLINE): ByteRange {
  const bytes = concatBytes(
    pieces.flatMap(({ bytes: piece, from, to }, index) => [
      ...(index > 0 ? [between] : []),
      piece.subarray(from, to),
    ]),
  );
  return { bytes, from: 0, to: bytes.length };
}
