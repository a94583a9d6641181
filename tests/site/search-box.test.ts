import { describe, expect, inject, it } from 'vitest';
import type { Page } from '@playwright/test';
import { paste, useBrowser } from './browser.ts';
import { violations } from './axe-violations.ts';

const browser = useBrowser({ isReused: true });
const base = inject('base');
const kbBase = inject('kbBase');

/** Enter a text at once into the focused box and wait; slow typing would cause more searches. */
async function ask(page: Page, typed: string): Promise<void> {
  await page.keyboard.insertText(typed);
  await page.waitForSelector(ANSWER);
}

/** An option that answers what was typed, unlike those that an empty box offers. */
const ANSWER = '.search-panel:not([data-state="idle"]) [role=option]';

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
    await page.goto(`${base}/ja/guides/`);
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
    await page.goto(`${base}/en/guides/`);
    await page.focus('[role=combobox]');
    await ask(page, 'blorgh quux zzyzx');
    expect(await page.locator('.search-note').innerText()).toContain('paste it');
    expect(await isAbove(page, '.search-note', '[role=option]')).toBe(true);
    await page.locator('[role=option][href="/en/analyze/"]').click();
    await page.waitForURL(`${base}/en/analyze/`);
    expect(await page.inputValue('[data-analyze-input]')).toBe('');
    expect(page.problems).toEqual([]);
  });

  it('says above the results that the answer is elsewhere, or that no page fits exactly', async () => {
    const page = await browser.page({ viewport: { width: 390, height: 844 } });
    await page.goto(`${base}/ja/guides/`);
    await page.focus('[role=combobox]');
    for (const [typed, note] of [
      ['料金プランを変更するには', '公式ページ'],
      ['proxy authentication kerberos', '近いページ'],
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
    await page.goto(`${base}/ja/guides/`);
    await page.focus('[role=combobox]');
    await page.keyboard.type('403');
    await page.waitForSelector('[role=option]');
    expect(await violations(page, { within: '[data-search]' })).toEqual([]);
  });
});

describe('the panel below the box', () => {
  const PAGE = '/en/guides/clock/';
  const optionsOf = (page: Page): Promise<string[]> =>
    page
      .locator('[role=option]')
      .evaluateAll((all) => all.map((option) => option.getAttribute('href') ?? ''));

  it('opens with examples, and with recent pages', async () => {
    const page = await browser.page();
    await page.goto(base + PAGE);
    await page.focus('[role=combobox]');
    await page.waitForSelector('[data-state=idle] [role=option]');
    expect(await page.locator('.results-heading').allInnerTexts()).toEqual(['Examples']);
    expect((await optionsOf(page)).length).toBeGreaterThan(5);
    await ask(page, 'proxy');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/guides\/proxy\/$/);
    await page.focus('[role=combobox]');
    await page.waitForSelector('[data-state=idle] [role=option]');
    expect((await optionsOf(page)).slice(0, 2)).toEqual([
      '/en/search/#q=proxy',
      '/en/guides/proxy/',
    ]);
    expect(await violations(page, { within: '[data-search]' })).toEqual([]);
    await page.click('.search-clear');
    await page.waitForFunction(() => document.querySelectorAll('.results-heading').length === 1);
    expect(await page.evaluate(() => ({ ...localStorage }))).toEqual({});
    expect(page.problems).toEqual([]);
  });

  it('remembers no page that was found with a part of a log', async () => {
    const page = await browser.page();
    await page.goto(base + PAGE);
    await page.focus('[role=combobox]');
    await ask(page, 'API request failed: 403 Forbidden');
    await page.locator('[role=option][href*="/guides/"]').first().click();
    await page.waitForURL(/guides\/(?!clock)/);
    expect(await page.evaluate(() => ({ ...localStorage }))).toEqual({});
  });

  it.each([
    ['en', { width: 1280, height: 800 }],
    ['en', { width: 390, height: 500 }],
    ['ja', { width: 390, height: 844 }],
  ])(
    'cuts off no option, names each kind, and links to all results (%s, %o)',
    async (lang, size) => {
      const page = await browser.page({ viewport: size });
      await page.goto(`${base}/${lang}/guides/clock/`);
      await page.focus('[role=combobox]');
      await ask(page, lang === 'ja' ? 'プラグイン' : 'plugin');
      const { height } = size;
      const boxes = await page
        .locator('.search-panel li')
        .evaluateAll((all) => all.map((item) => item.getBoundingClientRect().bottom));
      expect(boxes.length).toBeGreaterThan(3);
      expect(Math.max(...boxes)).toBeLessThan(height);
      const kinds = await page.locator('[data-result] .kind').allInnerTexts();
      expect(kinds).toHaveLength(boxes.length - 1);
      for (const kind of kinds)
        expect(kind).toMatch(/^(?:Guide|Message|Codes|ガイド|メッセージ|コード)$/);
      expect((await optionsOf(page)).at(-1)).toMatch(/\/search\/#q=/);
    },
  );

  it('shows only pages that apply to the chosen product, also on the search page', async () => {
    const page = await browser.page();
    await page.goto(base + PAGE);
    await page.focus('[role=combobox]');
    await ask(page, 'plugin');
    const own = page.locator('.search-panel [data-result="guide:container-plugin"]');
    await page.selectOption('.search-panel select', 'mackerel-container-agent');
    await expect.poll(() => own.count()).toBe(1);
    await page.selectOption('.search-panel select', 'mackerel-agent');
    await expect.poll(() => own.count()).toBe(0);
    await page.locator('[role=option]').last().click();
    await page.waitForURL(/#q=plugin&product=mackerel-agent$/);
    await page.waitForSelector('[data-search-state=done] [data-result]');
    expect(await page.locator('[data-result="guide:container-plugin"]').count()).toBe(0);
    await page.selectOption('select[name=product]', '');
    await page.waitForSelector('[data-result="guide:container-plugin"]');
  });

  it('says what to do next if there is no answer', async () => {
    const page = await browser.page();
    await page.goto(base + PAGE);
    await page.focus('[role=combobox]');
    await ask(page, 'blorgh quux zzyzx');
    expect(await page.getAttribute('.search-panel', 'data-state')).toBe('none');
    expect(await optionsOf(page)).toEqual([
      '/en/analyze/',
      '/en/guides/collect-for-support/',
      '/en/search/',
    ]);
    expect(await violations(page, { within: '[data-search]' })).toEqual([]);
  });

  it.each(['guides/key-rejected/', 'search/'])(
    'keeps words that are sent before its script is there, and then answers them, on /%s',
    async (path) => {
      const page = await browser.page();
      let release = (): void => undefined;
      const held = new Promise<void>((resolve) => (release = resolve));
      await page.route('**/*.js', async (route) => {
        await held;
        await route.continue();
      });
      await page.goto(`${base}/en/${path}`, { waitUntil: 'commit' });
      await page.focus('#search-box');
      await page.keyboard.type('proxy');
      await page.keyboard.press('Enter');
      expect(page.url()).toBe(`${base}/en/${path}`);
      expect(await page.inputValue('#search-box')).toBe('proxy');
      release();
      await page.waitForSelector('[data-result="guide:proxy"]');
      await expect.poll(() => page.url()).toBe(`${base}/en/search/#q=proxy`);
      expect(page.problems).toEqual([]);
    },
  );

  it('lists the keys of the computer', async () => {
    const page = await browser.page();
    await page.addInitScript(() =>
      Object.defineProperty(navigator, 'platform', { get: () => 'MacIntel' }),
    );
    await page.goto(base + PAGE);
    expect(await page.locator('.search-key').isVisible()).toBe(true);
    await page.keyboard.press('/');
    await page.waitForSelector('[data-state=idle] [role=option]');
    expect(await page.locator('.search-keys').innerText()).toMatch(
      /↑[\s\S]*Enter[\s\S]*Esc[\s\S]*⌘ K/,
    );
    expect(await page.locator('.search-key').isVisible()).toBe(false);
  });
});
