import { expect, it } from 'vitest';
import { breakLine, rowsOf } from './break-line.ts';

it.each([
  ['behind a blank', 'one two three four', ['one two ', 'three four']],
  [
    'behind a mark',
    'https://a.example/b?c=d,ef;g:h',
    ['https://', 'a.example/', 'b?c=d,ef;', 'g:h'],
  ],
  [
    'not within an address, a time or a port',
    'at 04:12:09 10.1.1.1:4 http://a',
    ['at ', '04:12:09 ', '10.1.1.1:4 ', 'http://a'],
  ],
  [
    'within a word that is longer than a row, and begins one',
    'a bcdefghijklmnop q',
    ['a ', 'bcdefghijk', 'lmnop q'],
  ],
  [
    'where a word ends with the row: the blanks hang over it',
    '0123456789   abc',
    ['0123456789   ', 'abc'],
  ],
  ['not where all has room', '0123456789', ['0123456789']],
  ['by what is wide', 'ab あいう えお', ['ab あいう ', 'えお']],
  ['nowhere where there is nothing', '', ['']],
])('a line is broken %s', (_name, text, rows) => {
  expect(rowsOf(text, 10)).toEqual(rows);
  const bytes = new TextEncoder().encode(text);
  expect(breakLine(bytes, 0, bytes.length, 10)).toBe(rows.length);
});
