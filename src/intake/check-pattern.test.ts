import { expect, it } from 'vitest';
import { checkPattern } from './check-pattern.ts';

/** The expected results are those of Go 1.24's regexp package. */
it.each([
  ['(?>sd)a', 'not-in-go'],
  ['\\Z', 'not-in-go'],
  ['\\1', 'not-in-go'],
  ['(?=a)', 'not-in-go'],
  ['*ram*', 'nothing-to-repeat'],
  ['x{3,2}', 'not-valid'],
  ['[z-a]', 'not-valid'],
  ['a{2}+', 'not-valid'],
  ['(?i', 'not-valid'],
  ['a)', 'not-valid'],
  ['[[:alpha:]', 'not-valid'],
  ['a\\', 'not-valid'],
])('a pattern is rejected, as in Go: %s', (pattern, fault) =>
  expect(checkPattern(pattern)).toBe(fault),
);

it.each([
  '(?i:a)b',
  '(?s-i)a',
  '(?P<n>a)',
  '(?<1>a)',
  '(?)',
  'a{2}?',
  'a{,3}',
  'a{01}',
  '[+--]',
  '[a-b-c]',
  '[[:^digit:](]',
  '\\12',
  '\\\\1',
  '\\(*',
  '[(?=]',
  '\\pL',
  '\\x{41}+',
  '^*',
  '(|a)*',
  '\\Q(\\E',
  '/dev/(ram|loop).*',
])('a pattern is accepted, as in Go: %s', (pattern) => expect(checkPattern(pattern)).toBeNull());
