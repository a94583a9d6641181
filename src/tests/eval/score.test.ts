import { expect, it } from 'vitest';
import { openContent } from '../../catalog/index.ts';
import { contentSearch } from './engines.ts';
import { readForeign, readQueries } from './read-queries.ts';
import { score } from './score.ts';

const content = openContent();
const search = contentSearch(content);

it('finds what people ask for, and says so where it has no answer', async () => {
  const { groups, misses } = await score(search, readQueries(), content);
  const share = (group: string, of: 'first' | 'three'): number =>
    (groups.get(group)?.[of] ?? 0) / (groups.get(group)?.all ?? 1);
  const told = misses.join('\n');
  expect(share('all', 'first'), told).toBeGreaterThanOrEqual(0.95);
  expect(share('all', 'three'), told).toBeGreaterThanOrEqual(0.97);
  expect(share('en', 'first'), told).toBeGreaterThanOrEqual(0.94);
  expect(share('ja', 'first'), told).toBeGreaterThanOrEqual(0.94);
  expect(share('pasted and messages', 'first'), told).toBeGreaterThanOrEqual(0.97);
  expect(share('no answer exists', 'first'), told).toBeGreaterThanOrEqual(0.9);
});

it.each(['en', 'ja'] as const)('answers no line of another program in %s', async (language) => {
  const answers = await Promise.all(
    readForeign().map(async (line) => ({ line, found: await search(line, language) })),
  );
  expect(answers.filter(({ found }) => found.length > 0)).toEqual([]);
});
