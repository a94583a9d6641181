import { describe, expect, it } from 'vitest';
import {
  escapeAsOneLine,
  hasNoHiddenCharacters,
  escapeHidden,
  escapeLine,
} from './escape-hidden.ts';

describe('escapeHidden', () => {
  it.each([
    '👨‍👩‍👧‍👦',
    '❤️‍🔥',
    '👩🏽‍💻 works',
    '☎️ and ☎︎',
    '1️⃣#️⃣',
    '葛\u{e0100}城市の辻\u{e0101}さん',
    '神\ufe00社',
    '\u0600',
    'a\tb\nc',
    '日本語　한국어',
  ])('keeps intended characters in %j', (text) => expect(escapeHidden(text)).toBe(text));
  it.each([
    ['a\u200db', 'a\\u200db'],
    ['👩\u200d', '👩\\u200d'],
    ['\u200d👩', '\\u200d👩'],
    ['👩\u200d\u200d👩', '👩\\u200d\\u200d👩'],
    ['👩\u202e👩\u2066👩\u200f👩', '👩\\u202e👩\\u2066👩\\u200f👩'],
    [
      'a\u00adb\u034f\u115f\u1160\u17b4\u180e\u2800\u3164\uffa0',
      'a\\xadb\\u034f\\u115f\\u1160\\u17b4\\u180e\\u2800\\u3164\\uffa0',
    ],
    ['x\u{e0041}\u{e007f}\u{1d173}', 'x\\u{e0041}\\u{e007f}\\u{1d173}'],
    [
      'a\ufe0f1\ufe0f\u{e0100}葛\u{e0100}\u{e0101}',
      'a\\ufe0f1\\ufe0f\\u{e0100}葛\u{e0100}\\u{e0101}',
    ],
    ['\ud800x\ufffe\u{10ffff}', '\\ud800x\\ufffe\\u{10ffff}'],
    ['\u2028\u2029\u0085\r', '\\u2028\\u2029\\x85\\x0d'],
    ['a\u200b\u200c\u200e\x1b[1m\ufeff', 'a\\u200b\\u200c\\u200e\\x1b[1m\\ufeff'],
  ])('escapes hidden characters: %j', (text, shown) => expect(escapeHidden(text)).toBe(shown));
});

it('escapes tabs and line feeds in a name', () =>
  expect(escapeLine('a\tb\nc\u202e')).toBe('a\\x09b\\x0ac\\u202e'));

it('joins the lines of a text and escapes the rest', () =>
  expect(escapeAsOneLine('a\tb:\nc\u202e')).toBe('a\\x09b: c\\u202e'));

it.each([
  ['a b', true],
  ['', false],
  ['a\nb', false],
  ['a\tb', false],
  ['a\u00adb', false],
  ['a\u{e0041}', false],
])('reports whether %j is plain: %s', (text, is) => expect(hasNoHiddenCharacters(text)).toBe(is));

it('does not skip any character that it must escape', () => {
  const all = Array.from({ length: 0xffff }, (_, code) => String.fromCharCode(code));
  expect(
    all.filter(
      (character) => escapeHidden(`${character}\u0001`) !== `${escapeHidden(character)}\\x01`,
    ),
  ).toEqual([]);
});
