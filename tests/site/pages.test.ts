import { readdirSync } from 'node:fs';
import { describe, expect, inject, it } from 'vitest';
import { openContentLazily, type Entry } from '../../src/compiler/index.ts';
import { sample, sampleLanguages } from '../helpers/sample.ts';
import { stopClock, useBrowser } from './browser.ts';
import { violations } from './axe-violations.ts';

const browser = useBrowser({ isReused: true });
const base = inject('base');
const { entries } = openContentLazily();

function requireEntry(isWanted: (entry: Entry) => boolean): Entry {
  const entry = entries.find(isWanted);
  if (!entry) throw new Error('the content has no entry of the wanted kind');
  return entry;
}
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
  'about/',
  'privacy/',
];
const KINDS = [
  ...['en', 'ja'].flatMap((lang) => PAGES.map((path) => `/${lang}/${path}`)),
  '/404.html',
  '/',
];

// Each kind of page in one language, because the languages differ only in their texts.
it.each(sample(KINDS, 2))(
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
  expect(await page.locator('main').innerText()).toContain('searching need JavaScript');
  await page.goto(`${base}/en/`);
  expect(
    await page
      .locator(
        'input:not([name=platform]):visible, button:visible, main a[href="/en/analyze/"]:visible',
      )
      .count(),
  ).toBe(0);
  expect(await page.locator('.home-hero a[href="/en/guides/"]').isVisible()).toBe(true);
});

it.each(sampleLanguages(1))(
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

describe.each(sampleLanguages(0))('the index of messages in %s', (lang) => {
  it('has a collapsed group for each catalog, which can be expanded without JavaScript', async () => {
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

it('filters the index of messages by urgency, level, catalog, and version of the program', async () => {
  const page = await browser.page();
  await page.goto(`${base}/en/errors/`);
  const rows = page.locator('tbody tr:visible');
  await page.selectOption('[data-filter-by=act]', 'ignore');
  await page.selectOption('[data-filter-by=level]', 'WARNING');
  await page.selectOption('[data-filter-by=catalog]', 'agent');
  const kinds = await rows.evaluateAll((all) =>
    all.map((row) => {
      const { act, level, catalog } = (row as HTMLElement).dataset;
      return [act, level, catalog].join();
    }),
  );
  expect([...new Set(kinds)]).toEqual(['ignore,WARNING,agent']);
  for (const filter of ['act', 'level', 'catalog'])
    await page.selectOption(`[data-filter-by=${filter}]`, '*');
  const link = (id: string) => page.locator(`tbody a[href="/en/errors/${id}/"]`);
  const pick = (version: string) => page.selectOption('[data-filter-version]', { label: version });
  expect(await page.locator('[data-filter-new]').isVisible()).toBe(false);
  const { id, yaml } = requireEntry(
    ({ yaml: { templates } }) =>
      templates.length === 1 && (templates[0]?.since ?? '').startsWith('0.8'),
  );
  const since = yaml.templates[0]?.since ?? '';
  await pick(since);
  expect(await link(id).isVisible()).toBe(true);
  await page.check('[data-filter-new]');
  expect(await link(id).isVisible()).toBe(true);
  expect(await rows.count()).toBeLessThan(20);
  await page.uncheck('[data-filter-new]');
  await pick('0.70.0');
  expect(await link(id).isVisible()).toBe(false);
  expect(await rows.count()).toBeGreaterThan(100);
  expect(page.problems).toEqual([]);
});

it('passes a filter text without a match to the search, and keeps it out of the address', async () => {
  const page = await browser.page();
  await page.goto(`${base}/en/errors/`);
  expect(await page.locator('[data-filter-search]').isVisible()).toBe(false);
  await page.fill('[data-filter-text]', 'proxy settings');
  await page.click('[data-filter-search]');
  await page.waitForSelector('[role=option][href$="/en/guides/proxy/"]');
  expect(await page.inputValue('[role=combobox]')).toBe('proxy settings');
  expect(page.url()).toBe(`${base}/en/errors/`);
});

describe.each(
  sample(
    [
      ['en', 'Copied', 'Select and copy'],
      ['ja', 'コピーしました', '選択してコピー'],
    ],
    2,
    1,
  ),
)('the copy buttons of a guide in %s', (lang, copied, select) => {
  it('have labels that say what they copy, and confirm the copy for a while', async () => {
    const page = await browser.page({ permissions: ['clipboard-read', 'clipboard-write'] });
    await page.goto(`${base}/${lang}/guides/df-failed/`);
    const names = await page.getByRole('button', { name: /^(Copy|コピー) ./ }).allTextContents();
    expect(names.length).toBe(await page.locator('.copy:visible').count());
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

it.each(['guides/key-rejected/', 'guides/container-network/', 'errors/agent/df-failed/', 'about/'])(
  'ends no Japanese paragraph on a phone with a line of one or two characters: %s',
  async (path) => {
    const page = await browser.page({ viewport: { width: 390, height: 844 } });
    await page.goto(`${base}/ja/${path}`);
    const ends = await page.$$eval('main p', (paragraphs) =>
      paragraphs
        .filter((paragraph) => paragraph.checkVisibility())
        .map((paragraph) => {
          const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
          const range = document.createRange();
          const lines: string[] = [];
          let bottom = -Infinity;
          for (let node = walker.nextNode(); node; node = walker.nextNode())
            for (const [index, character] of [...(node.textContent ?? '')].entries()) {
              if (/\s/.test(character)) continue;
              range.setStart(node, index);
              range.setEnd(node, index + 1);
              const box = range.getBoundingClientRect();
              if (box.top > bottom - 4) lines.push('');
              bottom = Math.max(bottom, box.bottom);
              lines.push((lines.pop() ?? '') + character);
            }
          return lines;
        })
        .filter((lines) => lines.length > 1)
        .map((lines) => lines.at(-1) ?? ''),
    );
    expect(ends.length).toBeGreaterThan(3);
    expect(ends.filter((end) => end.length < 3)).toEqual([]);
  },
);

it.each([
  [320, 256],
  [844, 390],
  [390, 844],
])('has its header at the top of a window of %d by %d', async (width, height) => {
  const page = await browser.page({ viewport: { width, height } });
  await page.goto(`${base}/en/guides/key-rejected/`);
  expect((await page.locator('.site-header').boundingBox())?.y).toBe(0);
});

it('names and copies configuration', async () => {
  const page = await browser.page({
    viewport: { width: 390, height: 844 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await page.goto(`${base}/en/guides/kubelet/`);
  const yaml = page.locator('.command:has([data-language="yaml"])').first();
  expect(await yaml.locator('.command-name').innerText()).toBe('YAML');
  await yaml.locator('.copy').click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^spec:\n {2}\w+:/);
});

it('lists the guides of a category below its title, in rows on a wide screen', async () => {
  const page = await browser.page({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${base}/en/guides/`);
  const tops = await page.$$eval('.guide-index section', (sections) =>
    sections.map((section) =>
      ['h2', 'li:nth-child(1)', 'li:nth-child(2)'].map(
        (part) => section.querySelector(part)?.getBoundingClientRect().top ?? 0,
      ),
    ),
  );
  for (const [title = 0, first = 0, second = 0] of tops) {
    expect(title).toBeLessThan(first);
    expect(second).toBe(first);
  }
});

it('keeps the footer at the bottom of a window that a page does not fill', async () => {
  const page = await browser.page({ viewport: { width: 1440, height: 1600 } });
  await page.goto(`${base}/en/offline/`);
  const footer = await page.locator('.site-footer').boundingBox();
  expect((footer?.y ?? 0) + (footer?.height ?? 0)).toBe(1600);
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

describe.each(sampleLanguages(0))('a guide in %s', (lang) => {
  it('wraps commands, further rows indented, and names the platform above them', async () => {
    const page = await browser.page({ viewport: { width: 320, height: 640 } });
    await page.goto(`${base}/${lang}/guides/key-rejected/`);
    const commands = page.locator('.step .command:visible');
    expect(
      await commands.evaluateAll((all) =>
        // A caution may come between the name and the command.
        all.map((command) => command.closest('.platform')?.firstElementChild?.textContent?.trim()),
      ),
    ).toEqual((await commands.all()).map(() => 'Linux'));
    const rows = await commands.locator('.line').evaluateAll((lines) =>
      lines.map((line) => {
        const range = document.createRange();
        range.selectNodeContents(line);
        const [first, ...others] = [...range.getClientRects()];
        const { right } =
          line.closest('pre')?.getBoundingClientRect() ?? line.getBoundingClientRect();
        return {
          isInside: [...range.getClientRects()].every((row) => row.right <= right),
          left: first?.left ?? 0,
          // Tokens of one row have the same top.
          further: others.filter((row) => row.top > (first?.bottom ?? 0)).map((row) => row.left),
        };
      }),
    );
    expect(rows.some(({ further }) => further.length > 0)).toBe(true);
    for (const { isInside, left, further } of rows) {
      expect(isInside).toBe(true);
      if (further.length > 0) expect(Math.min(...further)).toBeGreaterThan(left + 8);
    }
  });

  it.each([
    ['a desktop', { width: 1440, height: 900 }, 700],
    ['a phone', { width: 390, height: 844 }, 1000],
  ])('shows the first step early on %s', async (_name, viewport, limit) => {
    const page = await browser.page({ viewport });
    await page.goto(`${base}/${lang}/guides/key-rejected/`);
    const box = await page.locator('.step h3').first().boundingBox();
    expect(box?.y).toBeLessThan(limit);
  });

  it('shows the steps of one platform, without JavaScript, and remembers the choice with it', async () => {
    const plain = await browser.page({ javaScriptEnabled: false });
    await plain.goto(`${base}/${lang}/guides/key-rejected/`);
    const shown = () =>
      plain
        .locator('.platform:visible')
        .evaluateAll((all) => [
          ...new Set(all.map((element) => (element as HTMLElement).dataset['os'])),
        ]);
    expect(await shown()).toEqual(['linux']);
    await plain.check('[name=platform][value=windows]');
    expect(await shown()).toEqual(['windows']);
    await plain.check('[name=platform][value=all]');
    expect(await shown()).toEqual(['linux', 'windows', 'macos']);
    const page = await browser.page();
    await page.goto(`${base}/${lang}/guides/key-rejected/`);
    await page.check('[name=platform][value=macos]');
    await page.goto(`${base}/${lang}/guides/df-failed/`);
    expect(await page.isChecked('[name=platform][value=macos]')).toBe(true);
    expect(
      await page
        .locator('.step')
        .first()
        .locator('.platform:visible')
        .evaluateAll((all) => all.map((element) => (element as HTMLElement).dataset['os'])),
    ).toEqual(['macos']);
  });

  it('shows the codes of its title as chips, and marks itself and the current section in the lists', async () => {
    const page = await browser.page({ viewport: { width: 1440, height: 900 } });
    await page.goto(`${base}/${lang}/guides/key-rejected/`);
    expect(await page.locator('h1 .chip').allInnerTexts()).toEqual(['401', '403']);
    expect(await page.locator('h1').innerText()).not.toMatch(/[()（）]/);
    expect(await page.locator('.rail [aria-current=page]').getAttribute('href')).toBe(
      `/${lang}/guides/key-rejected/`,
    );
    const marked = () => page.locator('.toc a:target-current').getAttribute('href');
    await page.locator('#causes').evaluate((heading) => heading.scrollIntoView());
    await expect.poll(marked).toBe('#causes');
  });

  it('numbers only the steps that most readers take, and says when to take the others', async () => {
    const page = await browser.page();
    await page.goto(`${base}/${lang}/guides/key-rejected/`);
    const common = page.locator('.step:not([data-only-if]) h3');
    expect(await common.evaluateAll((all) => all.map(({ id }) => id))).toEqual(['ask', 'start']);
    const other = page.locator('.step:has(#correct-key)');
    const marker = await other.evaluate((step) => getComputedStyle(step, '::before').content);
    expect(marker).toBe('""');
    await other.locator('.only-if a').click();
    await expect.poll(() => page.locator('#key').isVisible()).toBe(true);
  });

  it('folds the causes, opens the one that a link names, and leads to its steps', async () => {
    const page = await browser.page();
    await page.goto(`${base}/${lang}/guides/key-rejected/`);
    const bodies = page.locator('.cause-body');
    expect(await page.locator('.cause[open]').count()).toBe(0);
    await page.goto(`${base}/${lang}/guides/key-rejected/#permission`);
    await expect.poll(() => page.locator('#permission').isVisible()).toBe(true);
    expect(await page.locator('.cause[open]').count()).toBe(1);
    expect(
      await page
        .locator('#permission .cause-steps a')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
    ).toEqual(['#ask', '#give-write', '#start']);
    await page.emulateMedia({ media: 'print' });
    for (const body of await bodies.all()) expect(await body.isVisible()).toBe(true);
  });

  it('keeps the section when the language is switched', async () => {
    const page = await browser.page({ viewport: { width: 1440, height: 900 } });
    await page.goto(`${base}/${lang}/guides/key-rejected/`);
    await page.locator('#restart').evaluate((heading) => heading.scrollIntoView());
    // Unlike a reader, `click()` would scroll first.
    const { x = 0, y = 0 } = (await page.locator('.header-tools a').boundingBox()) ?? {};
    await page.mouse.click(x + 5, y + 5);
    const other = lang === 'en' ? 'ja' : 'en';
    await page.waitForURL(`${base}/${other}/guides/key-rejected/#restart`);
    await expect
      .poll(async () => Math.round((await page.locator('#restart').boundingBox())?.y ?? 0))
      .toBeLessThan(120);
    await page.goto(`${base}/${lang}/guides/key-rejected/`);
    await page.locator('.header-tools a').click();
    await page.waitForURL(`${base}/${other}/guides/key-rejected/`);
  });
});

it('keeps the title of a neighboring guide in one piece', async () => {
  const page = await browser.page();
  await page.goto(`${base}/en/guides/check-action/`);
  expect(
    await page
      .locator('.pager .one-line')
      .evaluateAll((parts) => [...new Set(parts.map((part) => getComputedStyle(part).display))]),
  ).toEqual(['inline']);
});

it.each(sampleLanguages(1))(
  'links from the top of a guide to the fix on a phone, in %s',
  async (lang) => {
    const page = await browser.page({ viewport: { width: 390, height: 844 } });
    await page.goto(`${base}/${lang}/guides/key-rejected/`);
    await page.locator('.jump a').first().click();
    await expect.poll(async () => (await page.locator('#fix').boundingBox())?.y).toBeLessThan(100);
  },
);

describe('the 404 page', () => {
  it.each(sampleLanguages(1))(
    'is in the language of the address, with navigation and a search: %s',
    async (lang) => {
      const page = await browser.page();
      await page.goto(`${base}/${lang}/guides/api-key-refused/`);
      expect(await page.getAttribute('html', 'lang')).toBe(lang);
      const other = lang === 'en' ? 'ja' : 'en';
      expect(await page.locator(`main [lang=${other}], footer [lang=${other}]`).count()).toBe(0);
      expect(await page.locator('h1').count()).toBe(1);
      expect(await page.locator('.site-nav a').count()).toBe(3);
      expect(await violations(page)).toEqual([]);
      await page.fill('[data-search] input', 'x509');
      await page.locator('[role=option]').first().waitFor();
      await page.locator('[data-search-for]').click();
      await page.waitForURL(`${base}/${lang}/search/#q=api%20key%20refused`);
      await page.locator('[data-result]').first().waitFor();
      expect(page.problems.filter((problem) => !problem.includes('404'))).toEqual([]);
    },
  );

  it('is in the language of the browser if the address has none', async () => {
    for (const locale of ['ja-JP', 'en-GB']) {
      const page = await browser.page({ locale });
      await page.goto(`${base}/nowhere/`);
      expect(await page.getAttribute('html', 'lang')).toBe(locale.slice(0, 2));
      expect(await page.locator('h1').count()).toBe(1);
    }
  });

  it('is in both languages if neither the address nor the browser names one, or without JavaScript', async () => {
    const response = await fetch(`${base}/nowhere/`);
    expect(response.status).toBe(404);
    for (const [path, options] of [
      ['nowhere/', { locale: 'fr-FR' }],
      ['ja/nowhere/', { javaScriptEnabled: false }],
    ] as const) {
      const page = await browser.page(options);
      await page.goto(`${base}/${path}`);
      for (const lang of ['en', 'ja'])
        expect(
          await page.locator(`section[lang=${lang}] a[href="/${lang}/search/"]`).isVisible(),
        ).toBe(true);
    }
  });
});

it.each(sampleLanguages(1))(
  'has pages about the site that each page links to, in %s',
  async (lang) => {
    const page = await browser.page();
    for (const slug of ['about', 'privacy']) {
      await page.goto(`${base}/${lang}/`);
      await page.locator(`.site-footer a[href="/${lang}/${slug}/"]`).click();
      await page.waitForURL(`${base}/${lang}/${slug}/`);
      expect(await page.locator('article h2').count()).toBeGreaterThan(3);
    }
  },
);

it('is usable by keyboard from the skip link to the copy button', async () => {
  const page = await browser.page();
  await page.goto(`${base}/en/guides/key-rejected/`);
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#main');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
});
