import { describe, expect, it } from 'vitest';
import { logScale } from './log-scale.ts';

const ROW = 24;
const VIEW = 500;

describe('the scale of a log', () => {
  it('is one to one if the box can be tall enough for all lines', () => {
    const { height, scrollTo, lineAt, placeOf } = logScale(600_000, ROW, VIEW);
    expect(height).toBe(600_000 * ROW);
    expect([scrollTo(1000), lineAt(24_000), placeOf(990, 24_000)]).toEqual([
      24_000,
      1000,
      990 * ROW,
    ]);
  });

  it('reaches every line, however many there are', () => {
    const count = 1_000_000;
    const { height, scrollTo, lineAt, placeOf } = logScale(count, ROW, VIEW);
    expect(height).toBeLessThan(17_000_000);
    expect(lineAt(0)).toBe(0);
    expect(lineAt(height - VIEW) + VIEW / ROW).toBeCloseTo(count, 3);
    for (const line of [0, 1, 4711, 999_970]) {
      const scrolled = scrollTo(line);
      expect(lineAt(scrolled)).toBeCloseTo(line, 3);
      expect(placeOf(line, scrolled)).toBeCloseTo(scrolled, 3);
      expect(placeOf(line + 3, scrolled) - placeOf(line, scrolled)).toBeCloseTo(3 * ROW, 3);
    }
  });

  it('supports lines of several rows', () => {
    const { height, scrollTo, lineAt, placeOf } = logScale(Uint32Array.of(0, 1, 5, 6, 8), ROW, 48);
    expect(height).toBe(8 * ROW);
    expect([scrollTo(2), scrollTo(2, 48), scrollTo(1.5), placeOf(3, 24), placeOf(4, 24)]).toEqual([
      5 * ROW,
      3 * ROW,
      3 * ROW,
      6 * ROW,
      8 * ROW,
    ]);
    expect([0, 1, 3, 5, 6, 7, 8].map((row) => lineAt(row * ROW))).toEqual([
      0, 1, 1.5, 2, 3, 3.5, 4,
    ]);
  });

  it('reaches every line if there are too many lines of several rows', () => {
    const tops = Uint32Array.from({ length: 1_000_001 }, (_, line) => line * 3 - (line % 2));
    const { height, scrollTo, lineAt, placeOf } = logScale(tops, ROW, VIEW);
    expect(placeOf(1_000_000, height - VIEW)).toBeCloseTo(height, 3);
    for (const line of [0, 4711, 999_900]) expect(lineAt(scrollTo(line))).toBeCloseTo(line, 3);
  });
});
