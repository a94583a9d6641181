import { expect, it } from 'vitest';
import { breakLine, rowsOf } from './break-line.ts';

it.each([
  ['after a blank', 'one two three four', ['one two ', 'three four']],
  [
    'after a slash, comma or semicolon',
    'https://a.example/b?c=d,ef;g:h',
    ['https://', 'a.example/', 'b?c=d,ef;', 'g:h'],
  ],
  [
    'but not inside an address, a time or a port',
    'at 04:12:09 10.1.1.1:4 http://a',
    ['at ', '04:12:09 ', '10.1.1.1:4 ', 'http://a'],
  ],
  [
    'within a word only if it is longer than a row',
    'a bcdefghijklmnop q',
    ['a ', 'bcdefghijk', 'lmnop q'],
  ],
  ['after blanks that hang over the end of the row', '0123456789   abc', ['0123456789   ', 'abc']],
  ['not at all if it fits', '0123456789', ['0123456789']],
  ['counting wide characters as two columns', 'ab あいう えお', ['ab あいう ', 'えお']],
  ['into one row if it is empty', '', ['']],
])('breaks a line %s', (_name, text, rows) => {
  expect(rowsOf(text, 10)).toEqual(rows);
  const bytes = new TextEncoder().encode(text);
  expect(breakLine(bytes, 0, bytes.length, 10)).toBe(rows.length);
});
