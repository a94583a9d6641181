import type { BrowserContextOptions, Page } from '@playwright/test';
import { describe, expect, inject, it } from 'vitest';
import { answersOn, untilDone, untilReady } from '../browser/analyzer-page.ts';
import { paste, useBrowser } from './browser.ts';

const browser = useBrowser();
const base = inject('base');
const kbBase = inject('kbBase');
const BOX = '[data-analyze-input]';
const LINK = '.header-tools a';

const START = `2026/03/02 04:00:00 INFO <main> Starting mackerel-agent version:0.85.1, rev:aaaaaaa, apibase:https://api.mackerelio.com
2026/03/02 04:00:00 INFO <command> Start: apibase = https://api.mackerelio.com, hostName = db-tokyo, hostID = 3xFAjdWpSBu
`;
const FAULT = `${START}2026/03/02 04:01:00 WARNING <command> Failed to post metrics value (will retry): Post "https://api.mackerelio.com/api/v0/tsdb": dial tcp 203.0.113.25:443: connect: connection refused\n`;

async function open(
  url: string,
  options: BrowserContextOptions = {},
): Promise<Page & { problems: string[] }> {
  const page = await browser.page(options);
  await page.goto(url);
  await untilReady(page);
  return page;
}
const switchLanguage = async (page: Page, lang: string): Promise<void> => {
  // On a phone, the link is in a menu.
  const menu = page.locator('.menu-button');
  if (await menu.isVisible()) await menu.click();
  await page.locator(LINK).click();
  await page.waitForSelector(`html[lang=${lang}]`);
};
const boxLabel = (page: Page) =>
  page.$eval(BOX, (element) => (element as HTMLTextAreaElement).placeholder);

describe('the other language', () => {
  it.each([
    ['the root', base],
    ['a path', kbBase.replace(/\/$/, '')],
  ])(
    'keeps the report, the inputs and the choices, and stores nothing, below %s',
    async (_name, site) => {
      const page = await open(`${site}/ja/analyze/`, { viewport: { width: 390, height: 844 } });
      await paste(page, BOX, FAULT);
      await untilDone(page);
      await page
        .locator('[data-answer] .platform-choice label:has([value=windows])')
        .first()
        .click();
      await page.locator('.support > summary').click();
      await page.locator('[data-support-form] > summary').click();
      await page.locator('[data-support-preview] > summary').click();
      await page.fill('[name="support-system"]', 'Rocky Linux 9');
      await page.locator('.support-preview', { hasText: 'Rocky' }).waitFor();
      const entries = await page.evaluate(() => history.length);
      await switchLanguage(page, 'en');
      expect(page.url()).toBe(`${site}/en/analyze/`);
      expect(await page.evaluate(() => [history.length, history.state])).toEqual([entries, null]);
      expect(
        await page.evaluate(() =>
          [JSON.stringify(sessionStorage), JSON.stringify(localStorage), name].join(),
        ),
      ).toBe('{},{"platform":"windows"},');
      expect(await answersOn(page)).toEqual(['connection-refused']);
      expect(
        await page.locator('[data-answer] .platform-choice [value=windows]').first().isChecked(),
      ).toBe(true);
      expect(await page.inputValue('[name="support-system"]')).toBe('Rocky Linux 9');
      await page.locator('.support-preview', { hasText: 'From the sender' }).waitFor();
      expect(await page.locator('.support-preview').innerText()).toContain('Rocky Linux 9');
      expect(await boxLabel(page)).toBe('3 lines');
      expect(await page.title()).toContain('Shindan');
      // Only text from the log may remain in the other language.
      const seen = (await page.locator('body').innerText())
        .replace('診断', '')
        .replace('日本語', '');
      expect(seen.match(/.*[ぁ-ん].*/g)).toBeNull();
      expect(await page.evaluate(() => document.activeElement?.matches('.menu-button'))).toBe(true);
      await switchLanguage(page, 'ja');
      expect(await page.locator('.verdict h2').innerText()).toMatch(/[ぁ-ん]/);
      await page.getByRole('button', { name: '入れ替える' }).click();
      expect(await page.inputValue(BOX)).toBe(FAULT);
      await page.fill(BOX, START);
      await page.waitForSelector('[data-status="healthy"]');
      expect(page.problems).toEqual([]);
    },
  );

  it('keeps files and a comparison too, even if nothing can be stored', async () => {
    const page = await browser.page();
    await page.addInitScript(() =>
      Object.defineProperty(window, 'sessionStorage', {
        get: () => {
          throw new DOMException('denied', 'SecurityError');
        },
      }),
    );
    await page.goto(`${base}/en/analyze/`);
    await untilReady(page);
    await page.setInputFiles('input[type=file]', {
      name: 'web01.log',
      mimeType: 'text/plain',
      buffer: Buffer.from(FAULT),
    });
    await untilDone(page);
    await switchLanguage(page, 'ja');
    expect(await boxLabel(page)).toBe('web01.log · 3行');
    await page.locator('.compare-offer button').click();
    await paste(page, BOX, START.replaceAll('04:00', '04:40'));
    await page.waitForSelector('[data-comparison]');
    await switchLanguage(page, 'en');
    expect(await page.locator('.comparison h2').innerText()).toBe(
      'Not seen again, but that does not prove yet that it is over.',
    );
    expect(page.problems).toEqual([]);
  });

  it('applies to the search box and to the offline section, too', async () => {
    const page = await open(`${base}/ja/analyze/`, { serviceWorkers: 'allow' });
    await page.waitForSelector('[data-save-state]');
    await paste(page, BOX, FAULT);
    await untilDone(page);
    await switchLanguage(page, 'en');
    await expect
      .poll(() => page.locator('.save-offline h2').innerText())
      .toBe('Use without a network');
    await page.fill('[data-search] input', 'ECONNREFUSED');
    await page
      .locator('.search-panel a', { hasText: 'cannot connect to Mackerel' })
      .first()
      .waitFor();
    expect(page.problems).toEqual([]);
  });

  it('is a normal link without a paste, and in a new tab', async () => {
    const page = await open(`${base}/en/analyze/`);
    await page.evaluate(() => Object.assign(window, { isFirst: true }));
    const isFirst = () => page.evaluate(() => 'isFirst' in window);
    await page.locator(LINK).click();
    await page.waitForURL(`${base}/ja/analyze/`);
    expect(await isFirst()).toBe(false);
    await untilReady(page);
    await page.evaluate(() => Object.assign(window, { isFirst: true }));
    await paste(page, BOX, FAULT);
    await untilDone(page);
    const [tab] = await Promise.all([
      page.context().waitForEvent('page'),
      page.locator(LINK).click({ modifiers: ['ControlOrMeta'] }),
    ]);
    await tab.waitForURL(`${base}/en/analyze/`);
    expect([page.url(), await isFirst()]).toEqual([`${base}/ja/analyze/`, true]);
  });

  it('is a normal link if the page cannot be fetched', async () => {
    const page = await browser.page();
    await page.route('**/words/en.json?*', (route) => route.abort());
    await page.goto(`${base}/ja/analyze/`);
    await untilReady(page);
    await page.evaluate(() => Object.assign(window, { isFirst: true }));
    await paste(page, BOX, FAULT);
    await untilDone(page);
    await page.locator(LINK).click();
    await page.waitForURL(`${base}/en/analyze/`);
    expect(await page.evaluate(() => 'isFirst' in window)).toBe(false);
  });
});
