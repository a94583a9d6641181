import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import MiniSearch from 'minisearch';
import type { Content } from '../../src/compiler/index.ts';
import { siteDataOf } from '../../src/cli/content-data.ts';
import { searchSources } from '../../src/cli/search-sources.ts';
import { answerQuery } from '../../src/search/rank/answer-query.ts';
import type { Search } from './score.ts';

/** Return the site's search, run in this process without a page. */
export function contentSearch(content: Content): Search {
  const data = siteDataOf(content);
  const sources = { en: searchSources(data, 'en'), ja: searchSources(data, 'ja') };
  return async (text, language) => (await answerQuery(text, sources[language])).results;
}

/**
 * Return the site's search page, used as a person would: words are typed, lines are pasted.
 * Several pages per language run in parallel, because a query mostly waits for a pause in typing.
 */
export function siteSearch(pages: Record<'en' | 'ja', readonly Page[]>, base: string): Search {
  const searches = { en: spreadOver(pages.en, typeInto), ja: spreadOver(pages.ja, typeInto) };
  return (text, language) => searches[language](text, language);

  async function typeInto(page: Page, text: string, language: 'en' | 'ja'): Promise<string[]> {
    const address = `${base}/${language}/search/`;
    if (!page.url().startsWith(address)) {
      await page.goto(address);
      await page.waitForSelector('[data-search-state="done"]', { state: 'attached' });
    }
    return page.evaluate(askPage, text);
  }
}

/** Spread queries over several pages, each of which takes one at a time. */
function spreadOver(
  pages: readonly Page[],
  search: (page: Page, text: string, language: 'en' | 'ja') => Promise<string[]>,
): Search {
  const free = [...pages];
  const waiting: ((page: Page) => void)[] = [];
  return async (text, language) => {
    const page = free.pop() ?? (await new Promise<Page>((resolve) => waiting.push(resolve)));
    try {
      return await search(page, text, language);
    } finally {
      const next = waiting.shift();
      if (next) next(page);
      else free.push(page);
    }
  };
}

/** Runs in the page: enter a query, and return the ids of the results. */
function askPage(text: string): Promise<string[]> {
  const box = document.querySelector<HTMLInputElement>('#search-box');
  const state = document.querySelector<HTMLElement>('[data-search-state]');
  if (!box || !state) throw new Error('no search page');
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (state.dataset['searchState'] === 'loading') return;
      observer.disconnect();
      resolve(
        [...state.querySelectorAll<HTMLElement>('[data-result]')].map(
          ({ dataset }) => dataset['result'] ?? '',
        ),
      );
    });
    observer.observe(state, { attributes: true });
    if (text.trim().includes('\n')) {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      box.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    } else {
      box.value = text;
      box.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }
  });
}

/** Return plain Pagefind on this site's index. */
export function plainPagefind(page: Page, base: string): Search {
  return spreadOver([page], async (_, text, language) => {
    if (!page.url().startsWith(`${base}/${language}/`)) await page.goto(`${base}/${language}/`);
    return page.evaluate(
      async ({ query, url }) => {
        const pagefind = (await import(url)) as {
          search(
            text: string,
          ): Promise<{ results: { data(): Promise<{ meta: Record<string, string> }> }[] }>;
        };
        const { results } = await pagefind.search(query);
        return (await Promise.all(results.slice(0, 3).map((result) => result.data()))).map(
          ({ meta }) => meta['id'] ?? '',
        );
      },
      { query: text, url: `${base}/pagefind/pagefind.js` },
    );
  });
}

/** Return MiniSearch on the same texts, with word segmentation, prefixes and typo tolerance. */
export function miniSearch(folder: string): Search {
  const indexes = new Map(
    ['en', 'ja'].map((language) => {
      const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
      const tokenize = (text: string): string[] =>
        [...segmenter.segment(text.normalize('NFKC'))]
          .filter(({ isWordLike }) => isWordLike)
          .map(({ segment }) => segment);
      const index = new MiniSearch<{ id: string; title: string; text: string }>({
        fields: ['title', 'text'],
        tokenize,
        searchOptions: { prefix: true, fuzzy: 0.2, boost: { title: 3 } },
      });
      index.addAll(
        readTexts(folder, language).map(({ content, meta }) => ({
          id: meta['id'] ?? '',
          title: meta['title'] ?? '',
          text: content,
        })),
      );
      return [language, index];
    }),
  );
  return (text, language) =>
    Promise.resolve(
      (indexes.get(language)?.search(text) ?? []).slice(0, 3).map(({ id }) => String(id)),
    );
}

/** Read the texts of the pages from the full-text index. */
export function readTexts(
  folder: string,
  language: string,
): {
  url: string;
  content: string;
  meta: Record<string, string>;
  filters: Record<string, string[]>;
}[] {
  const fragments = join(folder, 'pagefind/fragment');
  return readdirSync(fragments)
    .filter((file) => file.startsWith(`${language}_`))
    .map((file) => {
      const text = gunzipSync(readFileSync(join(fragments, file))).toString('utf8');
      return JSON.parse(text.slice(text.indexOf('{'))) as {
        url: string;
        content: string;
        meta: Record<string, string>;
        filters: Record<string, string[]>;
      };
    });
}
