import type { Page } from '@playwright/test';
import { describe, expect, inject, it } from 'vitest';
import { sample, sampleLanguages } from '../helpers/sample.ts';
import { paste, useBrowser } from './browser.ts';

const browser = useBrowser();
const base = inject('base');

/** Excerpts that people may copy from logs, each with the words that must leave no trace. */
const FRAGMENTS: [text: string, words: string[]][] = [
  ['AKIAIOSFODNN7EXAMPLE denied', ['AKIA', 'denied']],
  ['db01.internal.example connection refused', ['db01', 'internal', 'refused']],
  ['permission denied for yamada', ['yamada', 'permission']],
  ['taro.yamada@example.com', ['taro', 'yamada', 'example.com']],
  ['192.0.2.17 timeout', ['192', 'timeout']],
  ['2001:db8::17', ['2001', 'db8']],
  ['est failed: 403 Forb', ['est failed', '403', 'Forb']],
  ['est failed 403 Forb', ['Forb', '403']],
  ['Failed to post metrics value', ['Failed', 'metrics']],
  ['3xKq8PzWv1nAbCdEfGhIjKlMn', ['3xKq8']],
  ['/home/yamada/plugins/check.rb', ['yamada', 'check.rb']],
  ['鈴木さんのサーバが落ちた', ['鈴木']],
  ['host=web-17.prod\nuser=yamada', ['web-17', 'yamada']],
];
const WORDS = FRAGMENTS.flatMap(([, words]) => words);

const waitForAnswer = (page: Page) =>
  page.waitForSelector('[data-search-state="done"],[data-search-state="none"]', {
    state: 'attached',
  });

/** Mark the answer as stale, so that tests can wait for the next one: the search is debounced. */
const markStale = (page: Page) =>
  page
    .locator('[data-search-state]')
    .evaluate((box) => box.setAttribute('data-search-state', 'stale'));

/** Wait until the search page has answered the text in its box. */
async function waitForAnswerTo(page: Page, text: string): Promise<void> {
  await expect.poll(() => page.inputValue('#search-box')).toBe(text.replaceAll('\n', ' '));
  await waitForAnswer(page);
  // The page may store something right after it has shown the answer.
  await page.evaluate(() => new Promise((resolve) => setTimeout(() => setTimeout(resolve))));
}

/** Clear the box of the search page; the answer to the next text can then be waited for. */
async function clear(page: Page): Promise<void> {
  if ((await page.inputValue('#search-box')) !== '') {
    await markStale(page);
    await page.fill('#search-box', '');
    await waitForAnswer(page);
  }
  await markStale(page);
}

/**
 * Return everything that persists in a page: address, title, history state, storage, window name.
 */
function traces(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const databases = await indexedDB.databases();
    const caching = await Promise.all(
      (await caches.keys()).map(async (name) =>
        (await (await caches.open(name)).keys()).map(({ url }) => url),
      ),
    );
    const kept = [
      location.href,
      document.title,
      document.referrer,
      history.state as unknown,
      window.name,
      document.cookie,
    ];
    // Remove the address of the server: its port may contain a number that is looked for.
    return decodeURIComponent(
      JSON.stringify([kept, { ...localStorage }, { ...sessionStorage }, databases, caching]),
    ).replaceAll(location.origin, '');
  });
}

/** Return the traces of a page and of every entry before it in the history. */
async function allTraces(page: Page): Promise<string> {
  const read: string[] = [];
  const count = await page.evaluate(() => history.length);
  for (let at = 0; at < count; at++) {
    if (page.url().startsWith('http')) read.push(await traces(page));
    if (
      (await page.goBack({ waitUntil: 'load' }).catch(() => null)) === null &&
      page.url() === 'about:blank'
    )
      break;
  }
  return read.join('\n');
}

const wordsIn = (text: string, words: string[]): string[] =>
  words.filter((word) => text.includes(word));

describe('an excerpt of a log on the search page', () => {
  it.each([
    ['en', 0],
    ['ja', 1],
  ] as const)('leaves no trace while it is typed or pasted, in %s', async (lang, turn) => {
    const page = await browser.page();
    const entries: number[] = [];
    await page.goto(`${base}/${lang}/search/`);
    await waitForAnswer(page);
    for (const [text, words] of sample(FRAGMENTS, 4, turn)) {
      for (const insert of [
        () => paste(page, '#search-box', text),
        () => page.fill('#search-box', text),
      ]) {
        await clear(page);
        await insert();
        if (text.includes('\n') && (await page.inputValue('#search-box')) === '') continue;
        await waitForAnswerTo(page, text);
        expect(wordsIn(await traces(page), words), text).toEqual([]);
        expect(page.url(), text).toBe(`${base}/${lang}/search/`);
        entries.push(await page.evaluate(() => history.length));
      }
    }
    expect(new Set(entries).size).toBe(1);
  });

  it('leaves no trace after Enter, after a result is opened, or after going back', async () => {
    const lang = 'ja';
    const page = await browser.page();
    await page.goto(`${base}/${lang}/search/`);
    await waitForAnswer(page);
    for (const [text, words] of sample(FRAGMENTS, 4, 2)) {
      await clear(page);
      await paste(page, '#search-box', text);
      await waitForAnswerTo(page, text);
      await markStale(page);
      await page.keyboard.press('Enter');
      await waitForAnswerTo(page, text);
      expect(wordsIn(await traces(page), words), text).toEqual([]);
      const result = page.locator('[data-result] a').first();
      if ((await result.count()) === 0) continue;
      await result.click();
      await page.waitForURL((url) => !url.pathname.endsWith('/search/'));
      expect(await page.evaluate(() => [document.referrer, window.name])).toEqual(['', '']);
      await page.goto(`${base}/${lang}/search/`);
      await waitForAnswer(page);
    }
    expect(
      wordsIn(
        await allTraces(page),
        WORDS.filter(
          (word) =>
            ![
              'timeout',
              'metrics',
              '403',
              'Failed',
              'permission',
              'denied',
              'refused',
              'internal',
            ].includes(word),
        ),
      ),
    ).toEqual([]);
  });

  it('leaves no trace when it comes from a shared address, but is answered', async () => {
    const lang = 'ja';
    const page = await browser.page();
    for (const [turn, mark] of ['?', '#'].entries()) {
      for (const [text, words] of sample(FRAGMENTS, 8, 3 + 4 * turn)) {
        // A new document each time, also if only the fragment differs.
        await page.goto('about:blank');
        await page.goto(`${base}/${lang}/search/${mark}q=${encodeURIComponent(text)}`);
        await waitForAnswerTo(page, text);
        expect(wordsIn(await traces(page), words), mark + text).toEqual([]);
      }
    }
    await page.goto(
      `${base}/${lang}/search/?q=${encodeURIComponent('Failed to post metrics value')}`,
    );
    await page.waitForSelector('[data-result]');
  });

  it.each(sampleLanguages(0))(
    'leads from the search box of any page to all results without a trace, in %s',
    async (lang) => {
      for (const [text, words] of sample(FRAGMENTS, FRAGMENTS.length)) {
        const page = await browser.page();
        await page.goto(`${base}/${lang}/guides/proxy/`);
        await page.focus('[role=combobox]');
        await page.keyboard.insertText(text);
        await page.waitForSelector('[role=combobox][aria-expanded=true]');
        await page.keyboard.press('Enter');
        await page.waitForSelector('[data-search-page]');
        await waitForAnswerTo(page, text);
        expect(page.url()).toBe(`${base}/${lang}/search/`);
        expect(wordsIn(await traces(page), words), text).toEqual([]);
        await page.goBack();
        await page.waitForSelector('[role=combobox]');
        expect(page.url()).toBe(`${base}/${lang}/guides/proxy/`);
        expect(wordsIn(await traces(page), words), text).toEqual([]);
        expect(page.problems).toEqual([]);
      }
    },
  );
});

describe('an ordinary search', () => {
  it('is added to the history on Enter and restored with its results', async () => {
    const page = await browser.page();
    await page.goto(`${base}/en/search/`);
    await waitForAnswer(page);
    for (const query of ['proxy settings', 'agent does not start']) {
      await page.fill('#search-box', query);
      await page.waitForSelector('[data-result]');
      expect(page.url()).not.toContain(encodeURIComponent(query));
      await page.keyboard.press('Enter');
      await page.waitForURL(`${base}/en/search/#q=${encodeURIComponent(query)}`);
    }
    await page.goBack();
    await page.waitForURL(/#q=proxy%20settings$/);
    expect(await page.inputValue('#search-box')).toBe('proxy settings');
    await page.waitForSelector('[data-result="guide:proxy"]');
    await page.goForward();
    await page.waitForSelector('[data-result="guide:agent-wont-start"]');
    await page.reload();
    await page.waitForSelector('[data-result="guide:agent-wont-start"]');
    expect(await page.inputValue('#search-box')).toBe('agent does not start');
  });

  it('is restored when going back from a result, without Enter', async () => {
    const page = await browser.page();
    await page.goto(`${base}/ja/search/`);
    await waitForAnswer(page);
    await page.fill('#search-box', 'エージェントが起動しない');
    await page.click('[data-result="guide:agent-wont-start"] a');
    await page.waitForURL(/\/guides\/agent-wont-start\//);
    await page.goBack();
    await page.waitForSelector('[data-result="guide:agent-wont-start"]');
    expect(await page.inputValue('#search-box')).toBe('エージェントが起動しない');
  });

  it('is dropped from storage if an older version stored it with a private value', async () => {
    const page = await browser.page();
    await page.goto(`${base}/en/search/`);
    await page.evaluate(() =>
      localStorage.setItem('searches', JSON.stringify(['AKIA1234 denied', 'proxy settings', 7])),
    );
    await page.reload();
    await waitForAnswer(page);
    expect(await page.locator('.search-help button').allInnerTexts()).toContain('proxy settings');
    expect(await page.evaluate(() => localStorage.getItem('searches'))).toBe('["proxy settings"]');
  });
});
