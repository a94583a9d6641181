import type { Page } from '@playwright/test';
import { describe, expect, inject, it } from 'vitest';
import { untilDone, untilReady } from '../browser/analyzer-page.ts';
import { sampleLanguages } from '../helpers/sample.ts';
import { paste, useBrowser } from './browser.ts';
import { violations } from './axe-violations.ts';

const browser = useBrowser({ isReused: true });
const base = inject('base');
const BOX = '[data-analyze-input]';
const START = `2026/03/02 04:12:09 INFO <main> Starting mackerel-agent version:0.85.1, rev:aaaaaaa, apibase:https://api.mackerelio.com
2026/03/02 04:12:11 INFO <command> Start: apibase = https://api.mackerelio.com, hostName = db-tokyo, hostID = 3xFAjdWpSBu
`;
const REFUSED = `2026/03/02 04:13:20 WARNING <command> Failed to post metrics value (will retry): Post "https://api.mackerelio.com/api/v0/tsdb": dial tcp 10.20.30.40:443: connect: connection refused
2026/03/02 04:13:30 ERROR <main> <b onclick="x">db-tokyo</b> is odd
`;
const LONG =
  START +
  Array.from({ length: 6000 }, (_, index) => {
    const clock = `04:12:${12 + (index % 40)}`;
    return `2026/03/02 ${clock} DEBUG <metrics> collected ${index} on db-tokyo\n`;
  }).join('') +
  // So much later that the fault is over.
  REFUSED.replace('04:13:30', '04:15:30');

async function open(
  lang: string,
  options: Parameters<typeof browser.page>[0] = {},
): Promise<Page & { problems: string[] }> {
  const page = await browser.page(options);
  await page.goto(`${base}/${lang}/analyze/`);
  await untilReady(page);
  return page;
}

async function read(page: Page, text: string): Promise<void> {
  await page.fill(BOX, '');
  await paste(page, BOX, text);
  await untilDone(page);
}

async function choose(page: Page, log: string): Promise<void> {
  await page
    .locator('.analyzer-input input[type="file"]')
    .setInputFiles({ name: 'agent.log', mimeType: 'text/plain', buffer: Buffer.from(log) });
  await untilDone(page);
}

/** Open the report for support and return its text. */
async function report(page: Page): Promise<string> {
  await page.locator('.support > summary').click();
  await page.locator('.support-preview').waitFor({ state: 'attached' });
  return (await page.locator('.support-preview').textContent()) ?? '';
}

/** Return the parts of the report that must be equal after reopening. */
const view = (page: Page) =>
  page.evaluate(() => ({
    status: document.querySelector('[data-status]')?.getAttribute('data-status'),
    verdict: document.querySelector('.verdict')?.textContent,
    answers: [...document.querySelectorAll('[data-answer]')].map((answer) =>
      answer.getAttribute('data-answer'),
    ),
    places: [...document.querySelectorAll('.evidence-place button')].map(
      ({ textContent }) => textContent,
    ),
  }));

describe.each(sampleLanguages(1))('a reopened report, in %s', (lang) => {
  it('can be copied and pasted on a new page, and shows what its sender saw, without values', async () => {
    const page = await open(lang, { permissions: ['clipboard-read', 'clipboard-write'] });
    await read(page, START + REFUSED);
    await report(page);
    const seen = await view(page);
    expect(await page.locator('.answer [data-filled]').count()).toBeGreaterThan(0);
    await page.locator('.support-actions .copy').click();
    await page
      .locator('.support-actions .copy', { hasText: lang === 'ja' ? 'コピーしました' : 'Copied' })
      .waitFor();
    await page.reload();
    await untilReady(page);
    const requests: string[] = [];
    page.on('request', (request) =>
      requests.push(
        request.method() + new URL(request.url()).search.replace(/^\?v=[0-9a-f]{12}$/, ''),
      ),
    );
    await page.focus(BOX);
    await page.keyboard.press('ControlOrMeta+V');
    await untilDone(page);
    // The verdict names the stand-ins of the values.
    expect(seen.verdict).toContain('10.20.30.40:443');
    expect(await view(page)).toEqual({
      ...seen,
      verdict: seen.verdict?.replaceAll('10.20.30.40', 'ip-1').replaceAll('3xFAjdWpSBu', 'id-1'),
    });
    expect(await page.locator('[data-reopened=""]').innerText()).toContain(
      lang === 'ja' ? '全4行' : 'the whole log (4)',
    );
    expect(await page.locator('.answer [data-filled]').count()).toBe(0);
    expect(await page.locator('.report').innerText()).not.toContain('10.20.30.40');
    expect(await page.locator('.report b').count()).toBe(0);
    await expect
      .poll(() => page.locator('.log-text').allInnerTexts())
      .toContainEqual(expect.stringContaining('dial tcp ip-1:443'));
    expect(new Set(requests)).toEqual(new Set(['GET']));
    expect(page.problems).toEqual([]);
  });

  it('leads back to the empty box by keyboard', async () => {
    const page = await open(lang);
    await read(page, START + REFUSED);
    await read(page, await report(page));
    await page.locator('.reopened button').focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-analyze-state="empty"]', { state: 'attached' });
    expect(await page.inputValue(BOX)).toBe('');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('log-box');
  });

  it('has no axe violation on a phone, light or dark, and does not scroll sideways', async () => {
    const page = await open(lang, { viewport: { width: 390, height: 844 } });
    await read(page, START + REFUSED);
    await read(page, await report(page));
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    // Without transitions, which would let axe measure colors that are still changing.
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    expect(await violations(page, { colorsOnly: true })).toEqual([]);
  });
});

describe('a reopened part of a long log', () => {
  it('has the line numbers of the whole log in the answers and the log view', async () => {
    const page = await open('en');
    await choose(page, LONG);
    const written = await report(page);
    expect(written.length).toBeLessThan(30_000);
    const seen = await view(page);
    await page.locator('.support-carried summary').click();
    expect(await page.locator('.support-lines').innerText()).toContain('host-1');
    await read(page, written);
    expect(await view(page)).toEqual({
      ...seen,
      verdict: seen.verdict?.replaceAll('10.20.30.40', 'ip-1').replaceAll('3xFAjdWpSBu', 'id-1'),
    });
    expect(await page.locator('[data-reopened=""]').innerText()).toMatch(/\d+ of the log's 6004/);
    // The fault is resolved, so its answer is collapsed.
    await page.locator('[data-answer] > summary').first().click();
    await page.locator('[data-evidence] > summary').first().click();
    await page.locator('.evidence-place button', { hasText: 'line 6003' }).first().click();
    await page.locator('.log [aria-current="true"][data-line="6003"]').waitFor();
    await page.locator('.log-fold > summary').click();
    await page.locator('.log-go input').fill('5000');
    await page.locator('.log-go button').click();
    expect(
      Number(await page.locator('.log [aria-current="true"]').getAttribute('data-line')),
    ).toBeGreaterThanOrEqual(5000);
    await page.locator('.log-search input').fill('refused');
    await page.locator('.log-hint', { hasText: '1 of ' }).waitFor();
    await expect
      .poll(() => page.locator('.log-text').allInnerTexts())
      .toEqual([expect.stringContaining('ip-1:443')]);
    await page.getByRole('button', { name: 'All lines' }).click();
    await page.locator('[data-line="1"]').waitFor();
    expect(page.problems).toEqual([]);
  });
});

describe('a report that cannot be reopened', () => {
  it.each<[string, string, (written: string) => string, RegExp]>([
    ['truncated', 'en', (written) => written.replace(/shindan-end[\s\S]*/, ''), /cut off/],
    [
      'damaged',
      'ja',
      (written) => written.replace(/(shindan-report\/1\n.{20}).{5}/, '$1<b>x</b>'),
      /書き換わっている/,
    ],
    [
      'unknown-format',
      'en',
      (written) => written.replace('shindan-report/1', 'shindan-report/12'),
      /format 12/,
    ],
  ])(
    'is reported as %s, in %s, and the text around it is read',
    async (problem, lang, change, sentence) => {
      const page = await open(lang);
      await read(page, START + REFUSED);
      await read(page, change(await report(page)));
      expect(await page.locator(`[data-reopened="${problem}"]`).innerText()).toMatch(sentence);
      expect((await view(page)).answers).toEqual(['connection-refused']);
      expect(await page.locator('.answer [data-filled]').count()).toBe(0);
      expect(await page.locator('.report b').count()).toBe(0);
      expect(page.problems).toEqual([]);
    },
  );
});
