import { expect, it } from 'vitest';
import { editDistance } from './edit-distance.ts';

it.each([
  ['', '', 0, 0],
  ['', 'abc', 3, 3],
  ['timeout', 'timeout', 0, 0],
  ['timeout', 'timeot', 1, 1],
  ['kitten', 'sitting', 3, 3],
  ['metrcis', 'metrics', 2, 1],
  // A swapped pair is not edited again.
  ['ca', 'abc', 3, 3],
])('%j and %j are %i edits apart, or %i with swaps', (a, b, edits, withSwaps) => {
  expect(editDistance(a, b)).toBe(edits);
  expect(editDistance(b, a)).toBe(edits);
  expect(editDistance(a, b, { swaps: true })).toBe(withSwaps);
});
