import { expect, it } from 'vitest';
import { readToml } from './read-toml.ts';

/** Return each entry as `path kind text`, with the position of its value, or the first error. */
function entries(text: string): string[] {
  const toml = readToml(text);
  if ('code' in toml) return [`${toml.code} ${toml.line}:${toml.column}`];
  return toml.entries.map(({ path, value: { kind, text: written, place } }) => {
    const position = `${place.line}:${place.column}+${place.length}`;
    return `${path.join('/')} ${kind} ${JSON.stringify(written)} ${position}`;
  });
}

it.each([
  [
    'strings',
    `a = "x\\t\\u00e9\\x41" # c\n'b.c' = 'C:\\d'\n"" = ""`,
    ['a string "x\\téA" 1:5+15', 'b.c string "C:\\\\d" 2:9+6', ' string "" 3:6+2'],
  ],
  ['an escape of eight digits', 'a = "\\U0001F600"', ['a string "😀" 1:5+12']],
  [
    'multi-line strings',
    `a = """\nx\\\n   y""z"""\nb = '''\n'q''''`,
    ['a string "xy\\"\\"z" 1:5+1', 'b string "\'q\'" 4:5+1'],
  ],
  [
    'numbers',
    'a = 1_000\nb = -0.5e3\nc = 0xfF\nd = +inf',
    [
      'a integer "1_000" 1:5+5',
      'b float "-0.5e3" 2:5+6',
      'c integer "0xfF" 3:5+4',
      'd float "+inf" 4:5+4',
    ],
  ],
  [
    'dates',
    'a = 2026-11-24T22:40:19.5+09:00\nb = 07:32',
    ['a date "2026-11-24T22:40:19.5+09:00" 1:5+27', 'b date "07:32" 2:5+5'],
  ],
  ['lists', 'a = [ 1, # c\n [true],\n]', ['a array "[ 1, # c\\n [true],\\n]" 1:5+1']],
  [
    'tables',
    'a.b = 1\n[c . "d"]\ne = { f = 2, g.h = {} }\n[[i]]\nj = 3\n[[i]]\nj = 4',
    [
      'a/b integer "1" 1:7+1',
      'c/d/e/f integer "2" 3:11+1',
      'c/d/e/g/h table "{}" 3:20+2',
      'i/j integer "3" 5:5+1',
      'i/j integer "4" 7:5+1',
    ],
  ],
])('reads %s', (_name, text, expected) => expect(entries(text)).toEqual(expected));

it('parses numbers', () => {
  const toml = readToml('a = -1_000\nb = 0b101');
  expect('entries' in toml && toml.entries.map(({ value }) => value.number)).toEqual([-1000, 5]);
});

it.each([
  ['a = "x\nb = 1', 'string-end 1:7'],
  ["a = '''x", 'string-end 1:9'],
  ['a = "\x01"', 'other 1:6'],
  ['a = "\\X41"', 'escape 1:7'],
  ['a = "\\U0041"', 'escape 1:7'],
  ['a = "\\q"', 'escape 1:7'],
  ['a = "\\ud800"', 'character 1:11'],
  ['a = """x""""""', 'other 1:9'],
  ['[a', 'table-end 1:3'],
  ['[a b]', 'table-end 1:4'],
  ['[]', 'key 1:2'],
  ['[a\nb = 1', 'table-end 2:1'],
  ['[[a]\nb = 1', 'table-end 2:1'],
  ['[a.\nb = 1', 'one-line 2:1'],
  ['[[a] ]', 'other 1:6'],
  ['[.a]', 'dots 1:2'],
  ['[a] b = 1', 'newline 1:5'],
  ['a', 'equals 1:2'],
  ['a b = 1', 'equals 1:3'],
  ['a. = 1', 'dots 1:2'],
  ['a..b = 1', 'dots 1:2'],
  ['= 1', 'character 1:1'],
  ['a =', 'value 1:4'],
  ['a =\n"x"', 'one-line 2:1'],
  ['a = yes', 'character 1:5'],
  ['a = ]', 'character 1:5'],
  ['a = 1 b = 2', 'newline 1:7'],
  ['a = 01', 'number 1:5'],
  ['a = 1__0', 'number 1:7'],
  ['a = 1_', 'number 1:7'],
  ['a = 1.', 'character 1:7'],
  ['a = 0xg', 'character 1:7'],
  ['a = +x', 'character 1:6'],
  ['a = 2026-x', 'character 1:10'],
  ['a = [1 2]', 'comma 1:8'],
  ['a = [1', 'array-end 1:7'],
  ['a = [1,', 'value 1:8'],
  ['a = [,]', 'character 1:6'],
  [`a = ${'['.repeat(101)}`, 'nesting 1:105'],
  ['a = { b = 1 c = 2 }', 'comma 1:13'],
  ['a = { b = 1', 'inline-end 1:12'],
  ['a = { b = 1,', 'inline-end 1:13'],
  ['a = { 1.5 }', 'equals 1:11'],
  ['a = {', 'character 1:6'],
  ['# \x02', 'character 1:3'],
  ['a = 1 # \x7f', 'character 1:9'],
  ['\u3000a = 1', 'character 1:1'],
])('reports the first error of %j', (text, expected) => expect(entries(text)).toEqual([expected]));

it.each([
  ['a key of 20 parts', `${'a.'.repeat(19)}a = 1`, []],
  ['a key of 21 parts', `b = 1\n${'a.'.repeat(20)}a = 1`, ['key-parts 2:1']],
  ['a header of 21 parts', `[${'a.'.repeat(20)}a]`, ['key-parts 1:2']],
  [
    'parts of a header and its keys',
    `[${'a.'.repeat(9)}a]\n${'b.'.repeat(10)}b = 1`,
    ['key-parts 2:1'],
  ],
  [
    'parts of keys in inline tables',
    `a = { ${'b.'.repeat(9)}b = [{ ${'c.'.repeat(9)}c = 1 }] }`,
    ['key-parts 1:32'],
  ],
  ['a name of 500 characters', `${'a'.repeat(500)} = 1`, []],
  ['a name of 501 characters', `"${'あ'.repeat(501)}" = 1`, ['key-length 1:1']],
  ['a long header', `[${'a'.repeat(300)}]\n${'b'.repeat(201)} = 1`, ['key-length 2:1']],
])('reads %s, or reports the limit that it exceeds', (_name, text, expected) =>
  expect(entries(text).filter((line) => !line.includes(' integer '))).toEqual(expected),
);
