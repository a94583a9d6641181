import { describe, expect, inject, it } from 'vitest';
import type { Page } from '@playwright/test';
import { paste, useBrowser } from './browser.ts';

const browser = useBrowser();
const base = inject('base');

async function search(page: Page, lang: string, query: string): Promise<{ state: string; results: string[] }> {
  await page.goto(`${base}/${lang}/search/?q=${encodeURIComponent(query)}`);
  const element = await page.waitForSelector('[data-search-state="done"],[data-search-state="none"]', { state: 'attached' });
  const results = await page.$$eval('[data-result]', (elements) => elements.map((result) => result.getAttribute('data-result') ?? ''));
  return { state: (await element.getAttribute('data-search-state')) ?? '', results };
}

describe('the search page', () => {
  it.each([
    ['en', 'Failed to post metrics value (will retry): Post "https://api.mackerelio.com/api/v0/tsdb?": x509: certificate signed by unknown authority', 'guide:x509-unknown-ca'],
    ['ja', '2026/03/02 04:12:11 WARNING <command> API request failed: 403 Forbidden', 'guide:key-rejected'],
    ['ja', 'エージェントが起動しない', 'guide:agent-wont-start'],
    ['en', 'agent does not start', 'guide:agent-wont-start'],
    ['en', 'プロキシ', 'guide:proxy'],
  ])('in %s answers %s', async (lang, query, first) => {
    const page = await browser.page();
    const { state, results } = await search(page, lang, query);
    expect([state, results[0]]).toEqual(['done', first]);
    expect(page.problems).toEqual([]);
  });

  it.each([['en', 'how to bake sourdough bread'], ['ja', 'カレーの作り方'], ['en', 'Mar 02 04:12:11 web01 sshd[17]: Failed password for root from 192.0.2.1 port 22 ssh2']])('in %s says that it has no answer for %s', async (lang, query) => {
    const page = await browser.page();
    expect(await search(page, lang, query)).toEqual({ state: 'none', results: [] });
  });

  it('finds a table of codes by its full text and links to it', async () => {
    const page = await browser.page();
    expect((await search(page, 'en', 'exit code of configtest')).results).toContain('table:exit-codes');
    expect(await page.getAttribute('[data-result="table:exit-codes"] a', 'href')).toBe('/en/tables/exit-codes/');
  });

  it('moves words to the fragment and drops log lines from the address', async () => {
    const page = await browser.page();
    await search(page, 'en', 'agent does not start');
    expect(new URL(page.url()).search).toBe('');
    expect(page.url()).toContain('#q=');
    await search(page, 'en', '2026/03/02 04:12:11 WARNING <command> API request failed: 403 Forbidden');
    expect(page.url()).toBe(`${base}/en/search/`);
  });
});

describe('the box on every page', () => {
  it.each(['/', 'Control+k'])('opens with %s, answers, and is left with Escape', async (key) => {
    const page = await browser.page();
    await page.goto(`${base}/en/guides/key-rejected/`);
    await page.keyboard.press(key);
    await page.waitForFunction(() => document.activeElement?.matches('[role=combobox]'));
    await page.keyboard.type('proxy');
    await page.waitForSelector('[role=option]');
    await page.keyboard.press('ArrowDown');
    expect(await page.getAttribute('[role=combobox]:focus', 'aria-activedescendant')).not.toBeNull();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/en\/(guides|errors)\//);
    expect(page.problems).toEqual([]);
  });
});

it('reads a paste of several lines whole, on the spot and on this page', async () => {
  const page = await browser.page();
  await page.goto(`${base}/ja/`);
  await paste(page, '[role=combobox]', '2026/03/02 04:12:09 INFO <main> Starting mackerel-agent version:0.85.1, rev:aaaaaaa, apibase:https://api.mackerelio.com\n2026/03/02 04:12:11 WARNING <command> API request failed: 403 Forbidden\n');
  await page.waitForSelector('[role=option]');
  expect(await page.getAttribute('[role=option]', 'data-result')).toBe('guide:key-rejected');
  expect(page.url()).toBe(`${base}/ja/`);
});
