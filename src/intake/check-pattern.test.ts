import { describe, expect, it } from 'vitest';
import { checkPattern } from './check-pattern.ts';

/** The expected results are those of Go 1.24's regexp package. */
describe('a regular expression', () => {
  it.each([
    ['(?>sd)a', 'not-in-go'],
    ['(?#c)', 'not-in-go'],
    ['(?P=x)', 'not-in-go'],
    ['(?i-)a', 'not-in-go'],
    ['\\Z', 'not-in-go'],
    ['\\h', 'not-in-go'],
    ['[\\b]', 'not-in-go'],
    ['[[:foo:]]', 'not-in-go'],
    ['a{2000}', 'repeated-too-often'],
    ['x{3,2}', 'range'],
    ['[z-a]', 'range'],
    ['a{2}+', 'repeated-twice'],
    ['a*{2}', 'repeated-twice'],
    ['{2}', 'nothing-to-repeat'],
    ['(?i)*', 'nothing-to-repeat'],
    ['\\1', 'backreference'],
    ['(?=a)', 'lookaround'],
    ['(?i', 'open-group'],
    ['[[:alpha:]', 'open-bracket'],
  ])('is rejected, as in Go: %s', (pattern, fault) => expect(checkPattern(pattern)).toBe(fault));

  it.each([
    '(?i:a)b',
    '(?s-i)a',
    '(?P<n>a)',
    '(?<n>a)',
    '(?)',
    'a{2}?',
    'a{,3}',
    'a{01}',
    'x{1000}',
    '[+--]',
    '[a-b-c]',
    '[[:^digit:]-a]',
    '[[:alpha]',
    '\\12',
    '\\pL',
    '\\x{10FFFF}',
    '^*',
    '(|a)*',
    '/dev/(ram|loop).*',
  ])('is accepted, as in Go: %s', (pattern) => expect(checkPattern(pattern)).toBeNull());

  it.each([
    ['a'.repeat(2001), 'pattern-length'],
    ['('.repeat(5000), 'pattern-length'],
    [`${'('.repeat(101)}a${')'.repeat(101)}`, 'pattern-depth'],
  ])('is not checked beyond a limit', (pattern, limit) =>
    expect(checkPattern(pattern)).toBe(limit),
  );

  it('is checked up to the limits', () =>
    expect([`${'('.repeat(100)}a${')'.repeat(100)}`, 'a'.repeat(2000)].map(checkPattern)).toEqual([
      null,
      null,
    ]));
});
