import { expect, it } from 'vitest';
import { escapeReport } from './safe-to-display.ts';

it('shows every text of a report on one line, except for captures', () => {
  const link = { entry: 'a/b', text: 'x\u001b \n  y', captures: { path: ['\u001b'] } };
  expect(
    escapeReport({
      file: 'a\nb',
      hosts: ['\u202eh'],
      lines: [1, 2],
      retired: null,
      findings: [{ chain: [link] }],
    }),
  ).toEqual({
    isEscaped: true,
    file: 'a\\x0ab',
    hosts: ['\\u202eh'],
    lines: [1, 2],
    retired: null,
    findings: [{ chain: [{ entry: 'a/b', text: 'x\\x1b y', captures: { path: ['\u001b'] } }] }],
  });
});

it.each([
  ['ke\u200by = 1', 1, 4, 'ke\\u200by = 1', 1, 9],
  ['\u200bkey = 1', 2, 3, '\\u200bkey = 1', 7, 3],
  ['key', 4, 1, 'key', 4, 1],
])(
  'marks the same characters of %j after escaping',
  (excerpt, column, length, escaped, newColumn, newLength) => {
    expect(escapeReport({ excerpt, column, length })).toEqual({
      isEscaped: true,
      excerpt: escaped,
      column: newColumn,
      length: newLength,
    });
  },
);
