import { expect, it } from 'vitest';
import { entriesInCases, tellSummary, wholeSummary } from './summary-cases.ts';

const SUMMARY = '{401: the key is wrong.} {api/forbidden: 403: the address.} {not api/forbidden os/no-space: Write the key.} Keep the file{running: : it is sent later}.';

it('tells all cases on the page, and where the cause is not known', () => {
  expect(wholeSummary(SUMMARY)).toBe('401: the key is wrong. 403: the address. Write the key. Keep the file: it is sent later.');
});
it.each([
  ['api/forbidden', false, '403: the address. Keep the file: it is sent later.'],
  ['api/authentication-failed', false, 'Write the key. Keep the file: it is sent later.'],
  ['os/no-space', true, 'Keep the file.'],
  [null, true, '401: the key is wrong. 403: the address. Write the key. Keep the file.'],
])('tells of the cause %s, over: %s, only what is so', (cause, isOver, told) => {
  expect(tellSummary(SUMMARY, cause, isOver)).toBe(told);
});
it('names the entries that are asked for', () => {
  expect(entriesInCases(SUMMARY)).toEqual(['api/forbidden', 'api/forbidden', 'os/no-space']);
});
