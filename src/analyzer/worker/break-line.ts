/** Maximum number of characters shown per line; the rest is cut off. */
export const MAX_SHOWN = 2_000;
/**
 * The most columns that a character can take, by its first byte. Invisible characters are shown as
 * escapes, and most non-ASCII characters are wide.
 */
const WIDTHS = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte === 0x09) return 8;
  if (byte < 0x20 || byte === 0x7f || byte === 0xc2) return 4;
  if (byte < 0x80) return 1;
  if (byte < 0xc0) return 0;
  // Joiners, bidi controls and other invisible marks; tag characters (0xf3).
  if (byte === 0xe2 || byte === 0xcd) return 6;
  if (byte === 0xf3) return 9;
  return byte < 0xf0 ? 2 : 3;
});
const SPACE = 0x20;
const BLANK = 1,
  MARK = 2,
  NO_BREAK_BEFORE = 4;
/**
 * A row may end after a blank or a mark, but not between a mark and a slash or digit that follows
 * it: `https://`, `04:12:09`, `10.0.0.1:443`.
 */
const KINDS = Uint8Array.from({ length: 256 }, (_, byte) => {
  const character = String.fromCharCode(byte);
  return (
    (/[\t ]/.test(character) ? BLANK : 0) +
    (/[/:,;]/.test(character) ? MARK : 0) +
    (/[/\d]/.test(character) ? NO_BREAK_BEFORE : 0)
  );
});

/**
 * Break a line into rows: after a blank, slash, colon, comma or semicolon, and within a word only
 * if it is longer than a row. Each row is filled to its width, then scanned backwards for a break.
 * Blanks that do not fit hang over the end of the row.
 *
 * @param columns width of a row
 * @param rowStarts receives the offset of each row but the first
 * @returns the number of rows
 */
export function breakLine(
  bytes: Uint8Array,
  from: number,
  to: number,
  columns: number,
  rowStarts: number[] | null = null,
): number {
  const end = shownEnd(bytes, from, to);
  let rows = 1;
  for (let begin = from, at = from; ; at = begin) {
    for (let width = 0; at < end; at++) {
      width += WIDTHS[bytes[at] as number] as number;
      if (width > columns) break;
    }
    if (bytes[at] === SPACE) while (at < end && bytes[at] === SPACE) at++;
    else if (at < end) at = lastBreak(bytes, begin, at);
    if (at === end) return rows;
    rows++;
    begin = at;
    rowStarts?.push(begin);
  }
}

/** Return the last break before an offset, or the offset itself if there is none. */
function lastBreak(bytes: Uint8Array, begin: number, at: number): number {
  for (let place = at; place > begin; place--) {
    const kind = KINDS[bytes[place - 1] as number] as number;
    if (
      kind === BLANK ||
      ((kind & MARK) > 0 && ((KINDS[bytes[place] as number] as number) & NO_BREAK_BEFORE) === 0)
    )
      return place;
  }
  return at;
}

/** Return where the shown part of a line ends. */
function shownEnd(bytes: Uint8Array, from: number, to: number): number {
  if (to - from <= MAX_SHOWN) return to;
  let at = from;
  for (let left = MAX_SHOWN; at < to; at++)
    if (WIDTHS[bytes[at] as number] !== 0 && left-- === 0) break;
  return at;
}

/** Return the rows of a line, broken as `breakLine` counts them. */
export function rowsOf(text: string, columns: number): string[] {
  const bytes = new TextEncoder().encode(text);
  const decoder = new TextDecoder();
  const begins: number[] = [0];
  breakLine(bytes, 0, bytes.length, columns, begins);
  return begins.map((begin, at) => decoder.decode(bytes.subarray(begin, begins[at + 1])));
}
