import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, inject, it } from 'vitest';
import { openContent } from '../../catalog/index.ts';
import { readTexts, siteSearch } from '../eval/engines.ts';
import { readForeign, readQueries } from '../eval/read-queries.ts';
import { score } from '../eval/score.ts';
import { useBrowser } from './browser.ts';

const browser = useBrowser();
const base = inject('base');
const content = openContent();

/** Pages that search side by side. */
async function pages(): Promise<Record<'en' | 'ja', Page[]>> {
  const first = await browser.page();
  const more = (count: number): Promise<Page[]> => Promise.all(Array.from({ length: count }, () => first.context().newPage()));
  return { en: [first, ...(await more(3))], ja: await more(4) };
}

/** Words that stand at both sides of a tag without white space between, as one word; in code the colours divide what is one word. */
function joints(html: string): string[] {
  const body = html.slice(html.indexOf('data-pagefind-body')).replace(/<(script|style|template|pre)\b[\s\S]*?<\/\1>/g, ' ').replace(/<figure[^>]*data-pagefind-ignore[\s\S]*?<\/figure>/g, ' ');
  return [...body.matchAll(/([A-Za-z0-9]+)(?:<[^>]+>)+([A-Za-z0-9]+)/g)].map(([, before = '', after = '']) => before + after);
}

it.each(['en', 'ja'])('glues no two words of a page in %s', (language) => {
  const glued = readTexts('dist', language).flatMap(({ url, content: text }) => {
    const words = new Set(text.match(/[A-Za-z0-9]+/g));
    return joints(readFileSync(`dist${url}index.html`, 'utf8')).filter((word) => words.has(word)).map((word) => `${url}: ${word}`);
  });
  expect([...new Set(glued)]).toEqual([]);
});

it.each(['en', 'ja'])('holds every guide and entry in %s, with what it can be narrowed by', (language) => {
  const records = new Map(readTexts('dist', language).map((record) => [record.meta['id'], record]));
  expect([...content.guides.map(({ slug }) => `guide:${slug}`), ...content.entries.map(({ id }) => `entry:${id}`)].filter((id) => !records.has(id))).toEqual([]);
  for (const { id, catalog, yaml } of content.entries) expect(records.get(`entry:${id}`)?.filters, id).toEqual({ kind: ['entry'], catalog: [catalog], platform: expect.arrayContaining(yaml.platforms), ...(yaml.level && { level: [yaml.level] }) });
  for (const { slug, yaml } of content.guides) expect(records.get(`guide:${slug}`)?.filters, slug).toMatchObject({ kind: ['guide'], category: [yaml.category] });
});

it('finds what people ask for, and says so where it has no answer', { timeout: 600_000 }, async () => {
  const { groups, misses } = await score(siteSearch(await pages(), base), readQueries(), content);
  const share = (group: string, of: 'first' | 'three'): number => (groups.get(group)?.[of] ?? 0) / (groups.get(group)?.all ?? 1);
  const told = misses.join('\n');
  expect(share('all', 'first'), told).toBeGreaterThanOrEqual(0.85);
  expect(share('all', 'three'), told).toBeGreaterThanOrEqual(0.93);
  expect(share('en', 'first'), told).toBeGreaterThanOrEqual(0.82);
  expect(share('ja', 'first'), told).toBeGreaterThanOrEqual(0.82);
  expect(share('pasted and messages', 'first'), told).toBeGreaterThanOrEqual(0.97);
  expect(share('no answer exists', 'first'), told).toBeGreaterThanOrEqual(0.9);
});

it.each(['en', 'ja'] as const)('answers no line of another program in %s', { timeout: 300_000 }, async (language) => {
  const search = siteSearch(await pages(), base);
  const answers = await Promise.all(readForeign().map(async (line) => ({ line, found: await search(line, language) })));
  expect(answers.filter(({ found }) => found.length > 0)).toEqual([]);
});
