/** The layout of a result: the verdict, the steps right after it, and the log beside them. */
import { readFileSync } from 'node:fs';
import type { BrowserContextOptions, Page } from '@playwright/test';
import { describe, expect, inject, it } from 'vitest';
import { showPart, untilDone, untilReady } from '../browser/analyzer-page.ts';
import { sample, sampleLanguages } from '../helpers/sample.ts';
import { paste, useBrowser } from './browser.ts';

const browser = useBrowser({ isReused: true });
const base = inject('base');
const BOX = '[data-analyze-input]';
const WIDE = { viewport: { width: 1440, height: 900 } };
const PHONE = { viewport: { width: 390, height: 844 } };

const START = `2026/03/02 04:12:09 INFO <main> Starting mackerel-agent version:0.85.1, rev:aaaaaaa, apibase:https://api.mackerelio.com
2026/03/02 04:12:11 INFO <command> Start: apibase = https://api.mackerelio.com, hostName = web01, hostID = 3xFAjdWpSBu
`;
const REFUSED =
  '2026/03/02 04:13:11 WARNING <command> Failed to post metrics value (will retry): Post "https://api.mackerelio.com/api/v0/tsdb": dial tcp 203.0.113.25:443: connect: connection refused\n';
const NOT_FOUND =
  '2026/03/02 04:14:00 WARNING <checks> Checker "web" output stderr: sh: 1: check-http: not found\n';
const WRONG_KEY =
  '2026/03/02 04:13:00 WARNING <command> Failed to post metrics value (will retry): API request failed: Authentication failed. Please try with valid Api Key.\n';
const POSSIBLE =
  '2026/03/02 04:13:00 WARNING <command> Failed to post metrics value (will retry): API request failed: the moon is full\n';

async function read(
  text: string,
  lang = 'en',
  options: BrowserContextOptions = WIDE,
): Promise<Page & { problems: string[] }> {
  const page = await browser.page(options);
  await page.goto(`${base}/${lang}/analyze/`);
  await untilReady(page);
  await paste(page, BOX, text);
  await untilDone(page);
  return page;
}
const top = (page: Page, selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => element.getBoundingClientRect().top + scrollY);
const example = (name: string): string =>
  readFileSync(new URL(`../../content/guides/${name}`, import.meta.url), 'utf8');

it.each(sampleLanguages(1))(
  'a verdict shows the deadline and the start once each, in %s',
  async (lang) => {
    const now = new Date().toISOString().slice(0, 19).replaceAll('-', '/').replace('T', ' ');
    const page = await read(REFUSED.replace(/^\S+ \S+/, now), lang, PHONE);
    const times = `${await page.locator('.verdict-status').innerText()} ${await page.locator('.chips').innerText()}`;
    expect(times.match(/\d+:\d\d/g)).toHaveLength(2);
  },
);

it.each([
  ['en', 'Any program may print this.'],
  ['ja', 'どのプログラムも出力しうる行です。'],
])('links to a guide below a line that any program may print, in %s', async (lang, said) => {
  const page = await read('pipe2: too many open files\n', lang);
  expect(await page.locator('.verdict h2').innerText()).toContain(said);
  expect(await page.locator('[data-answer]').count()).toBe(0);
  await page
    .locator(`.verdict + p a[href$="/${lang}/guides/resource-limits/"]`)
    .waitFor({ state: 'visible' });
});

describe('the first step of an answer', () => {
  it.each(
    [
      ['a refused key', START + POSSIBLE.replace('the moon is full', '403 Forbidden')],
      ['a refused connection', START + REFUSED],
      ['a missing program', START + NOT_FOUND],
      ['several faults', START + REFUSED + NOT_FOUND],
      ['an uncertain answer', START + POSSIBLE],
      ['an example', example('key-rejected/cases/refused-at-start.log')],
    ].map(([name = '', text = ''], turn) => ({ name, text, turn })),
  )('is in sight without scrolling: $name', async ({ text, turn }) => {
    for (const lang of sampleLanguages(turn)) {
      const page = await read(text, lang);
      expect(await top(page, '.steps > li'), lang).toBeLessThan(550);
      await page.setViewportSize(PHONE.viewport);
      await page.waitForSelector('[data-tab="answer"]');
      expect(await top(page, '.steps > li'), lang).toBeLessThan(1000);
    }
  });

  it('is at the top: the collapsed input is above the log, not above the verdict', async () => {
    const page = await read(START + REFUSED);
    const [input, log] = await Promise.all(
      ['.analyzer-input', '.log-head'].map((part) => page.locator(part).boundingBox()),
    );
    expect(input?.y).toBe(await top(page, '.verdict'));
    expect(input?.y).toBeLessThan(80);
    expect((input?.y ?? 0) + (input?.height ?? 0)).toBeLessThan(log?.y ?? 0);
    expect(input?.x).toBeCloseTo(log?.x ?? 0, 0);
  });

  it('comes after the list of causes that it distinguishes', async () => {
    const page = await read(START + REFUSED);
    const causes = await page.locator('.open-causes').innerText();
    expect(causes).toMatch(/^Possible causes: .* Step 1 tells which\.$/);
    expect(await page.locator('.verdict').innerText()).not.toContain(causes);
    expect(await top(page, '.open-causes')).toBeLessThan(await top(page, '.steps > li'));
  });

  it('is expanded; if there are many steps, most of the others are collapsed', async () => {
    const page = await read(START + NOT_FOUND);
    const steps = page.locator('.part-fix').first().locator('.steps > li');
    expect(await steps.count()).toBeGreaterThan(3);
    const openSteps = await steps.evaluateAll(
      (all) => all.filter((step) => step.querySelector(':scope > details') === null).length,
    );
    expect(openSteps).toBeLessThan(3);
  });

  it('is a few keys away from the verdict, with its command', async () => {
    const page = await read(START + REFUSED);
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H2');
    let presses = 0;
    do await page.keyboard.press('Tab');
    while (
      ++presses < 20 &&
      !(await page.evaluate(() => document.activeElement?.matches('.command .copy')))
    );
    expect(presses).toBeLessThanOrEqual(6);
  });
});

describe.each(
  sample(
    [
      ['en', 'Act now', 'Not certain', 'Nothing to fix'],
      ['ja', 'すぐに対応', '未確定', '対処が必要な異常なし'],
    ],
    2,
  ),
)('the severity in %s', (lang, now, unsure, fine) => {
  it('is a word and a shape, and is read with the heading', async () => {
    for (const [text, word] of [
      [START + REFUSED, now],
      [START + POSSIBLE, unsure],
      [START, fine],
    ] as const) {
      const page = await read(text, lang);
      const heading = page.locator('.verdict h2');
      const name = /^- '?heading "(.*?)[:：]/.exec(await heading.ariaSnapshot())?.[1];
      expect(name).toBe(word);
      await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H2');
      const shape = await page
        .locator('.verdict-status .act')
        .evaluate((element) => getComputedStyle(element, '::before').inlineSize);
      expect(Number.parseFloat(shape)).toBeGreaterThan(8);
    }
  });
});

describe('an uncertain answer', () => {
  it.each(sampleLanguages(1))(
    'leads with the quoted line, and its first step decides, in %s',
    async (lang) => {
      const page = await read(START + POSSIBLE, lang);
      expect(await page.locator('.verdict h2').innerText()).toContain('the moon is full');
      expect(await page.getAttribute('.verdict', 'data-severity')).toBe('unsure');
      const steps = page.locator('[data-answer="post-failed"] .part-fix > .steps > li');
      expect(await steps.count()).toBe(1);
      expect(await steps.getAttribute('class')).toBe('decides');
      expect(await steps.locator('.command').isVisible()).toBe(true);
      expect(await page.locator('.if-confirmed .steps').isVisible()).toBe(false);
      await page.locator('.if-confirmed > summary').click();
      expect(await page.locator('.if-confirmed .steps > li').first().isVisible()).toBe(true);
      expect(await page.locator('.if-confirmed .steps').first().getAttribute('start')).toBe('2');
    },
  );
});

describe('the log in a wide window', () => {
  it('is beside the answer, shows and explains the line of the verdict, and stays in sight', async () => {
    const page = await read(START + 'filler\n'.repeat(200) + REFUSED);
    await page.waitForSelector('.log-box li');
    const [answer, log] = await Promise.all(
      ['.result-answer', '.result-log'].map((part) => page.locator(part).boundingBox()),
    );
    expect(log?.x).toBeGreaterThan((answer?.x ?? 0) + (answer?.width ?? 0));
    expect(await page.locator('[role=tab]').count()).toBe(0);
    const current = page.locator('.log-box li[aria-current]');
    await expect.poll(() => current.getAttribute('data-line')).toBe('203');
    await expect
      .poll(() =>
        current.evaluate((row) => {
          const box = row.closest('.log-box')?.getBoundingClientRect();
          const { top: from, bottom } = row.getBoundingClientRect();
          return box !== undefined && from >= box.top && bottom <= box.bottom;
        }),
      )
      .toBe(true);
    expect(await page.locator('.line-meaning').innerText()).toContain('line 203');
    // Showing the line does not move the focus from the verdict.
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H2');
    await page.evaluate(() => scrollTo(0, 400));
    await expect
      .poll(() => page.locator('.log h2').evaluate((title) => title.getBoundingClientRect().top))
      .toBeGreaterThan(0);
  });
});

describe('a result on a phone', () => {
  it('has tabs for the answer and the log, which arrow keys change', async () => {
    const page = await read(START + REFUSED, 'en', PHONE);
    const [answer, log] = [
      page.getByRole('tab', { name: 'Answer' }),
      page.getByRole('tab', { name: 'Log' }),
    ];
    expect(await page.locator('.log-box').isVisible()).toBe(false);
    await answer.focus();
    await page.keyboard.press('ArrowRight');
    expect(await page.locator('.log-box').isVisible()).toBe(true);
    expect(await page.locator('.verdict').isVisible()).toBe(false);
    expect(await log.getAttribute('aria-selected')).toBe('true');
    await expect.poll(() => log.evaluate((tab) => tab === document.activeElement)).toBe(true);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.verdict').isVisible()).toBe(true);
    await page.emulateMedia({ media: 'screen' });
    await page.keyboard.press('ArrowLeft');
    expect(await page.locator('.verdict').isVisible()).toBe(true);
    await page.locator('.verdict-quote button').click();
    expect(await page.locator('.log-box').isVisible()).toBe(true);
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('log-box');
    await page.getByRole('button', { name: 'Back to where you were' }).click();
    expect(
      await page.evaluate(() => document.activeElement?.closest('.verdict-quote') !== null),
    ).toBe(true);
    expect(page.problems).toEqual([]);
  });

  it('has a bar that copies the commands one after another and opens the support report', async () => {
    const page = await read(START + NOT_FOUND, 'en', {
      ...PHONE,
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.locator('.part-fix .steps details').evaluateAll((folds) => {
      for (const fold of folds) (fold as HTMLDetailsElement).open = true;
    });
    const commands = await page.locator('.part-fix .command code').allInnerTexts();
    expect(commands.length).toBeGreaterThan(1);
    for (const command of commands.slice(0, 2)) {
      await expect.poll(() => page.locator('.next-bar code').innerText()).toBe(command.trim());
      await page.getByRole('button', { name: 'Copy next command' }).click();
      await expect
        .poll(() => page.evaluate(() => navigator.clipboard.readText()))
        .toBe(command.trim());
    }
    await page.getByRole('button', { name: 'Support', exact: true }).click();
    await page.waitForSelector('.support-actions .copy');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('.support') !== null))
      .toBe(true);
  });

  it('has no bar if the first step has no command, even if a later step has one', async () => {
    const page = await read(START + WRONG_KEY, 'ja', PHONE);
    expect(await page.locator('.part-fix .steps > li:first-child .command').count()).toBe(0);
    expect(await page.locator('.part-fix .command').count()).toBeGreaterThan(0);
    expect(await page.locator('.next-bar').isVisible()).toBe(false);
  });

  it('has no bar that copies an example of a configuration', async () => {
    const page = await read('apikey = "k"\nroles = ["a:b" "c:d"]\n', 'en', PHONE);
    expect(await page.locator('.part-fix .command-name').first().innerText()).toBe('TOML');
    expect(await page.locator('.next-bar').isVisible()).toBe(false);
  });

  it('has a bar that hides neither the end of the answer nor the focused element', async () => {
    const page = await read(START + REFUSED, 'ja', PHONE);
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    const [actions, bar] = await Promise.all(
      ['.actions', '.next-bar'].map((part) => page.locator(part).boundingBox()),
    );
    expect((actions?.y ?? 0) + (actions?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0);
    await page.evaluate(() => scrollTo(0, 0));
    await page.locator('.verdict h2').focus();
    for (let press = 0; press < 12; press++) {
      await page.keyboard.press('Tab');
      const isCovered = await page.evaluate(() => {
        const focused = document.activeElement;
        if (!focused || focused.closest('.next-bar')) return false;
        const { bottom } = focused.getBoundingClientRect();
        const cover = document.querySelector('.next-bar')?.getBoundingClientRect();
        return cover !== undefined && bottom > cover.top + 1;
      });
      expect(isCovered).toBe(false);
    }
  });

  it('has buttons and other targets at least 24 pixels high', async () => {
    const page = await read(START + REFUSED + NOT_FOUND, 'en', PHONE);
    for (const part of ['answer', 'log'] as const) {
      await showPart(page, part);
      const small = await page
        .locator('.report :is(button, summary, label):visible')
        .evaluateAll((targets) =>
          targets
            .filter((target) => target.getBoundingClientRect().height < 24)
            .map(({ outerHTML }) => outerHTML.slice(0, 90)),
        );
      expect(small).toEqual([]);
    }
  });
});

describe('a text of another program', () => {
  it.each([
    ['en', 'Mar  2 04:13:00 web01 sshd[812]: Accepted publickey for root\n', 'sshd'],
    ['ja', 'Mar  2 04:13:00 web01 sshd[812]: Accepted publickey for root\n', 'sshd'],
    [
      'en',
      'Exception in thread "main" java.lang.Error: x\n\tat com.example.Main.run(Main.java:42)\n',
      'a Java program',
    ],
    [
      'ja',
      '198.51.100.7 - - [02/Mar/2026:04:13:00 +0900] "GET / HTTP/1.1" 200 9\n',
      'アクセスログ',
    ],
  ])('is named, in %s', async (lang, text, name) => {
    const page = await read(text, lang);
    await expect.poll(() => page.locator('.verdict').innerText()).toContain(name);
    expect(await page.locator('.actions .support').count()).toBe(0);
    expect(page.problems).toEqual([]);
  });
});

describe('a corrected line', () => {
  it('can be copied, but not if its key is masked', async () => {
    const page = await read('apikey = "k"\nrolse = ["a:b"]\n', 'en', {
      ...WIDE,
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.locator('.config-write .copy').click();
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toBe('roles = ["a:b"]');
    const masked = await read(
      'apikey:SecretKey123SecretKey123SecretKey1\nplugin:\n  checks:\n    web:\n    command: x\n',
    );
    expect(await masked.locator('.config-write').count()).toBe(1);
    expect(await masked.locator('.config-write .copy').count()).toBe(0);
    expect(await masked.locator('.report').innerHTML()).not.toContain('SecretKey');
  });
});
