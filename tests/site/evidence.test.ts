import { describe, expect, inject, it } from 'vitest';
import type { BrowserContextOptions, Page } from '@playwright/test';
import { openLog, untilDone, untilReady } from '../browser/analyzer-page.ts';
import { sample, sampleLanguages } from '../helpers/sample.ts';
import { paste, useBrowser } from './browser.ts';

const browser = useBrowser({ isReused: true });
const base = inject('base');
const PHONE = { viewport: { width: 390, height: 844 } };

const START = `2026/03/02 04:12:09 INFO <main> Starting mackerel-agent version:0.85.1, rev:aaaaaaa, apibase:https://api.mackerelio.com
2026/03/02 04:12:11 INFO <command> Start: apibase = https://api.mackerelio.com, hostName = web01, hostID = 3xFAjdWpSBu
`;
const REFUSED =
  '2026/03/02 04:13:11 WARNING <command> Failed to post metrics value (will retry): Post "https://api.mackerelio.com/api/v0/tsdb": dial tcp 203.0.113.25:443: connect: connection refused\n';

async function read(log: string, lang = 'en', options: BrowserContextOptions = {}): Promise<Page> {
  const page = await browser.page(options);
  await page.goto(`${base}/${lang}/analyze/`);
  await untilReady(page);
  await paste(page, '[data-analyze-input]', log);
  await untilDone(page);
  return page;
}
/** Open the evidence of the first answer, which is folded below its steps. */
const unfold = (page: Page) => page.locator('[data-evidence] > summary').first().click();
/** Return the last character of each line of an element and the next one, except the last line. */
const breaks = (page: Page, selector: string) =>
  page.locator(selector).evaluateAll((elements) =>
    elements.flatMap((element) => {
      const characters = [...(element.textContent ?? '')];
      const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      const tops: number[] = [];
      for (let node = texts.nextNode(); node; node = texts.nextNode()) {
        for (let at = 0; at < (node.nodeValue ?? '').length; at++) {
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          tops.push(range.getBoundingClientRect().bottom);
        }
      }
      return characters.flatMap((end, at) =>
        (tops[at + 1] ?? -Infinity) > (tops[at] ?? 0) + 8 ? [end + characters[at + 1]] : [],
      );
    }),
  );
const ends = async (page: Page, selector: string) =>
  (await breaks(page, selector)).map((around) => around[0] ?? '');

describe('evidence', () => {
  it.each(sampleLanguages(1))(
    'breaks its lines after a space or a punctuation mark on a phone, in %s',
    async (lang) => {
      const page = await read(START + REFUSED, lang, PHONE);
      expect(await page.locator('.chain').first().isVisible()).toBe(false);
      await unfold(page);
      for (const place of ['.chain a', '.verdict-quote code']) {
        const found = await ends(page, place);
        expect(found).toContain('/');
        expect(found.filter((end) => !/[\s/:,;?-]/.test(end))).toEqual([]);
      }
      expect(await page.locator('.chain').first().innerText()).toContain(
        'Post "https://api.mackerelio.com/api/v0/tsdb"',
      );
    },
  );

  it('breaks the same way on the page of a message', async () => {
    const page = await browser.page(PHONE);
    await page.goto(`${base}/ja/errors/network/connection-refused/`);
    const found = await ends(page, 'pre[data-language="log"] .line');
    expect(found).toContain('/');
    expect(found.filter((end) => !/[\s/:,;?-]/.test(end))).toEqual([]);
  });

  it.each(
    sample(
      [
        ['en', ['12,000 times', '11,997 more'], 'All warnings and errors are explained.'],
        ['ja', ['12,000回', 'ほか11,997件'], '警告とエラーは、すべて説明できました。'],
      ] as const,
      2,
    ),
  )('counts the lines that are too many to list, in %s', async (lang, counts, all) => {
    const page = await browser.page();
    await page.goto(`${base}/${lang}/analyze/`);
    await untilReady(page);
    await openLog(page, START + REFUSED.repeat(12_000));
    await unfold(page);
    const place = await page.locator('.evidence-place').first().innerText();
    for (const count of counts) expect(place).toContain(count);
    expect(await page.locator('[data-details]').textContent()).toContain(all);
  });
});

describe('a link of a report', () => {
  it.each([
    ['evidence', '.chain a', '/errors/'],
    ['the whole guide', '.answer-guide a', '/guides/connection-refused/'],
    ['a step', '.answer .steps a[href*="/guides/"]', '/guides/'],
  ])('of %s opens in a new tab, and the report stays open', async (_, selector, path) => {
    const page = await read(START + REFUSED, 'en', PHONE);
    await unfold(page);
    // Steps are folded while another one has to decide.
    const folded = page.locator('.steps details:has(a) > summary').first();
    if (selector.includes('.steps')) await folded.click();
    const [tab] = await Promise.all([
      page.context().waitForEvent('page'),
      page.locator(selector).first().click(),
    ]);
    await tab.waitForURL((url) => url.pathname.includes(path));
    expect(page.url()).toBe(`${base}/en/analyze/`);
    expect(await page.locator('[data-answer="connection-refused"]').count()).toBe(1);
  });

  it('has a new-tab icon on screen, and its address in print, except in evidence', async () => {
    const page = await read(
      START +
        REFUSED.replace('dial tcp 203.0.113.25:443: connect: connection refused', '').replace(
          /Post "[^"]*": /,
          'API request failed: 503 Service Unavailable',
        ),
    );
    const after = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((link) => getComputedStyle(link, '::after').content);
    expect(await after('.answer a[href^="https://"]')).toContain('\u2197');
    expect(await after('.chain a')).toBe('none');
    await page.emulateMedia({ media: 'print' });
    expect(await after('.answer a[href^="https://"]')).toContain('https://status.mackerel.io');
    expect(await page.locator('.compare-offer').isVisible()).toBe(false);
  });

  it('below a log line leads to the answer on this page', async () => {
    const page = await read(START + REFUSED);
    await page.locator('.verdict-quote button').click();
    await page.locator('.line-meaning p > a').click();
    expect(
      await page.evaluate(
        () => document.activeElement?.closest<HTMLElement>('[data-answer]')?.dataset['answer'],
      ),
    ).toBe('connection-refused');
    expect(page.url()).toBe(`${base}/en/analyze/`);
  });
});

describe('the verdict on a configuration', () => {
  it('breaks a long key after a dot on a phone, so that a typo stays visible', async () => {
    const page = await read(
      'apikey = "x"\n[plugin.metrics.databaseoftheshop]\ncommnd = "x"\n',
      'ja',
      PHONE,
    );
    const heading = page.locator('.verdict h2');
    expect(await heading.innerText()).toContain('plugin.metrics.databaseoftheshop.commnd');
    const found = await breaks(page, '.verdict h2');
    expect(found.filter((around) => /[a-z]{2}/.test(around))).toEqual([]);
    expect(found).toContain('.d');
  });
});
