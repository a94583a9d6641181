import { expect, it } from 'vitest';
import { calledOf } from './called-of.ts';

const agent = { program: 'x', called: 'the agent', programs: [] };
const proxy = { program: 'proxyd', called: 'proxyd', programs: [] };

it('calls a program what its product says', () => {
  expect(calledOf({ language: 'en', names: { agent, proxy } }, 'proxy')).toBe('proxyd');
});

it('gives an unknown program the name that all products share, or else a neutral one', () => {
  const of = (names: Parameters<typeof calledOf>[0]['names'], language: 'en' | 'ja' = 'en') =>
    calledOf({ language, names }, null);
  expect(of({ agent, other: agent })).toBe('the agent');
  expect(of({ agent, proxy })).toBe('the program');
  expect(of({ agent, proxy }, 'ja')).toBe('プログラム');
});
