import { describe, expect, it } from 'vitest';
import { logScale } from './log-scale.ts';

const ROW = 24;
const VIEW = 500;

describe('the scale of a log', () => {
  it('is one to one where the box is tall enough for all rows', () => {
    const { height, scrollTo, rowAt, placeOf } = logScale(600_000, ROW, VIEW);
    expect(height).toBe(600_000 * ROW);
    expect([scrollTo(1000), rowAt(24_000), placeOf(990, 24_000)]).toEqual([24_000, 1000, 990 * ROW]);
  });

  it('reaches the first row, the last one and each between, however many there are', () => {
    const rows = 1_000_000;
    const { height, scrollTo, rowAt, placeOf } = logScale(rows, ROW, VIEW);
    expect(height).toBeLessThan(17_000_000);
    expect(rowAt(0)).toBe(0);
    expect(rowAt(height - VIEW) + VIEW / ROW).toBeCloseTo(rows, 3);
    for (const row of [0, 1, 4711, 999_970]) {
      const scrolled = scrollTo(row);
      expect(rowAt(scrolled)).toBeCloseTo(row, 3);
      expect(placeOf(row, scrolled)).toBeCloseTo(scrolled, 3);
      expect(placeOf(row + 3, scrolled) - placeOf(row, scrolled)).toBeCloseTo(3 * ROW, 3);
    }
  });
});
