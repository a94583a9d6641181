import { expect, it } from 'vitest';
import { buildSymptoms, buildTitles } from '../../compiler/index.ts';
import { openSampleContent } from '../../../tests/helpers/open-sample-content.ts';
import { buildIndex } from '../index/inverted-index.ts';
import { parseQuery } from './parse-query.ts';

const content = openSampleContent();
const index = buildIndex(buildTitles(content, 'ja'), buildSymptoms(content, 'ja'));
const keysOf = (query: string): string[] =>
  parseQuery(query, index).terms.map(({ keys: [first] }) => first?.[0] ?? '');

it.each([
  ['the agent stops randomly since Friday', 'the agent stops'],
  ['月曜からエージェントが起動しない', 'エージェントが起動しない'],
  [
    'お世話になっております。エージェントが起動しません。よろしくお願いいたします。',
    'エージェントが起動しません。',
  ],
  ['Hello, agent does not start - any idea? Thanks!', 'agent does not start'],
  ['EC2からデータが届かない', 'データが届かない'],
  ['agent does not start v0.82.0', 'agent does not start'],
  ['[Ubuntu 22.04] agent does not start', 'agent does not start'],
])('drops the noise of %s, or reads it as context', (query, plain) => {
  const words = parseQuery(query, index).terms.filter(({ kind }) => kind !== 'context');
  expect(words.map(({ keys: [first] }) => first?.[0])).toEqual(keysOf(plain));
});

it.each([
  ['fumidai agent does not start', 'unknown', 'fumidai'],
  ['403 at the start', 'code', '#403'],
])('reads in %s the %s %s', (query, kind, key) =>
  expect(parseQuery(query, index).terms).toContainEqual(
    expect.objectContaining({ kind, keys: expect.arrayContaining([[key, 'own']]) }),
  ),
);

it('rewrites hiragana that is typed for a known word in katakana', () =>
  expect(parseQuery('えーじぇんと 起動しない', index).text).toBe('エージェント 起動しない'));

it('keeps a query that is nothing but noise', () => expect(keysOf('hello')).toEqual(['hello']));
