import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { BrowserContextOptions, Page } from '@playwright/test';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { showPart, statusOn, unfold, untilDone, untilReady } from '../browser/analyzer-page.ts';
import { on, REFUSED as REFUSED_AT_START, START as STARTED } from '../helpers/several-hosts.ts';
import { sample, sampleLanguages } from '../helpers/sample.ts';
import { useBrowser } from './browser.ts';
import { violations } from './axe-violations.ts';

const browser = useBrowser({ isReused: true });
const base = inject('base');
const folder = mkdtempSync(join(tmpdir(), 'shindan-'));
afterAll(() => rmSync(folder, { recursive: true }));

const START = `2026/03/02 04:12:09 INFO <main> Starting mackerel-agent version:0.85.1, rev:aaaaaaa, apibase:https://api.mackerelio.com
2026/03/02 04:12:11 INFO <command> Start: apibase = https://api.mackerelio.com, hostName = web01, hostID = 3xFAjdWpSBu
`;
const LATE =
  '2026/03/02 04:13:20 WARNING <command> Failed to post metrics value (will retry): Post "https://api.mackerelio.com/api/v0/tsdb": dial tcp 203.0.113.25:443: i/o timeout\n';
const QUIET = '2026/03/02 09:13:20 DEBUG <command> hours later, and still no problem\n';
const REFUSED =
  '2026/03/02 04:14:20 WARNING <command> Failed to post metrics value (will retry): API request failed: 403 Forbidden\n';
const DISK =
  '2026/03/02 04:14:21 WARNING <util.filesystem> \'df -Pkl\' command exited with a non-zero status: 1: "df: /mnt/nfs: Stale file handle\\n"\n';
const TIMEOUT =
  '2026/03/02 04:14:31 ERROR <cmdutil> RunCommand error. command: [/usr/local/bin/check-sales.sh], error: command timed out\n';
const CONFIG =
  'apikey = "abcdef"\nrolse = ["a:b"]\ncheck_interval = 90\n[plugin.checks.web]\ncommand = "check-http"\n';
const SERVICE = `● mackerel-agent.service - mackerel.io agent
   Loaded: loaded (/x; enabled)
   Active: failed (Result: exit-code) since Tue 2026-11-24 22:41:04 JST; 3min ago
 Main PID: 4511 (code=exited, status=1/FAILURE)
`;

interface State {
  name: string;
  text?: string;
  file?: string | { name: string; mimeType: string; buffer: Buffer };
  state: 'empty' | 'working' | 'done' | 'failed';
  status?: string;
  answers?: number;
}

/** Create a sparse file that takes many seconds to read. */
function endless(): string {
  const path = join(folder, 'endless.log');
  writeFileSync(path, START + REFUSED.repeat(100));
  truncateSync(path, 2 ** 34);
  return path;
}

const STATES: State[] = [
  { name: 'empty', state: 'empty' },
  { name: 'working', file: endless(), state: 'working' },
  { name: 'healthy', text: START, state: 'done', status: 'healthy', answers: 0 },
  { name: 'recovered', text: START + LATE + QUIET, state: 'done', status: 'recovered' },
  { name: 'one fault', text: START + REFUSED, state: 'done', status: 'action-needed', answers: 1 },
  {
    name: 'three faults',
    text: START + REFUSED + DISK + TIMEOUT,
    state: 'done',
    status: 'action-needed',
    answers: 3,
  },
  {
    name: 'unknown only',
    text: `${START}2026/03/02 04:13:00 ERROR <main> the sourdough has not risen\n`,
    state: 'done',
    status: 'action-needed',
    answers: 0,
  },
  {
    name: 'the log of another program',
    text: 'Mar  2 04:13:00 web01 sshd[812]: Accepted publickey for root\n',
    state: 'done',
    status: 'unrecognised',
  },
  {
    name: 'a line that any program may print',
    text: 'pipe2: too many open files\n',
    state: 'done',
    status: 'unrecognised',
    answers: 0,
  },
  {
    name: 'an unsupported file',
    file: {
      name: 'photo.jpg',
      mimeType: 'image/jpeg',
      buffer: Buffer.from(Uint8Array.from({ length: 4096 }, (_, index) => index % 7)),
    },
    state: 'failed',
  },
  {
    name: 'an uncertain fault',
    text: `${START}2026/03/02 04:13:00 WARNING <command> Failed to post metrics value (will retry): API request failed: the moon is full\n`,
    state: 'done',
    status: 'action-needed',
    answers: 1,
  },
  {
    name: 'two hosts',
    text: on('web01', REFUSED_AT_START) + on('db01', STARTED),
    state: 'done',
    status: 'action-needed',
  },
  { name: 'command output', text: SERVICE, state: 'done', status: 'action-needed' },
  { name: 'a configuration', text: CONFIG, state: 'done', status: 'action-needed' },
];

/** Open the analyzer in a state, with everything expanded. */
async function openInState(
  { text, file, state, status, answers }: State,
  lang: string,
  options: BrowserContextOptions,
): Promise<Page & { problems: string[] }> {
  const page = await browser.page(options);
  await page.goto(`${base}/${lang}/analyze/`);
  await untilReady(page);
  if (text !== undefined) await page.fill('[data-analyze-input]', text);
  if (file !== undefined) await page.setInputFiles('input[type=file]', file);
  await page.waitForSelector(`[data-analyze-state="${state}"]`, { state: 'attached' });
  if (state === 'working') {
    await page.waitForSelector('.working progress');
    // Reading stops here, so the page keeps this state without keeping a processor busy.
    await page.workers()[0]?.evaluate(() => {
      Blob.prototype.arrayBuffer = () => new Promise(() => undefined);
    });
  }
  if (status !== undefined) expect(await statusOn(page)).toBe(status);
  if (answers !== undefined) expect(await page.locator('[data-answer]').count()).toBe(answers);
  if (state === 'done' && text !== CONFIG && text !== SERVICE && !text?.startsWith('MemTotal'))
    await page.waitForSelector('.log-box li', { state: 'attached' });
  await unfold(page);
  return page;
}

/** Width of the page, including anything that overflows to the side. */
const width = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth);

// Each state in one of two ways; a thorough run tries both.
describe.each(sample(STATES, 2, 0))('the analyzer, $name', (state) => {
  it('has no axe violations on a wide screen in the light theme, does not scroll sideways at 200 %, and animates nothing with reduced motion', async () => {
    const page = await openInState(state, 'en', {
      viewport: { width: 1280, height: 900 },
      colorScheme: 'light',
    });
    expect(await violations(page, { within: 'main' })).toEqual([]);
    expect(page.problems).toEqual([]);
    // At 200 %, a window of 1280 pixels has room for 640 CSS pixels.
    await page.setViewportSize({ width: 640, height: 450 });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const moving = await page.$$eval('*', (elements) =>
      elements
        .filter((element) => {
          const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
          return (
            transitionDuration.split(', ').some((time) => Number.parseFloat(time) > 0) ||
            !['none', ''].includes(animationName) ||
            scrollBehavior === 'smooth'
          );
        })
        .map((element) => element.outerHTML.slice(0, 80)),
    );
    expect(moving).toEqual([]);
    expect(await width(page)).toBe(640);
  });
});

describe.each(sample(STATES, 2, 1))('the analyzer, $name', (state) => {
  it('has no axe violations on a narrow phone in the dark theme, and does not scroll sideways', async () => {
    const page = await openInState(state, 'ja', {
      viewport: { width: 320, height: 640 },
      colorScheme: 'dark',
    });
    expect(await violations(page, { within: 'main' })).toEqual([]);
    expect(await width(page)).toBe(320);
    // Only a report on a log has tabs.
    if ((await page.locator('[data-tab="log"]').count()) === 0) return;
    await showPart(page, 'log');
    expect(await violations(page, { within: '.result-log' })).toEqual([]);
    expect(await width(page)).toBe(320);
  });
});

it.each(sampleLanguages(0))(
  'does not scroll sideways on a phone with text at double size, in %s',
  async (lang) => {
    // Text at double size on 390 pixels has as much room as normal text on 195 pixels.
    const options = { viewport: { width: 195, height: 422 } };
    for (const text of [
      START + REFUSED + DISK + TIMEOUT,
      START + LATE + QUIET,
      'MemTotal: 8052564 kB\nMemFree: 312044 kB\nMemAvailable: 5210332 kB\n',
    ]) {
      const page = await openInState({ name: '', text, state: 'done' }, lang, options);
      expect(await width(page), text).toBe(195);
    }
    const page = await browser.page(options);
    for (const path of ['', 'guides/', 'guides/kubelet/', 'errors/', 'errors/network/']) {
      await page.goto(`${base}/${lang}/${path}`);
      expect(await width(page), path).toBe(195);
    }
    await page.goto(`${base}/${lang}/search/?q=container`);
    await page.locator('.search-fold > summary').click();
    await page.locator('.search-filters select:visible').first().waitFor();
    expect(await width(page)).toBe(195);
  },
);

it.each(sampleLanguages(1))(
  'loads at most 30 KB of scripts before a log is pasted, and the rest afterwards, in %s',
  async (lang) => {
    const page = await browser.page();
    const scripts = new Map<string, Promise<number>>();
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script')
        scripts.set(
          response.url(),
          response.body().then((body) => gzipSync(body).length),
        );
    });
    await page.goto(`${base}/${lang}/analyze/`, { waitUntil: 'networkidle' });
    const before = (await Promise.all(scripts.values())).reduce((sum, size) => sum + size, 0);
    expect(before).toBeGreaterThan(5_000);
    expect(before).toBeLessThanOrEqual(30 * 1024);
    const count = scripts.size;
    await page.fill('[data-analyze-input]', START);
    await untilDone(page);
    expect(scripts.size).toBeGreaterThan(count);
  },
);

describe.each([
  ['en', 'Analyzing a log needs JavaScript'],
  ['ja', 'JavaScriptが必要です'],
] as const)('the analyzer without JavaScript in %s', (lang, sentence) => {
  it('says that it needs JavaScript, hides the input, and links to the messages', async () => {
    const page = await browser.page({ javaScriptEnabled: false });
    await page.goto(`${base}/${lang}/analyze/`);
    expect(await page.locator('main').innerText()).toContain(sentence);
    expect(
      await page.locator('main textarea:visible, main button:visible, main input:visible').count(),
    ).toBe(0);
    expect(await page.locator(`main a[href="/${lang}/errors/"]`).isVisible()).toBe(true);
    expect(await page.locator('main').innerText()).toContain('journalctl');
  });
});

it('marks filled-in values in commands in forced-colors mode too', async () => {
  const page = await browser.page({ forcedColors: 'active' });
  await page.goto(`${base}/en/analyze/`);
  await untilReady(page);
  await page.fill('[data-analyze-input]', START + TIMEOUT);
  await page.waitForSelector('.command [data-filled]');
  expect(
    await page
      .locator('.command [data-filled]')
      .first()
      .evaluate((value) => getComputedStyle(value).outlineStyle),
  ).toBe('dashed');
});

describe.each(sampleLanguages(0))('a printed report in %s', (lang) => {
  it('has the verdict, every answer with its steps and evidence, and no controls', async () => {
    const page = await browser.page({
      viewport: { width: 718, height: 1000 },
      colorScheme: 'dark',
    });
    await page.goto(`${base}/${lang}/analyze/`);
    await untilReady(page);
    await page.fill('[data-analyze-input]', START + REFUSED + TIMEOUT);
    await page.waitForSelector('.log-box li', { state: 'attached' });
    await page.emulateMedia({ media: 'print' });
    for (const element of await page.locator('[data-answer] h3').all())
      expect(await element.isVisible()).toBe(true);
    for (const element of await page.locator('[data-evidence] .evidence-list').all())
      expect(await element.isVisible()).toBe(true);
    expect(await page.locator('.verdict h2').isVisible()).toBe(true);
    expect(await page.locator('.analyzer-input').isVisible()).toBe(false);
    expect((await page.locator('.result-tabs').boundingBox())?.height).toBe(0);
    expect(
      await page
        .locator('main :is(textarea, input, select, .copy, .copy + button):visible')
        .count(),
    ).toBe(0);
    expect(await page.locator('.answer .platform-choice label:visible').allInnerTexts()).toEqual([
      'Linux',
    ]);
    expect(
      await page
        .locator('.answer [data-filled]')
        .first()
        .evaluate((value) => getComputedStyle(value).borderBlockEndStyle),
    ).toBe('solid');
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe(
      'light',
    );
    expect(await width(page)).toBe(718);
    // No heading is left at the bottom of a printed page without its text.
    expect(
      new Set(
        await page
          .locator('.answer .steps > li')
          .evaluateAll((steps) => steps.map((step) => getComputedStyle(step).breakInside)),
      ),
    ).toEqual(new Set(['avoid']));
    expect(
      new Set(
        await page
          .locator('.report :is(h2, h3, h4)')
          .evaluateAll((titles) => titles.map((title) => getComputedStyle(title).breakAfter)),
      ),
    ).toEqual(new Set(['avoid']));
  });
});
