import { expect, it } from 'vitest';
import {
  entriesInCases,
  isOneCause,
  applySummaryCases,
  fullSummary,
} from './conditional-summary.ts';

const SUMMARY =
  '{401: the key is wrong.} {api/forbidden: 403: the address.} {not api/forbidden os/no-space: Write the key.} Keep the file{running: : it is sent later}.';

it('keeps all cases in the full summary', () => {
  expect(fullSummary(SUMMARY)).toBe(
    '401: the key is wrong. 403: the address. Write the key. Keep the file: it is sent later.',
  );
});
it.each([
  [['api/forbidden'], false, '403: the address. Keep the file: it is sent later.'],
  [['api/authentication-failed'], false, 'Write the key. Keep the file: it is sent later.'],
  [['os/no-space'], true, 'Keep the file.'],
  [[], true, '401: the key is wrong. 403: the address. Write the key. Keep the file.'],
])('keeps only the cases for causes %j, over: %s', (causes, isOver, expected) => {
  expect(applySummaryCases(SUMMARY, causes, isOver)).toBe(expected);
});
it('treats entries that one case names together as one cause', () => {
  const summary =
    '{The last line tells it.}{a/b c/d: Memory ran out.}{not a/b c/d e/f: Find who did it.}';
  expect(
    [[], ['a/b'], ['x/y'], ['c/d', 'a/b'], ['a/b', 'e/f']].map((entries) =>
      isOneCause(summary, entries),
    ),
  ).toEqual([false, true, true, true, false]);
  expect(applySummaryCases(summary, ['c/d', 'a/b'], true)).toBe('Memory ran out.');
});
it('lists the entries that the cases name', () => {
  expect(entriesInCases(SUMMARY)).toEqual(['api/forbidden', 'api/forbidden', 'os/no-space']);
});
