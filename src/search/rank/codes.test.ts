import { expect, it } from 'vitest';
import { buildSymptoms } from '../../compiler/index.ts';
import { openSampleContent } from '../../../tests/open-sample-content.ts';
import { findCodes } from './codes.ts';

const symptoms = buildSymptoms(openSampleContent(), 'en');

it.each([
  ['403', 'key-rejected'],
  ['HTTP403', 'key-rejected'],
  ['errno28', 'cannot-write-files'],
  ['diagnostic option', 'find-the-log'],
  ['verbose flag', 'find-the-log'],
  ['include オプション', 'include'],
  ['httpproxy', 'proxy'],
  ['CheckInterval', 'check-settings'],
])('recognizes %s as nothing but a code', (query, first) =>
  expect(findCodes(query, symptoms)).toMatchObject({
    isOnlyCodes: true,
    guides: expect.arrayContaining([first]),
  }),
);

it('recognizes a setting typed without underscores among other words', () =>
  expect(findCodes('displayname does nothing', symptoms)).toEqual(
    findCodes('display_name does nothing', symptoms),
  ));
it.each([
  'a'.repeat(100_000),
  '_'.repeat(100_000),
  'a.'.repeat(50_000),
  'http'.repeat(25_000),
  ' '.repeat(100_000),
  '['.repeat(100_000),
])('handles hostile input', (text) => expect(findCodes(text, symptoms).isOnlyCodes).toBe(false));
