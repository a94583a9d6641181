import { expect, it } from 'vitest';
import { codeBlock, codeSpan, link, markdown } from './markdown.ts';

it.each([
  ['5 disks (of 7) are full: 100 %, at 04:12:09.', '5 disks (of 7) are full: 100 %, at 04:12:09.'],
  ['see <b> and (a_b), or "x*y".', 'see `<b>` and (`a_b`), or "`x*y`".'],
  ['ホストdb_1のhttps://a.example/です', 'ホスト`db_1`の`https://a.example/`です'],
  [
    'www.a.example a@b.example #1 :smile: $x$ &lt; \\',
    '`www.a.example` `a@b.example` `#1` `:smile`: `$x$` `&lt`; `\\`',
  ],
  ['`` a ` b', '``` `` ``` a `` ` `` b'],
  ['- a - b', '`-` a - b'],
  ['a\n=== \n    1. b', 'a\n`===` \n `1.` b'],
])('writes %j as literal text', (text, prose) => expect(markdown`${text}`.text).toBe(prose));

it('escapes list and heading marks only at the start of a line', () =>
  expect(markdown`# ${'1. x'} is ${'1. x'}: ${'-'}`.text).toBe('# `1.` x is 1. x: -'));

it('uses a fence that nothing inside can close', () => {
  expect(codeSpan('a `` b').text).toBe('```a `` b```');
  expect(codeSpan('`a\n b').text).toBe('`` `a b ``');
  expect(codeSpan('').text).toBe('');
  expect(codeBlock('log', ['```', '\u202e']).text).toBe('````log\n```\n\\u202e\n````');
  expect(link('[x] *y*', '/z').text).toBe('[`[x]` `*y*`](/z)');
});
