import { expect, it } from 'vitest';
import { contentSearch } from './engines.ts';
import { readForeign, readQueries } from './read-queries.ts';
import { score } from './score.ts';
import { content } from '../helpers/whole-content.ts';

const search = contentSearch(content);

it('finds what people ask for, and finds nothing if there is no answer', async () => {
  const { groups, failures } = await score(search, readQueries(), content);
  const share = (group: string, of: 'first' | 'three'): number =>
    (groups.get(group)?.[of] ?? 0) / (groups.get(group)?.all ?? 1);
  const missed = failures.join('\n');
  // Names of platforms weigh little. In this list, where few questions name a platform, that costs
  // half a percent; in tests/eval/held-out.tsv, questions that name one gain 5 to 10 percent.
  expect(share('all', 'first'), missed).toBeGreaterThanOrEqual(0.94);
  expect(share('all', 'three'), missed).toBeGreaterThanOrEqual(0.97);
  expect(share('en', 'first'), missed).toBeGreaterThanOrEqual(0.93);
  expect(share('ja', 'first'), missed).toBeGreaterThanOrEqual(0.94);
  expect(share('pasted and messages', 'first'), missed).toBeGreaterThanOrEqual(0.97);
  expect(share('no answer exists', 'first'), missed).toBeGreaterThanOrEqual(0.9);
});

it.each(['en', 'ja'] as const)(
  'finds nothing for lines of other programs in %s',
  async (language) => {
    const answers = await Promise.all(
      readForeign().map(async (line) => ({ line, found: await search(line, language) })),
    );
    expect(answers.filter(({ found }) => found.length > 0)).toEqual([]);
  },
);
