import fc from 'fast-check';
import assert from 'node:assert/strict';
import { siteDataOf } from '../../src/cli/content-data.ts';
import { searchSources } from '../../src/cli/search-sources.ts';
import { answerQuery } from '../../src/search/rank/answer-query.ts';
import { damaged, samples } from './inputs.ts';
import { target } from './target.ts';
import { content, words } from '../helpers/whole-content.ts';

const MAX_RESULTS = 20;
const data = siteDataOf(content);
const sources = { en: searchSources(data, 'en'), ja: searchSources(data, 'ja') };
const pages = new Set([
  ...content.guides.map(({ slug }) => `guide:${slug}`),
  ...content.entries.map(({ id }) => `entry:${id}`),
]);

/** Titles of the guides, which have words that people search for. */
const titles = Object.values(words).flatMap(({ guides }) =>
  Object.values(guides).map(({ title }) => title),
);
const query = fc.oneof(
  damaged([...titles, ...samples]),
  damaged(titles).map((title) => title.slice(0, 40)),
  fc
    .array(
      fc.constantFrom(
        'mackerel',
        'agnet',
        'ログ',
        'エラー',
        '503',
        'x509:',
        "it's",
        'です。',
        'I ',
        '-',
        '/',
        '"',
        '{',
        '[',
        '=',
        '\n',
        ' ',
      ),
      { maxLength: 30 },
    )
    .map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .tuple(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 10 }),
      fc.integer({ min: 1, max: 400 }),
    )
    .map(([piece, times]) => piece.repeat(times)),
);

/** The search box and `explain` answer any query with a few pages, all of which exist. */
export const queries = target(
  'queries',
  50,
  fc.asyncProperty(
    query,
    fc.constantFrom('en' as const, 'ja' as const),
    async (query, language) => {
      const { results } = await answerQuery(query, sources[language]);
      assert.ok(results.length <= MAX_RESULTS, 'too many results');
      assert.deepEqual(
        results.filter((id) => /^(?:guide|entry):/.test(id) && !pages.has(id)),
        [],
        'a result is not a page',
      );
    },
  ),
);
