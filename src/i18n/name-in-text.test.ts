import { expect, it } from 'vitest';
import { nameInTextOf } from './name-in-text.ts';

const agent = { program: 'x', nameInText: 'the agent', programs: [] };
const proxy = { program: 'proxyd', nameInText: 'proxyd', programs: [] };

it('calls a program what its product says', () => {
  expect(nameInTextOf({ language: 'en', names: { agent, proxy } }, 'proxy')).toBe('proxyd');
});

it('gives an unknown program the name that all products share, or else a neutral one', () => {
  const of = (names: Parameters<typeof nameInTextOf>[0]['names'], language: 'en' | 'ja' = 'en') =>
    nameInTextOf({ language, names }, null);
  expect(of({ agent, other: agent })).toBe('the agent');
  expect(of({ agent, proxy })).toBe('the program');
  expect(of({ agent, proxy }, 'ja')).toBe('プログラム');
});
