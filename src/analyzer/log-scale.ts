/** Taller than this no browser need be: Firefox stops at 17.9 million pixels, Safari and Chromium at 33.5. */
const MAX_HEIGHT = 15_000_000;

/** Where lines stand in a box that scrolls, in pixels. */
export interface LogScale {
  /** Height of all that scrolls. */
  height: number;
  /** How far to scroll so that a line begins so far below the upper edge. */
  scrollTo(line: number, below?: number): number;
  /** The line at the upper edge, with its fraction, when so far is scrolled. */
  lineAt(scrolled: number): number;
  /** Where a line stands in what scrolls, when so far is scrolled. */
  placeOf(line: number, scrolled: number): number;
}

/**
 * Lay lines out for a view: so many of one row each, or those whose first rows are given, with the end of the last. Where they are too
 * tall for the box, it is as tall as it may be, and each pixel that is scrolled stands for several: the lines in sight keep their height,
 * and the last one is reached.
 */
export function logScale(
  tops: Uint32Array | number,
  rowHeight: number,
  viewHeight: number,
): LogScale {
  const whole = (typeof tops === 'number' ? tops : (tops.at(-1) ?? 0)) * rowHeight;
  const height = Math.min(whole, MAX_HEIGHT);
  const factor = height < whole ? (whole - viewHeight) / (height - viewHeight) : 1;
  const topOf = (line: number): number =>
    (typeof tops === 'number' ? line : between(tops, line)) * rowHeight;
  return {
    height,
    scrollTo: (line, below = 0) => (topOf(line) - below) / factor,
    lineAt: (scrolled) =>
      typeof tops === 'number'
        ? (scrolled * factor) / rowHeight
        : lineOf(tops, (scrolled * factor) / rowHeight),
    placeOf: (line, scrolled) => scrolled + topOf(line) - scrolled * factor,
  };
}

/** The row at a line with a fraction. */
function between(tops: Uint32Array, line: number): number {
  const whole = Math.min(Math.floor(line), tops.length - 1);
  const top = tops[whole] as number;
  return top + (line - whole) * ((tops[whole + 1] ?? top) - top);
}

/** The line at a row, with its fraction. */
function lineOf(tops: Uint32Array, row: number): number {
  let [from, to] = [0, Math.max(0, tops.length - 2)];
  while (from < to) {
    const middle = (from + to + 1) >> 1;
    if ((tops[middle] as number) <= row) from = middle;
    else to = middle - 1;
  }
  const top = tops[from] as number;
  return from + (row - top) / ((tops[from + 1] ?? top + 1) - top);
}
