/** Taller than this no browser need be: Firefox stops at 17.9 million pixels, Safari and Chromium at 33.5. */
const MAX_HEIGHT = 15_000_000;

/** Where rows stand in a box that scrolls, in pixels. */
export interface LogScale {
  /** Height of all that scrolls. */
  height: number;
  /** How far to scroll so that a row comes first. */
  scrollTo(row: number): number;
  /** The row that comes first, with its fraction, when so far is scrolled. */
  rowAt(scrolled: number): number;
  /** Where a row stands in what scrolls, when so far is scrolled. */
  placeOf(row: number, scrolled: number): number;
}

/**
 * Lay rows of one height out for a view. Where they are too many for the box, it is as tall as it may be, and each pixel that is scrolled
 * stands for several: the rows in sight keep their height, and the last one is reached.
 */
export function logScale(rows: number, rowHeight: number, viewHeight: number): LogScale {
  const whole = rows * rowHeight;
  const height = Math.min(whole, MAX_HEIGHT);
  const factor = height < whole ? (whole - viewHeight) / (height - viewHeight) : 1;
  return {
    height,
    scrollTo: (row) => (row * rowHeight) / factor,
    rowAt: (scrolled) => (scrolled * factor) / rowHeight,
    placeOf: (row, scrolled) => scrolled + row * rowHeight - scrolled * factor,
  };
}
