import { expect, it } from 'vitest';
import { buildSymptoms, buildTitles } from '../../compiler/index.ts';
import { openSampleContent } from '../../../tests/helpers/open-sample-content.ts';
import { buildIndex } from '../index/inverted-index.ts';
import { findCodes } from './codes.ts';

const content = openSampleContent();
const index = buildIndex(buildTitles(content, 'en'), buildSymptoms(content, 'en'));
const guidesOf = (query: string): string[] =>
  findCodes(query, index).codes.flatMap(({ pages }) =>
    pages.map((at) => index.pages[at]?.id ?? ''),
  );

it.each([
  ['403', 'key-rejected'],
  ['HTTP403', 'key-rejected'],
  ['errno28', 'cannot-write-files'],
  ['diagnostic option', 'find-the-log'],
  ['verbose flag', 'find-the-log'],
  ['include オプション', 'include'],
  ['httpproxy', 'proxy'],
  ['CheckInterval', 'check-settings'],
])('recognizes %s as nothing but a code', (query, first) => {
  expect(findCodes(query, index).isOnlyCodes).toBe(true);
  expect(guidesOf(query)).toContain(`guide:${first}`);
});

it('recognizes a setting typed without underscores among other words', () =>
  expect(guidesOf('displayname does nothing')).toEqual(guidesOf('display_name does nothing')));
it('takes no number beside a plugin for a code of the agent', () =>
  expect(guidesOf('plugin 403')).toEqual([]));
it.each(['MySQLが起動しない', 'mysql does not start'])('does not take %s for a code', (query) =>
  expect(findCodes(query, index).isOnlyCodes).toBe(false),
);
it.each([
  'a'.repeat(100_000),
  '_'.repeat(100_000),
  'a.'.repeat(50_000),
  'http'.repeat(25_000),
  ' '.repeat(100_000),
  '['.repeat(100_000),
])('handles hostile input', (text) => expect(findCodes(text, index).isOnlyCodes).toBe(false));
