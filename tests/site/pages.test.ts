import { readdirSync } from 'node:fs';
import { describe, expect, inject, it } from 'vitest';
import { stopClock, useBrowser } from './browser.ts';
import { violations } from './axe-violations.ts';

const browser = useBrowser();
const base = inject('base');
const PAGES = [
  '',
  'guides/',
  'guides/key-rejected/',
  'errors/',
  'errors/agent/',
  'errors/agent/find-host-failed/',
  'tables/',
  'tables/http-status/',
  'analyze/',
  'search/',
  'offline/',
];
const KINDS = [
  ...['en', 'ja'].flatMap((lang) => PAGES.map((path) => `/${lang}/${path}`)),
  '/404.html',
  '/',
];

it.each(KINDS)(
  '%s has no axe violation, light or dark, and does not scroll sideways on a narrow phone',
  async (path) => {
    const page = await browser.page();
    await page.goto(base + path);
    expect(await violations(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    expect(await violations(page, { colorsOnly: true })).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      320,
    );
    expect(page.problems.filter((problem) => !problem.includes('404'))).toEqual([]);
  },
);

it('picks the language of the browser at the root and for short links', async () => {
  for (const [locale, lang] of [
    ['ja-JP', 'ja'],
    ['en-GB', 'en'],
    ['fr-FR', 'en'],
  ] as const) {
    const page = await browser.page({ locale });
    await page.goto(`${base}/`);
    await page.waitForURL(`${base}/${lang}/`);
    await page.goto(`${base}/g/key-rejected/`);
    await page.waitForURL(`${base}/${lang}/guides/key-rejected/`);
  }
});

it('is complete without JavaScript', async () => {
  const page = await browser.page({ javaScriptEnabled: false });
  await page.goto(`${base}/en/errors/`);
  expect(await page.locator('main a[href^="/en/errors/"]').count()).toBeGreaterThan(50);
  await page.goto(`${base}/en/guides/key-rejected/`);
  expect(await page.locator('main').innerText()).toContain('systemctl start mackerel-agent');
  await page.goto(`${base}/en/search/`);
  expect(await page.locator('main a[href^="/en/guides/"]').count()).toBeGreaterThan(10);
  expect(await page.locator('main').innerText()).toContain('The search needs JavaScript');
  await page.goto(`${base}/en/`);
  expect(
    await page
      .locator('input:visible, button:visible, main a[href="/en/analyze/"]:visible')
      .count(),
  ).toBe(0);
  expect(await page.locator('.home-hero a[href="/en/guides/"]').isVisible()).toBe(true);
});

it.each(['en', 'ja'])(
  'collapses a long list of wordings in %s, and expands it without JavaScript',
  async (lang) => {
    const page = await browser.page({
      javaScriptEnabled: false,
      viewport: { width: 390, height: 844 },
    });
    await page.goto(`${base}/${lang}/errors/os/shell-not-found/`);
    const last = page.locator('section:has(#wordings) li').last();
    expect(await last.isVisible()).toBe(false);
    expect((await page.locator('#guides').boundingBox())?.y).toBeLessThan(3 * 844);
    await page.emulateMedia({ media: 'print' });
    expect(await last.isVisible()).toBe(true);
    await page.emulateMedia({ media: 'screen' });
    await page.click('section:has(#wordings) summary');
    expect(await last.isVisible()).toBe(true);
  },
);

describe.each(['en', 'ja'])('the index of messages in %s', (lang) => {
  it('has a collapsed group for each catalog, short on a phone, which expands without JavaScript', async () => {
    const page = await browser.page({
      javaScriptEnabled: false,
      viewport: { width: 390, height: 844 },
    });
    await page.goto(`${base}/${lang}/errors/`);
    expect(await page.locator('details[data-group]').count()).toBe(
      readdirSync('content/catalogs').length,
    );
    expect(await page.locator('tbody tr:visible').count()).toBe(0);
    expect((await page.locator('main').boundingBox())?.height).toBeLessThan(2 * 844);
    await page.click('#network > summary');
    const rows = await page.locator('#network tbody tr:visible').count();
    expect(await page.locator('#network .row-count').innerText()).toContain(String(rows));
    expect(await page.locator(`#network a[href="/${lang}/errors/network/"]`).isVisible()).toBe(
      true,
    );
  });

  it('expands the groups in which the filter finds a match, and collapses them again', async () => {
    const page = await browser.page();
    await page.goto(`${base}/${lang}/errors/`);
    await page.click('#os > summary');
    await page.fill('[data-filter-text]', 'connection refused');
    expect(
      await page.locator(`tbody a[href="/${lang}/errors/network/connection-refused/"]`).isVisible(),
    ).toBe(true);
    expect(await page.locator('#plugins').isVisible()).toBe(false);
    expect(await page.locator('[data-filter-count]').innerText()).toContain(
      String(await page.locator('tbody tr:visible').count()),
    );
    for (const group of await page.locator('details[data-group]:visible').all())
      expect(await group.locator('.row-count').innerText()).toMatch(
        new RegExp(`^${await group.locator('tbody tr:visible').count()}\\D`),
      );
    await page.fill('[data-filter-text]', '');
    expect(
      await page
        .locator('details[data-group][open]')
        .evaluateAll((groups) => groups.map(({ id }) => id)),
    ).toEqual(['os']);
    expect(page.problems).toEqual([]);
  });
});

it('passes a filter text without a match to the search, and not to the address', async () => {
  const page = await browser.page();
  await page.goto(`${base}/en/errors/`);
  expect(await page.locator('[data-filter-search]').isVisible()).toBe(false);
  await page.fill('[data-filter-text]', 'proxy settings');
  await page.click('[data-filter-search]');
  await page.waitForSelector('[role=option][href$="/en/guides/proxy/"]');
  expect(await page.inputValue('[role=combobox]')).toBe('proxy settings');
  expect(page.url()).toBe(`${base}/en/errors/`);
});

describe.each([
  ['en', 'Copied', 'Select and copy'],
  ['ja', 'コピーしました', '選択してコピー'],
])('the copy buttons of a guide in %s', (lang, copied, select) => {
  it('say what they copy and that they did, and then reset', async () => {
    const page = await browser.page({ permissions: ['clipboard-read', 'clipboard-write'] });
    await page.goto(`${base}/${lang}/guides/df-failed/`);
    const names = await page.getByRole('button', { name: /^(Copy|コピー) ./ }).allTextContents();
    expect(names.length).toBe(await page.locator('.copy').count());
    expect(new Set(names).size).toBe(names.length);
    const button = page.locator('.step .copy').first();
    const before = await button.innerText();
    await stopClock(page);
    await button.click();
    await expect.poll(() => button.innerText()).toContain(copied);
    expect(await page.locator('body > [role=status]').innerText()).toBe(copied);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      await page.locator('.step .command code').first().innerText(),
    );
    await page.clock.runFor(5000);
    expect(await button.innerText()).toBe(before);
  });

  it('select the command if there is no clipboard', async () => {
    const page = await browser.page();
    await page.addInitScript(() =>
      Object.defineProperty(navigator, 'clipboard', { value: undefined }),
    );
    await page.goto(`${base}/${lang}/guides/df-failed/`);
    await stopClock(page);
    await page.locator('.step .copy').first().click();
    await expect.poll(() => page.locator('body > [role=status]').innerText()).toBe(select);
    expect(await page.evaluate(() => getSelection()?.toString())).toBe(
      await page.locator('.step .command code').first().innerText(),
    );
    expect(page.problems).toEqual([]);
  });
});

it('does not break short code, and stays as narrow as the phone', async () => {
  const page = await browser.page({ viewport: { width: 320, height: 640 } });
  for (const path of ['ja/guides/df-failed/', 'en/guides/key-rejected/', 'ja/tables/exit-codes/']) {
    await page.goto(`${base}/${path}`);
    const codes = await page.$$eval('main code', (elements) =>
      elements
        .filter(
          (code) =>
            !code.closest('pre, a') &&
            (code.textContent?.length ?? 0) < 24 &&
            code.checkVisibility(),
        )
        .map((code) => code.getClientRects().length),
    );
    expect(codes.length, path).toBeGreaterThan(3);
    expect(Math.max(...codes), path).toBe(1);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth),
      path,
    ).toBeLessThanOrEqual(320);
  }
});

describe('in print', () => {
  it('the index has every message', async () => {
    const page = await browser.page({ viewport: { width: 718, height: 1000 } });
    await page.goto(`${base}/en/errors/`);
    await page.emulateMedia({ media: 'print' });
    expect(
      await page
        .locator('tbody tr')
        .evaluateAll(
          (rows) => rows.filter((row) => row.getBoundingClientRect().height === 0).length,
        ),
    ).toBe(0);
  });

  it.each([718, 1100])(
    'a message has its guides, its level and similar messages, %d pixels wide',
    async (width) => {
      const page = await browser.page({ viewport: { width, height: 1000 } });
      await page.goto(`${base}/en/errors/agent/post-retry/`);
      await page.emulateMedia({ media: 'print' });
      for (const id of ['guides', 'facts', 'neighbours'])
        expect(await page.locator(`#${id}`).isVisible(), id).toBe(true);
      await page.goto(`${base}/en/guides/key-rejected/`);
      expect(await page.locator('.toc').isVisible()).toBe(false);
    },
  );
});

it('has code tables that work without JavaScript, can be filtered with it, and link to rows', async () => {
  const plain = await browser.page({ javaScriptEnabled: false });
  await plain.goto(`${base}/ja/tables/http-status/#403`);
  expect(await plain.locator('tr:target').innerText()).toContain('403 Forbidden');
  expect(await plain.locator('[data-filter]').isVisible()).toBe(false);
  const page = await browser.page();
  await page.goto(`${base}/en/tables/exit-codes/`);
  const all = await page.locator('tbody tr[id]:visible').count();
  await page.fill('[data-filter-text]', 'df');
  expect(
    await page.locator('tbody tr[id]:visible').evaluateAll((rows) => rows.map(({ id }) => id)),
  ).toEqual(['df-other', 'df-killed']);
  expect(await page.locator('tbody:visible').count()).toBe(1);
  await page.fill('[data-filter-text]', 'sourdough');
  expect(await page.locator('[data-filter-count]').innerText()).toBe('No rows match this filter.');
  await page.fill('[data-filter-text]', '');
  expect(await page.locator('tbody tr[id]:visible').count()).toBe(all);
  expect(page.problems).toEqual([]);
});

it('does not cut off lines of samples on a narrow phone, and has no tab stop in them', async () => {
  const page = await browser.page({ viewport: { width: 320, height: 640 } });
  for (const path of [
    'en/guides/key-rejected/',
    'ja/guides/read-a-line/',
    'en/errors/agent/post-retry/',
    'en/',
  ]) {
    await page.goto(`${base}/${path}`);
    expect(
      await page.$$eval('pre', (samples) =>
        samples
          .filter((sample) => sample.scrollWidth > sample.clientWidth || sample.tabIndex >= 0)
          .map((sample) => sample.textContent),
      ),
      path,
    ).toEqual([]);
    // The copied text is the original command, wherever its lines wrap.
    expect(
      await page.$$eval(
        '.command code',
        (commands) =>
          commands.filter(
            (command) =>
              command.checkVisibility() &&
              (command as HTMLElement).innerText !== command.textContent,
          ).length,
      ),
      path,
    ).toBe(0);
  }
});

it('keeps the title of a neighboring guide in one piece', async () => {
  const page = await browser.page();
  await page.goto(`${base}/en/guides/check-action/`);
  expect(
    await page
      .locator('.pager .one-line')
      .evaluateAll((parts) => parts.map((part) => getComputedStyle(part).display)),
  ).toEqual(['inline']);
});

it.each(['en', 'ja'])(
  'links from the top of a guide to the fix on a phone, in %s',
  async (lang) => {
    const page = await browser.page({ viewport: { width: 390, height: 844 } });
    await page.goto(`${base}/${lang}/guides/key-rejected/`);
    await page.locator('.jump a').first().click();
    await expect.poll(async () => (await page.locator('#fix').boundingBox())?.y).toBeLessThan(100);
  },
);

it.each(['en', 'ja'])(
  'shows the 404 page in the language of the address first: %s',
  async (lang) => {
    const page = await browser.page({ viewport: { width: 390, height: 844 } });
    await page.goto(`${base}/${lang}/nowhere/`);
    const tops = await page.$$eval('main section', (sections) =>
      sections
        .map(
          (section) => [section.getAttribute('lang'), section.getBoundingClientRect().top] as const,
        )
        .sort((a, b) => a[1] - b[1]),
    );
    expect(tops.map(([spoken]) => spoken)).toEqual(lang === 'en' ? ['en', 'ja'] : ['ja', 'en']);
  },
);

it('shows the 404 page in both languages', async () => {
  const response = await fetch(`${base}/ja/guides/nowhere/`);
  expect(response.status).toBe(404);
  const text = await response.text();
  expect(text).toMatch(/lang="ja"/);
  expect(text).toMatch(/lang="en"/);
});

it('is usable by keyboard from the skip link to the copy button', async () => {
  const page = await browser.page();
  await page.goto(`${base}/en/guides/key-rejected/`);
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#main');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
});
