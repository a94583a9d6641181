import { describe, expect, inject, it } from 'vitest';
import type { Page } from '@playwright/test';
import { paste, useBrowser } from './browser.ts';
import { violations } from './axe-violations.ts';

const browser = useBrowser();
const base = inject('base');
const kbBase = inject('kbBase');

/** Enter a text at once into the focused box and wait; slow typing would cause more searches. */
async function ask(page: Page, typed: string): Promise<void> {
  await page.keyboard.insertText(typed);
  await page.waitForSelector('[role=option]');
}

/** Type into the box of a guide page, and select the first result. */
async function choose(page: Page, typed: string): Promise<void> {
  await page.goto(`${base}/en/guides/key-rejected/`);
  await page.focus('[role=combobox]');
  await ask(page, typed);
  await page.keyboard.press('ArrowDown');
}

/** Return whether one element is shown above another. */
function isAbove(page: Page, one: string, other: string): Promise<boolean> {
  return page.evaluate(
    ([upper = '', lower = '']) => {
      const [above, below] = [upper, lower].map((selector) =>
        document.querySelector(selector)?.getBoundingClientRect(),
      );
      return (
        above !== undefined && below !== undefined && above.height > 0 && above.bottom <= below.top
      );
    },
    [one, other],
  );
}

describe('the box on every page', () => {
  it.each(['/', 'Control+k'])('opens with %s, answers, and closes with Escape', async (key) => {
    const page = await browser.page();
    await page.goto(`${base}/en/guides/key-rejected/`);
    await page.keyboard.press(key);
    await page.waitForFunction(() => document.activeElement?.matches('[role=combobox]'));
    await ask(page, 'proxy');
    await page.keyboard.press('Escape');
    expect(await page.getAttribute('[role=combobox]', 'aria-expanded')).toBe('false');
    await page.keyboard.press('ArrowDown');
    await page.waitForSelector('[role=option]');
    await page.keyboard.press('ArrowDown');
    expect(
      await page.getAttribute('[role=combobox]:focus', 'aria-activedescendant'),
    ).not.toBeNull();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/en\/guides\/proxy\//);
    expect(page.problems).toEqual([]);
  });

  it('opens a result in a new tab with Control and Enter', async () => {
    const page = await browser.page();
    await choose(page, 'proxy');
    const [tab] = await Promise.all([
      page.context().waitForEvent('page'),
      page.keyboard.press('Control+Enter'),
    ]);
    await tab.waitForURL(/\/en\/guides\/proxy\//);
    expect(page.url()).toBe(`${base}/en/guides/key-rejected/`);
  });

  it('keeps the selection when later results arrive', async () => {
    const page = await browser.page();
    await choose(page, 'prox');
    const chosen = await page.getAttribute('[aria-selected=true]', 'href');
    await page.evaluate(() =>
      Object.assign(document.querySelector('[role=listbox]')?.firstElementChild ?? {}, {
        stale: true,
      }),
    );
    await page.keyboard.type('y');
    await page.waitForFunction(() => {
      const first = document.querySelector('[role=listbox]')?.firstElementChild;
      return first && !('stale' in first);
    });
    expect(await page.getAttribute('[aria-selected=true]', 'href')).toBe(chosen);
    expect(await page.getAttribute('[role=combobox]', 'aria-activedescendant')).not.toBeNull();
  });

  it('stays closed if it loses the focus before the results arrive', async () => {
    const page = await browser.page();
    await page.goto(`${base}/en/guides/key-rejected/`);
    const held: (() => void)[] = [];
    await page.route('**/titles.json*', (route) => held.push(() => void route.continue()));
    await page.focus('[role=combobox]');
    await page.keyboard.insertText('proxy');
    await expect.poll(() => held.length).toBeGreaterThan(0);
    await page.keyboard.press('Tab');
    await Promise.all([page.waitForResponse('**/titles.json*'), ...held.map((go) => go())]);
    await page.waitForTimeout(500);
    expect(await page.getAttribute('[role=combobox]', 'aria-expanded')).toBe('false');
    await page.focus('[role=combobox]');
    await page.waitForSelector('[role=option]');
    await page.evaluate(() => {
      const box = document.querySelector<HTMLInputElement>('[role=combobox]');
      box?.dispatchEvent(new InputEvent('input', { bubbles: true }));
      box?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    });
    await page.waitForTimeout(500);
    expect(await page.getAttribute('[role=combobox]', 'aria-expanded')).toBe('false');
  });

  it('ignores the Enter that confirms Japanese input in Safari', async () => {
    const page = await browser.page();
    await choose(page, 'proxy');
    await page.evaluate(() =>
      document
        .querySelector('[role=combobox]')
        ?.dispatchEvent(
          new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229, bubbles: true }),
        ),
    );
    await page.waitForTimeout(300);
    expect(page.url()).toBe(`${base}/en/guides/key-rejected/`);
  });

  it('opens the search page with Enter, also below a base path', async () => {
    const page = await browser.page();
    await page.goto(`${kbBase}en/guides/key-rejected/`);
    await page.focus('[role=combobox]');
    await ask(page, 'proxy');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/kb\/en\/search\/#q=proxy$/);
    await page.waitForSelector('[data-result="guide:proxy"]');
  });

  it('offers first to analyze a pasted log, and without results links to the analyzer', async () => {
    const page = await browser.page({ viewport: { width: 390, height: 844 } });
    await page.goto(`${base}/ja/`);
    await page.focus('[role=combobox]');
    await page.waitForFunction(
      () => document.querySelector('[role=combobox]')?.getAttribute('aria-expanded') !== null,
    );
    await paste(
      page,
      '[role=combobox]',
      '2026/03/02 04:12:09 INFO <main> Starting mackerel-agent version:0.85.1, rev:aaaaaaa, apibase:https://api.mackerelio.com\n2026/03/02 04:12:11 WARNING <command> Failed to post metrics value (will retry): API request failed: 403 Forbidden\n',
    );
    await page.waitForSelector('.read-log [role=option]');
    const first = page.locator('[role=option]').first();
    expect(await first.innerText()).toMatch(/^このログを診断する.*\n2行。/);
    expect(await first.evaluate((option) => option.getBoundingClientRect().bottom)).toBeLessThan(
      844 / 2,
    );
    expect(await first.locator('.title').evaluate((title) => getComputedStyle(title).color)).toBe(
      await first.evaluate((option) => getComputedStyle(option).color),
    );
    await first.click();
    await page.waitForSelector('[data-answer="key-rejected"]');
    await page.goto(`${base}/en/`);
    await page.focus('[role=combobox]');
    await ask(page, 'blorgh quux zzyzx');
    expect(await page.locator('.search-note').innerText()).toContain('paste it');
    expect(await isAbove(page, '.search-note', '[role=option]')).toBe(true);
    await page.locator('[role=option][href="/en/analyze/"]').click();
    await page.waitForURL(`${base}/en/analyze/`);
    expect(await page.inputValue('[data-analyze-input]')).toBe('');
    expect(page.problems).toEqual([]);
  });

  it('says above the results that the answer is elsewhere, or that no page has all words', async () => {
    const page = await browser.page({ viewport: { width: 390, height: 844 } });
    await page.goto(`${base}/ja/`);
    await page.focus('[role=combobox]');
    for (const [typed, note] of [
      ['料金プランを変更するには', '公式ページ'],
      ['proxy authentication kerberos', 'すべての言葉'],
    ] as const) {
      await page.fill('[role=combobox]', typed);
      await page.waitForFunction(
        (text) => document.querySelector('.search-note')?.textContent.includes(text),
        note,
      );
      expect(await isAbove(page, '.search-note', '[role=option]'), typed).toBe(true);
    }
    expect(page.problems).toEqual([]);
  });

  it('has no axe violation while it is open', async () => {
    const page = await browser.page();
    await page.goto(`${base}/ja/`);
    await page.focus('[role=combobox]');
    await page.keyboard.type('403');
    await page.waitForSelector('[role=option]');
    expect(await violations(page, { within: '[data-search]' })).toEqual([]);
  });
});
