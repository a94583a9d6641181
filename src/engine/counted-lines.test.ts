import { expect, it } from 'vitest';
import { CountedLines } from './counted-lines.ts';

const count = (...ranges: [from: number, to: number][]): number => {
  const lines = new CountedLines();
  for (const [from, to] of ranges) lines.add(from, to);
  return lines.count;
};

it('counts a line of several records once, in either order of the log', () => {
  expect(count([1, 1], [2, 4], [7, 7])).toBe(5);
  expect(count([5, 5], [5, 5], [5, 7], [7, 7])).toBe(3);
  expect(count([7, 7], [5, 7], [5, 5], [1, 1])).toBe(4);
  expect(count([400, 400], [1, 3], [400, 400])).toBe(4);
});

it('tells which lines were counted', () => {
  const lines = new CountedLines();
  lines.add(7, 8);
  expect([6, 7, 8, 9, 10_000].filter((line) => lines.has(line))).toEqual([7, 8]);
});
