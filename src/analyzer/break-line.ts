/** Of a longer line the beginning is shown. */
export const MAX_SHOWN = 2_000;
/** Columns that a character takes at most, by the first of its bytes: what is hidden is shown as an escape, and most of what is not ASCII is wide. */
const WIDTHS = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte === 0x09) return 8;
  if (byte < 0x20 || byte === 0x7f || byte === 0xc2) return 4;
  if (byte < 0x80) return 1;
  if (byte < 0xc0) return 0;
  // Joiners and marks of direction.
  if (byte === 0xe2) return 6;
  return byte < 0xf0 ? 2 : 3;
});
const SPACE = 0x20;
/** A row may end behind these. */
const ENDS = Uint8Array.from({ length: 256 }, (_, byte) => Number('\t /:,;'.includes(String.fromCharCode(byte))));

/**
 * Break a line into rows of so many columns: behind a blank, a slash, a colon, a comma or a semicolon, and within a word only where it is
 * longer than a row. Blanks that a row has no room for hang over its end.
 *
 * @param begins takes where each row but the first begins
 * @returns the number of rows
 */
export function breakLine(bytes: Uint8Array, from: number, to: number, columns: number, begins: number[] | null = null): number {
  let width = 0;
  for (let at = from; at < to && width <= columns; at++) width += WIDTHS[bytes[at] as number] as number;
  // Most lines, where the view is wide.
  if (width <= columns) return 1;
  let rows = 1;
  /** Columns before the word that is read, and of it so far. */
  let used = 0, word = 0;
  let begin = from;
  for (let at = from, left = MAX_SHOWN; at < to && left > 0; at++) {
    const byte = bytes[at] as number;
    const own = WIDTHS[byte] as number;
    if (own === 0) continue;
    left--;
    if (used + word + own > columns) {
      if (byte === SPACE) {
        [used, word, begin] = [columns, 0, at + 1];
        continue;
      }
      if (used > 0) {
        rows++;
        begins?.push(begin);
        used = 0;
      }
      if (word + own > columns) {
        rows++;
        begins?.push(at);
        [word, begin] = [0, at];
      }
    }
    word += own;
    if (ENDS[byte] === 1) [used, word, begin] = [used + word, 0, at + 1];
  }
  return rows;
}

/** The rows of a line that is shown, as `breakLine` counts them. */
export function rowsOf(text: string, columns: number): string[] {
  const bytes = new TextEncoder().encode(text);
  const decoder = new TextDecoder();
  const begins: number[] = [0];
  breakLine(bytes, 0, bytes.length, columns, begins);
  return begins.map((begin, at) => decoder.decode(bytes.subarray(begin, begins[at + 1])));
}
