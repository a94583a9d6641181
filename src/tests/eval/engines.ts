import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import MiniSearch from 'minisearch';
import type { Search } from './score.ts';

/** The search page of the site, driven as a person does: words are typed, lines are pasted. */
export function siteSearch(page: Page, base: string): Search {
  let open = '';
  return async (text, language) => {
    if (open !== language) {
      await page.goto(`${base}/${language}/search/`);
      await page.waitForSelector('[data-search-state="done"]', { state: 'attached' });
      open = language;
    }
    return page.evaluate(ask, text);
  };
}

/** Runs in the page. */
function ask(text: string): Promise<string[]> {
  const box = document.querySelector<HTMLInputElement>('#search-box');
  const state = document.querySelector<HTMLElement>('[data-search-state]');
  if (!box || !state) throw new Error('no search page');
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (state.dataset['searchState'] === 'loading') return;
      observer.disconnect();
      resolve([...state.querySelectorAll<HTMLElement>('[data-result]')].map(({ dataset }) => dataset['result'] ?? ''));
    });
    observer.observe(state, { attributes: true });
    if (text.trim().includes('\n')) {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      box.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    } else {
      box.value = text;
      box.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }
  });
}

/** Pagefind as it comes, on the index of this site. */
export function plainPagefind(page: Page, base: string): Search {
  return async (text, language) => {
    if (!page.url().startsWith(`${base}/${language}/`)) await page.goto(`${base}/${language}/`);
    return page.evaluate(async ({ query, url }) => {
      const pagefind = (await import(url)) as { search(text: string): Promise<{ results: { data(): Promise<{ meta: Record<string, string> }> }[] }> };
      const { results } = await pagefind.search(query);
      return (await Promise.all(results.slice(0, 3).map((result) => result.data()))).map(({ meta }) => meta['id'] ?? '');
    }, { query: text, url: `${base}/pagefind/pagefind.js` });
  };
}

/** MiniSearch with prefixes and typos on the same texts, in words as the language divides them. */
export function miniSearch(folder: string): Search {
  const indexes = new Map(['en', 'ja'].map((language) => {
    const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
    const tokenize = (text: string): string[] => [...segmenter.segment(text.normalize('NFKC'))].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);
    const index = new MiniSearch<{ id: string; title: string; text: string }>({ fields: ['title', 'text'], tokenize, searchOptions: { prefix: true, fuzzy: 0.2, boost: { title: 3 } } });
    index.addAll(readTexts(folder, language).map(({ content, meta }) => ({ id: meta['id'] ?? '', title: meta['title'] ?? '', text: content })));
    return [language, index];
  }));
  return (text, language) => Promise.resolve((indexes.get(language)?.search(text) ?? []).slice(0, 3).map(({ id }) => String(id)));
}

/** The texts of the pages as the full-text index holds them. */
export function readTexts(folder: string, language: string): { url: string; content: string; meta: Record<string, string>; filters: Record<string, string[]> }[] {
  const fragments = join(folder, 'pagefind/fragment');
  return readdirSync(fragments).filter((file) => file.startsWith(`${language}_`)).map((file) => {
    const text = gunzipSync(readFileSync(join(fragments, file))).toString('utf8');
    return JSON.parse(text.slice(text.indexOf('{'))) as { url: string; content: string; meta: Record<string, string>; filters: Record<string, string[]> };
  });
}
