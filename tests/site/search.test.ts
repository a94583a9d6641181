import { describe, expect, inject, it } from 'vitest';
import type { Page } from '@playwright/test';
import { sample } from '../helpers/sample.ts';
import { paste, useBrowser } from './browser.ts';

const browser = useBrowser({ isReused: true });
const base = inject('base');

const LOG = `2026/03/02 04:12:09 INFO <main> Starting mackerel-agent version:0.85.1, rev:aaaaaaa, apibase:https://api.mackerelio.com
2026/03/02 04:12:11 WARNING <command> API request failed: 403 Forbidden
`;
const LINE = '2026/03/02 04:12:11 WARNING <command> API request failed: 403 Forbidden';

const answered = (page: Page) =>
  page.waitForSelector('[data-search-state="done"],[data-search-state="none"]', {
    state: 'attached',
  });
const resultsOf = (page: Page) =>
  page.$$eval('[data-result]', (elements) =>
    elements.map((result) => result.getAttribute('data-result') ?? ''),
  );
const stored = (page: Page) =>
  page.evaluate(() =>
    JSON.stringify({
      ...localStorage,
      ...sessionStorage,
      name: window.name,
      state: history.state as unknown,
    }),
  );

async function search(
  page: Page,
  lang: string,
  query: string,
): Promise<{ state: string; results: string[] }> {
  await page.goto(`${base}/${lang}/search/?q=${encodeURIComponent(query)}`);
  const element = await answered(page);
  return {
    state: (await element.getAttribute('data-search-state')) ?? '',
    results: await resultsOf(page),
  };
}

describe('the search page', () => {
  it.each([
    [
      'en',
      'Failed to post metrics value (will retry): Post "https://api.mackerelio.com/api/v0/tsdb?": x509: certificate signed by unknown authority',
      'guide:x509-unknown-ca',
    ],
    ['ja', LINE, 'guide:key-rejected'],
    ['ja', 'エージェントが起動しない', 'guide:agent-wont-start'],
    ['en', 'agent does not start', 'guide:agent-wont-start'],
    ['en', 'プロキシ', 'guide:proxy'],
    ['ja', 'ECONNREFUSED', 'guide:connection-refused'],
    [
      'en',
      '[plugin.checks.ssh]\ncomand = "check-tcp -p 22"\ncheck_interval = 5',
      'guide:plugin-section',
    ],
  ])('in %s answers %s', async (lang, query, first) => {
    const page = await browser.page();
    const { state, results } = await search(page, lang, query);
    expect([state, results[0]]).toEqual(['done', first]);
    expect(page.problems).toEqual([]);
  });

  it.each([
    ['en', 'how to bake sourdough bread'],
    ['ja', 'カレーの作り方'],
    ['en', 'Mar 02 04:12:11 web01 sshd[17]: Failed password for root from 192.0.2.1 port 22 ssh2'],
  ])('in %s says that it has no answer for %s', async (lang, query) => {
    const page = await browser.page();
    expect(await search(page, lang, query)).toEqual({ state: 'none', results: [] });
    expect(await page.locator('.search-help a, .search-help button').count()).toBeGreaterThan(0);
  });

  it('highlights the words of the query, but no part of another word', async () => {
    const page = await browser.page();
    await search(page, 'ja', 'メトリックが破棄される');
    const marked = await page.locator('[data-result] mark').allInnerTexts();
    expect(marked).toContain('メトリック');
    expect(marked).not.toContain('チェック');
    await page.goto(`${base}/ja/search/?q=${encodeURIComponent('コンテナのホスト')}`);
    await page.waitForSelector('[data-search-state=done] mark');
    expect(
      (await page.locator('[data-result] mark').allInnerTexts()).filter((text) =>
        text.includes('・'),
      ),
    ).toEqual([]);
  });

  it('highlights the corrected form of a mistyped word', async () => {
    const page = await browser.page();
    await search(page, 'en', 'certifcate expierd');
    expect(await page.locator('[data-result="guide:x509-expired"] mark').allInnerTexts()).toEqual(
      expect.arrayContaining(['certificate', 'expired']),
    );
  });

  it('finds a code table and links to it', async () => {
    const page = await browser.page();
    expect((await search(page, 'en', 'table of exit codes')).results).toContain('table:exit-codes');
    expect(await page.getAttribute('[data-result="table:exit-codes"] a', 'href')).toBe(
      '/en/tables/exit-codes/',
    );
  });

  it('moves words to the fragment and leaves no trace of log lines', async () => {
    const page = await browser.page();
    await search(page, 'en', 'agent does not start');
    expect(new URL(page.url()).search).toBe('');
    expect(page.url()).toContain('#q=');
    await search(page, 'en', LINE);
    expect(page.url()).toBe(`${base}/en/search/`);
    expect(await stored(page)).not.toContain('Forbidden');
  });

  it.each(
    sample(
      [
        ['en', 'Copied', 'Select and copy'],
        ['ja', 'コピーしました', '選択してコピー'],
      ],
      2,
    ),
  )(
    'lets the reader copy the query if there is no answer, even without a clipboard, in %s',
    async (lang, copied, select) => {
      const page = await browser.page({ permissions: ['clipboard-read', 'clipboard-write'] });
      await search(page, lang, 'how to bake sourdough bread');
      const button = page.locator('.search-help button');
      await button.click();
      await expect.poll(() => button.innerText()).toBe(copied);
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
        'how to bake sourdough bread',
      );
      const without = await browser.page();
      // As on a page without HTTPS.
      await without.addInitScript(() =>
        Object.defineProperty(navigator, 'clipboard', { value: undefined }),
      );
      await search(without, lang, 'how to bake sourdough bread');
      await without.locator('.search-help button').click();
      await expect.poll(() => without.locator('.search-help button').innerText()).toBe(select);
      expect(await without.evaluate(() => String(getSelection()))).toBe(
        'how to bake sourdough bread',
      );
      expect(without.problems).toEqual([]);
    },
  );

  it('links to the official page for questions that are answered elsewhere', async () => {
    const page = await browser.page();
    expect((await search(page, 'ja', 'ダッシュボードの共有リンクを作る')).state).toBe('none');
    expect(await page.getAttribute('.search-help a', 'href')).toMatch(/^https:\/\/mackerel\.io\//);
    expect(
      await page
        .locator('.search-page .button:visible, .search-page button:visible')
        .allInnerTexts(),
    ).toEqual(['ダッシュボード・グラフの共有・画面の表示', 'すべてのページの本文からも探す']);
  });

  it('links to the official page for a whole email too, and keeps it out of the address', async () => {
    const page = await browser.page();
    await page.goto(`${base}/en/search/`);
    await paste(
      page,
      '#search-box',
      'Hello,\nour accountant needs the invoices of the last quarter with our VAT number. I could not find a place to enter it.\nCould you please tell me where we can change the billing address?\nThank you, Anna',
    );
    await page.waitForSelector('[data-search-state="none"]', { state: 'attached' });
    expect(await page.locator('.search-help a[href^="https://"]').count()).toBe(1);
    expect(page.url()).toBe(`${base}/en/search/`);
  });

  it('filters results, keeps the filters in the address, and restores them', async () => {
    const page = await browser.page();
    await page.goto(`${base}/en/search/#q=retire%20host`);
    await answered(page);
    const all = await resultsOf(page);
    await page.selectOption('select[name=kind]', 'guide');
    await page.waitForFunction(
      (count) => document.querySelectorAll('[data-result]').length < count,
      all.length,
    );
    expect((await resultsOf(page)).every((id) => id.startsWith('guide:'))).toBe(true);
    expect(page.url()).toContain('kind=guide');
    await page.click('[data-result] a');
    await page.waitForURL(/\/guides\//);
    await page.goBack();
    await page.waitForSelector('[data-result]');
    expect(await page.inputValue('#search-box')).toBe('retire host');
    expect(await page.inputValue('select[name=kind]')).toBe('guide');
  });

  it('shows results before the filters on a phone, and expands active filters', async () => {
    const page = await browser.page({ viewport: { width: 390, height: 844 } });
    await page.goto(`${base}/ja/search/#q=container`);
    await answered(page);
    expect(await page.locator('.search-filters').isVisible()).toBe(false);
    expect((await page.locator('[data-result]').first().boundingBox())?.y).toBeLessThan(844 * 0.4);
    await page.focus('#search-box');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SUMMARY');
    await page.keyboard.press('Tab');
    expect(
      await page.evaluate(() => document.activeElement?.closest('[data-result]') !== null),
    ).toBe(true);
    await page.click('.search-fold > summary');
    await page.selectOption('select[name=kind]', 'guide');
    await page.waitForURL(/kind=guide/);
    await page.reload();
    await answered(page);
    expect(await page.inputValue('select[name=kind]')).toBe('guide');
    expect(await page.locator('.search-filters').isVisible()).toBe(true);
  });

  it('searches the text of all pages on request, and loads Pagefind only then', async () => {
    const page = await browser.page();
    const loaded: string[] = [];
    page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
    await page.goto(`${base}/en/search/#q=proxy`);
    await answered(page);
    const before = (await resultsOf(page)).length;
    expect(loaded.filter((path) => /pagefind|catalog\.json|engine/.test(path))).toEqual([]);
    await page.click('.search-more');
    await page.waitForFunction(
      (count) => document.querySelectorAll('[data-result]').length > count,
      before,
    );
    expect(loaded.some((path) => path.includes('pagefind'))).toBe(true);
    expect(page.problems).toEqual([]);
  });

  it('retries the full-text search after a failure', async () => {
    const page = await browser.page();
    await search(page, 'en', 'proxy');
    await page.route('**/pagefind/**', (route) => route.abort());
    await page.locator('.search-more').click();
    await page.locator('.search-note', { hasText: 'could not be loaded' }).waitFor();
    expect(await page.locator('.search-more').isEnabled()).toBe(true);
  });

  it('lets the reader remove unknown filters that an address has', async () => {
    const page = await browser.page();
    await page.goto(`${base}/en/search/#q=proxy&kind=nothing&level=%3Cb%3E`);
    await answered(page);
    expect(await page.locator('.search-note').innerText()).toBe('No results match these filters.');
    for (const filter of ['kind', 'level']) await page.selectOption(`select[name=${filter}]`, '');
    await page.waitForSelector('[data-result="guide:proxy"]');
  });

  it('remembers word searches, offers them again, and forgets them', async () => {
    const page = await browser.page();
    await page.goto(`${base}/en/search/`);
    await answered(page);
    await page.fill('#search-box', 'proxy settings');
    await page.waitForSelector('[data-result]');
    await page.keyboard.press('Enter');
    await page.fill('#search-box', LINE);
    await page.waitForSelector('[data-result="guide:key-rejected"]');
    await page.keyboard.press('Enter');
    expect(await stored(page)).toContain('proxy settings');
    expect(await stored(page)).not.toContain('Forbidden');
    await page.fill('#search-box', '');
    await page.click('.search-help button:has-text("proxy settings")');
    await page.waitForSelector('[data-result="guide:proxy"]');
    await page.fill('#search-box', '');
    await page.click('.search-clear');
    expect(await stored(page)).not.toContain('proxy settings');
  });

  it('says how many results there are', async () => {
    const page = await browser.page();
    await search(page, 'en', 'agent does not start');
    await page.waitForFunction(() =>
      /\d+ results?/.test(document.querySelector('[role=status]')?.textContent ?? ''),
    );
  });

  it('does not shift the layout while it answers', async () => {
    const page = await browser.page({ viewport: { width: 390, height: 844 } });
    await page.goto(`${base}/ja/search/#q=${encodeURIComponent('プロキシ 設定')}`);
    await answered(page);
    const shift = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries())
              sum += (entry as PerformanceEntry & { value: number }).value;
          }).observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => resolve(sum), 300);
        }),
    );
    expect(shift).toBeLessThan(0.02);
  });
});

describe('a pasted log', () => {
  it('is read in full, on this page', async () => {
    const page = await browser.page();
    await page.goto(`${base}/ja/guides/`);
    await paste(page, '[role=combobox]', LOG);
    // Until the answer is there, the list has popular pages.
    await expect
      .poll(() => page.getAttribute('#search-list [data-result]', 'data-result'))
      .toBe('guide:key-rejected');
    expect(page.url()).toBe(`${base}/ja/guides/`);
  });

  it('opens in the analyzer in the same tab and leaves no trace', async () => {
    const page = await browser.page();
    await page.goto(`${base}/en/guides/proxy/`);
    await paste(page, '[role=combobox]', LOG);
    await page.waitForSelector('[role=option]');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-answer="key-rejected"]');
    expect(page.url()).toBe(`${base}/en/analyze/`);
    await page.getByRole('button', { name: 'Replace' }).click();
    expect(await page.inputValue('[data-analyze-input]')).toBe(LOG);
    expect(await stored(page)).not.toMatch(/Forbidden|API request/);
    await page.goBack();
    await page.waitForSelector('h1:has-text("proxy")');
    expect(await page.content()).not.toContain('API request failed: 403');
    await page.goForward();
    await page.waitForSelector('[data-analyze-state="empty"]', { state: 'attached' });
    expect(page.problems).toEqual([]);
  });
});

it('describes the search to browsers, with the query in the fragment', async () => {
  for (const lang of ['en', 'ja']) {
    const page = await browser.page();
    await page.goto(`${base}/${lang}/`);
    const href = (await page.getAttribute('link[rel=search]', 'href')) ?? '';
    const text = await (await fetch(`${base}${href}`)).text();
    expect(text).toMatch(
      new RegExp(`<Url type="text/html" template="[^"?]+/${lang}/search/#q=\\{searchTerms\\}"/>`),
    );
  }
});

it('shows the static index without JavaScript', async () => {
  const page = await browser.page({ javaScriptEnabled: false });
  await page.goto(`${base}/en/guides/key-rejected/`);
  await page.fill('[data-search] input', 'proxy');
  await page.press('[data-search] input', 'Enter');
  await page.waitForURL(`${base}/en/search/?`);
  expect(await page.locator('[data-search-index] a').count()).toBeGreaterThan(200);
  const messages = page.locator('.search-messages');
  expect(await messages.locator('a').first().isVisible()).toBe(false);
  await messages.locator('summary').click();
  expect(await messages.locator('a').first().isVisible()).toBe(true);
});

it('lists all pages until something is searched for, and if the search cannot be loaded', async () => {
  const page = await browser.page();
  const index = page.locator('[data-search-index]');
  await page.route('**/words/**', (route) => route.abort());
  await page.goto(`${base}/en/search/`);
  expect(await index.isVisible()).toBe(true);
  await page.goto(`${base}/en/search/#q=proxy`);
  await page.reload();
  await page.waitForSelector('[data-search-state="none"]', { state: 'attached' });
  expect(await index.isVisible()).toBe(true);
  await page.unroute('**/words/**');
  await page.reload();
  await answered(page);
  expect(await index.isVisible()).toBe(false);
  await page.fill('#search-box', '');
  await index.waitFor({ state: 'visible' });
});
