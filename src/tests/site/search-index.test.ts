import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, inject, it } from 'vitest';
import { LANGUAGES, openContent } from '../../catalog/index.ts';
import { contentSearch, readTexts, siteSearch } from '../eval/engines.ts';
import { readForeign, readQueries } from '../eval/read-queries.ts';
import { useBrowser } from './browser.ts';

const browser = useBrowser();
const base = inject('base');
const content = openContent();

/** Pages that search side by side. */
async function pages(): Promise<Record<'en' | 'ja', Page[]>> {
  const first = await browser.page();
  const more = (count: number): Promise<Page[]> =>
    Promise.all(Array.from({ length: count }, () => first.context().newPage()));
  return { en: [first, ...(await more(3))], ja: await more(4) };
}

/** Words that stand at both sides of a tag without white space between, as one word; in code the colours divide what is one word. */
function joints(html: string): string[] {
  const body = html
    .slice(html.indexOf('data-pagefind-body'))
    .replace(/<(script|style|template|pre)\b[\s\S]*?<\/\1>/g, ' ')
    .replace(/<figure[^>]*data-pagefind-ignore[\s\S]*?<\/figure>/g, ' ');
  return [...body.matchAll(/([A-Za-z0-9]+)(?:<[^>]+>)+([A-Za-z0-9]+)/g)].map(
    ([, before = '', after = '']) => before + after,
  );
}

it.each(['en', 'ja'])('glues no two words of a page in %s', (language) => {
  const glued = readTexts('dist', language).flatMap(({ url, content: text }) => {
    const words = new Set(text.match(/[A-Za-z0-9]+/g));
    return joints(readFileSync(`dist${url}index.html`, 'utf8'))
      .filter((word) => words.has(word))
      .map((word) => `${url}: ${word}`);
  });
  expect([...new Set(glued)]).toEqual([]);
});

it.each(['en', 'ja'])(
  'holds every guide and entry in %s, with what it can be narrowed by',
  (language) => {
    const records = new Map(
      readTexts('dist', language).map((record) => [record.meta['id'], record]),
    );
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
  },
);

/** The search is tested with all queries in src/tests/eval; a page waits for the end of typing, so it is asked only some. */
const EACH = 12;

it('answers on the page as it does without one', { timeout: 300_000 }, async () => {
  const [onPage, alone] = [siteSearch(await pages(), base), contentSearch(content)];
  const foreign = readForeign().flatMap((text) =>
    LANGUAGES.map((language) => ({ text, language, kind: 'foreign' })),
  );
  const asked = [...readQueries(), ...foreign].filter(
    ({ kind }, at) => at % EACH === 0 || kind === 'pasted',
  );
  const answers = await Promise.all(
    asked.map(async ({ text, language }) => ({
      text,
      page: (await onPage(text, language)).slice(0, 3),
      alone: (await alone(text, language)).slice(0, 3),
    })),
  );
  expect(answers.filter(({ page }) => page.length > 0).length).toBeGreaterThan(answers.length / 2);
  expect(answers.filter(({ page, alone: wanted }) => page.join() !== wanted.join())).toEqual([]);
});
