import { lastAtMost } from '../worker/last-at-most.ts';

/**
 * Pixels. Browsers limit an element's height: Firefox to 17.9 million, Safari and Chromium to 33.5.
 */
const MAX_HEIGHT = 15_000_000;

/** Converts between lines and scroll positions of a box, in pixels. */
export interface LogScale {
  /** Height of the scrolled content. */
  height: number;
  /** Return the scroll position that puts a line `below` pixels under the top edge. */
  scrollTo(line: number, below?: number): number;
  /** Return the line at the top edge for a scroll position, with its fraction. */
  lineAt(scrolled: number): number;
  /** Return where a line is drawn within the content, for a scroll position. */
  placeOf(line: number, scrolled: number): number;
}

/**
 * Lay out lines. If they are taller than MAX_HEIGHT, one pixel of scrolling moves several, so that
 * visible lines keep their height and the last one can still be reached.
 *
 * @param rowOffsets the number of lines if each has one row, or else the first row of each line and
 * the end of the last
 */
export function logScale(
  rowOffsets: Uint32Array | number,
  rowHeight: number,
  viewHeight: number,
): LogScale {
  const whole =
    (typeof rowOffsets === 'number' ? rowOffsets : (rowOffsets.at(-1) ?? 0)) * rowHeight;
  const height = Math.min(whole, MAX_HEIGHT);
  const factor = height < whole ? (whole - viewHeight) / (height - viewHeight) : 1;
  const topOf = (line: number): number =>
    (typeof rowOffsets === 'number' ? line : between(rowOffsets, line)) * rowHeight;
  return {
    height,
    scrollTo: (line, below = 0) => (topOf(line) - below) / factor,
    lineAt: (scrolled) =>
      typeof rowOffsets === 'number'
        ? (scrolled * factor) / rowHeight
        : lineOf(rowOffsets, (scrolled * factor) / rowHeight),
    placeOf: (line, scrolled) => scrolled + topOf(line) - scrolled * factor,
  };
}

/** Return the row at a fractional line. */
function between(rowOffsets: Uint32Array, line: number): number {
  const whole = Math.min(Math.floor(line), rowOffsets.length - 1);
  const top = rowOffsets[whole] as number;
  return top + (line - whole) * ((rowOffsets[whole + 1] ?? top) - top);
}

/** Return the fractional line at a row. */
function lineOf(rowOffsets: Uint32Array, row: number): number {
  const from = lastAtMost(rowOffsets.length - 1, (at) => rowOffsets[at] as number, row);
  const top = rowOffsets[from] as number;
  return from + (row - top) / ((rowOffsets[from + 1] ?? top + 1) - top);
}
