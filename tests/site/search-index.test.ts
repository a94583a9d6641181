import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, inject, it } from 'vitest';
import { LANGUAGES, openContentLazily } from '../../src/compiler/index.ts';
import { contentSearch, readTexts, siteSearch } from '../eval/engines.ts';
import { readForeign, readQueries } from '../eval/read-queries.ts';
import { sample } from '../helpers/sample.ts';
import { useBrowser } from './browser.ts';

const browser = useBrowser();
const base = inject('base');
const content = openContentLazily();

/** Open a page per language. */
async function pages(): Promise<Record<'en' | 'ja', Page[]>> {
  const page = await browser.page();
  return { en: [page], ja: [await page.context().newPage()] };
}

/** Join the words before and after each tag that has no space around it, except in code blocks. */
function wordsAcrossTags(html: string): string[] {
  const body = html
    .slice(html.indexOf('data-pagefind-body'))
    .replace(/<(script|style|template|pre)\b[\s\S]*?<\/\1>/g, ' ')
    .replace(/<figure[^>]*data-pagefind-ignore[\s\S]*?<\/figure>/g, ' ');
  return [...body.matchAll(/([a-z0-9]+)(?:<[^>]+>)+([a-z0-9]+)/gi)].map(
    ([, before = '', after = '']) => before + after,
  );
}

it.each(['en', 'ja'])('does not join words that only a tag separates, in %s', (language) => {
  const joined = readTexts('dist', language).flatMap(({ url, content: text }) => {
    const words = new Set(text.match(/[a-z0-9]+/gi));
    return wordsAcrossTags(readFileSync(`dist${url}index.html`, 'utf8'))
      .filter((word) => words.has(word))
      .map((word) => `${url}: ${word}`);
  });
  expect([...new Set(joined)]).toEqual([]);
});

it.each(['en', 'ja'])('contains every guide and entry in %s, with its filters', (language) => {
  const records = new Map(readTexts('dist', language).map((record) => [record.meta['id'], record]));
  expect(
    [
      ...content.guides.map(({ slug }) => `guide:${slug}`),
      ...content.entries.map(({ id }) => `entry:${id}`),
    ].filter((id) => !records.has(id)),
  ).toEqual([]);
  for (const { id, catalog, yaml } of content.entries)
    expect(records.get(`entry:${id}`)?.filters, id).toEqual({
      kind: ['entry'],
      catalog: [catalog],
      platform: expect.arrayContaining(yaml.platforms),
      ...(yaml.level && { level: [yaml.level] }),
    });
  for (const { slug, yaml } of content.guides)
    expect(records.get(`guide:${slug}`)?.filters, slug).toMatchObject({
      kind: ['guide'],
      category: [yaml.category],
    });
});

/** Every 24th query is enough: a page waits for pauses in typing, and tests/eval runs them all. */
const INTERVAL = 24;

it('gives the same results on the page as without a page', { timeout: 300_000 }, async () => {
  const [onPage, alone] = [siteSearch(await pages(), base), contentSearch(content)];
  const foreign = readForeign().flatMap((text) =>
    LANGUAGES.map((language) => ({ text, language, kind: 'foreign' })),
  );
  const asked = [...readQueries(), ...foreign].filter(
    ({ kind }, at) => at % INTERVAL === 0 || kind === 'pasted',
  );
  const answers = await Promise.all(
    sample(asked, 6).map(async ({ text, language }) => ({
      text,
      page: (await onPage(text, language)).slice(0, 3),
      alone: (await alone(text, language)).slice(0, 3),
    })),
  );
  expect(answers.filter(({ page }) => page.length > 0).length).toBeGreaterThan(answers.length / 2);
  expect(answers.filter(({ page, alone: wanted }) => page.join() !== wanted.join())).toEqual([]);
});
