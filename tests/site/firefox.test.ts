import { afterAll, beforeEach, describe, expect, inject, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { launchFirefox } from '../browser/firefox.ts';
import { sample } from '../helpers/sample.ts';
import { SAMPLE_PASTE } from '../helpers/sample-paste.ts';

const base = inject('base');
const browser = launchFirefox();
const problems: string[] = [];
let page: Page;

beforeEach(async () => {
  problems.length = 0;
  await page?.close();
  page = await (await browser).newPage();
  await page.setViewport({ width: 1440, height: 900 });
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  page.on('pageerror', (error) => problems.push(String(error)));
});
afterAll(async () => (await browser).close());

/** Wait for the first element that matches, and return its text. */
const textOf = (selector: string): Promise<string> =>
  page
    .locator(selector)
    .map((element) => (element as HTMLElement).innerText)
    .wait();
const theme = (): Promise<string> =>
  page.evaluate(() => getComputedStyle(document.body).backgroundColor);

describe.each(
  sample(
    [
      ['en', 'ja'],
      ['ja', 'en'],
    ],
    2,
  ),
)('in Firefox, %s', (lang, other) => {
  it('a log pasted on the home page gets its answer, with the first step', async () => {
    await page.goto(`${base}/${lang}/`);
    await page.locator('[data-paste] textarea').fill(SAMPLE_PASTE);
    await page.locator('[data-paste] .button-strong').click();
    expect(await textOf('.verdict h2')).toContain('403');
    expect(await textOf('[data-answer="key-rejected"] .steps > li:first-child h4')).not.toBe('');
    expect(problems).toEqual([]);
  });

  it('a search finds a guide, which links to the same place in the other language', async () => {
    await page.goto(`${base}/${lang}/guides/`);
    await page.locator('#search-box').fill('403');
    await page.locator('[data-result="guide:key-rejected"]').click();
    expect(await textOf('article h1')).toMatch(/API/);
    await page.goto(`${page.url()}#fix`);
    await page.locator('.header-tools a').click();
    await page.waitForSelector(`html[lang=${other}]`);
    expect(page.url()).toBe(`${base}/${other}/guides/key-rejected/#fix`);
    expect(problems).toEqual([]);
  });

  it('the Tab key reaches only controls', async () => {
    await page.goto(`${base}/${lang}/`);
    for (let presses = 0; presses < 12; presses++) {
      await page.keyboard.press('Tab');
      expect(
        await page.evaluate(() =>
          document.activeElement?.matches('a, button, input, select, textarea'),
        ),
      ).toBe(true);
    }
  });

  it('a theme is remembered', async () => {
    await page.goto(`${base}/${lang}/`);
    const light = await theme();
    await page.select('[name=theme]', 'dark');
    const dark = await theme();
    expect(dark).not.toBe(light);
    await page.goto(`${base}/${lang}/guides/`);
    expect(await theme()).toBe(dark);
    await page.select('[name=theme]', '');
    expect(problems).toEqual([]);
  });
});
