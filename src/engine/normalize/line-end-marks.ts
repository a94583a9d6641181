import { decode, trimmedEnd } from '../lines/bytes.ts';

/**
 * Marks of a line end: `#012` from rsyslog, a line break written as `\n`, HTML tags, and the `^M`
 * and `$` of `cat -A` and of editors that show unprintable characters.
 */
const MARKS = /(?:(?:#012|\\n|<br ?\/?>|<\/\w+>|\^M\$?|\$)[ \t]*)+$/;
/** The bytes in which marks end, for a quick test: nearly all lines end in other bytes. */
const LAST = new Set([...'2n>M$'].map((mark) => mark.charCodeAt(0)));
/** Bytes at the end of a line in which marks are looked for. */
const MAX_MARKS = 64;

/** Return where a text ends if marks of a line end are removed, unless nothing else is left. */
export function endWithoutLineMarks(bytes: Uint8Array, from: number, to: number): number {
  if (!LAST.has(bytes[trimmedEnd(bytes, from, to) - 1] as number)) return to;
  const end = decode(bytes, Math.max(from, to - MAX_MARKS), to);
  const marks = MARKS.exec(end)?.[0].length ?? 0;
  return to - marks > from ? to - marks : to;
}
