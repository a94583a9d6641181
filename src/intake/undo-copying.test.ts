import { expect, test } from 'vitest';
import { joinWrapped, undoCopying, withoutLineMarks } from './undo-copying.ts';

test.each([
  [
    'an editor',
    '  1  verbose = true\n  2\n  3    roles = []\n',
    'verbose = true\n\n  roles = []\n',
  ],
  ['grep -n', '41:first\n42:  second', 'first\n  second'],
  ['a terminal with bars', ' 9 | a\n10 | b', '| a\n| b'],
  ['bullets', '・first\n・ second\n', 'first\nsecond\n'],
])('removes the marks of %s in front of every line', (_name, marked, unmarked) => {
  expect(withoutLineMarks(marked)).toBe(unmarked);
});

test.each([
  ['dates', '2026/01/02 03:00:00 a\n2026/01/02 03:00:01 b'],
  ['numbers that do not follow each other', '1 a\n3 b'],
  ['one numbered line', '1 a'],
  ['some lines with bullets', '・a\nb'],
])('keeps %s', (_name, text) => {
  expect(withoutLineMarks(text)).toBe(text);
});

test('decodes entities only in a text that was escaped as a whole', () => {
  expect(undoCopying('> apikey = &quot;k&quot;')).toBe('apikey = "k"');
  expect(undoCopying('memo = "a &quot; b"')).toBe('memo = "a &quot; b"');
});

test('joins lines that were wrapped at one width and keeps their numbers', () => {
  const [start, end] = [`command = "${'a'.repeat(49)}`, 'b"'];
  expect(joinWrapped(['x = 1', start, end, 'y = 2'])).toEqual(['x = 1', start + end, '', 'y = 2']);
  expect(joinWrapped(['x = 1', 'y = 2'])).toBeNull();
});
