import { expect, it } from 'vitest';
import { correctSpelling } from './spelling.ts';

const KNOWN = new Map([
  ['error', 9],
  ['arriv', 3],
  ['support', 2],
  ['metric', 9],
  ['plugin', 9],
]);

it.each([
  ['metrc', 'metric'],
  ['metirc', 'metric'],
  ['eror', 'error'],
  ['erro', 'error'],
  ['suport', 'support'],
])('corrects %s', (word, known) => expect(correctSpelling(word, KNOWN)).toBe(known));

it.each(['java', 'luging', 'port'])('does not correct %s', (word) =>
  expect(correctSpelling(word, KNOWN)).toBeNull(),
);
