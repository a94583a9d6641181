/** The analyzer on a log of several hosts. */
import { describe, expect, inject, it } from 'vitest';
import type { Page } from '@playwright/test';
import { answersOn, statusOn, untilDone, untilReady } from '../browser/analyzer-page.ts';
import { sampleLanguages } from '../helpers/sample.ts';
import { paste, useBrowser } from './browser.ts';
import { violations } from './axe-violations.ts';
import { on, REFUSED, START } from '../helpers/several-hosts.ts';

const browser = useBrowser({ isReused: true });
const base = inject('base');

const TIMEOUT = `${START}2026/03/02 04:13:20 WARNING <command> Failed to post metrics value (will retry): Post "https://api.mackerelio.com/api/v0/tsdb": dial tcp 203.0.113.25:443: i/o timeout
`;
const HOSTS = on('db01', START) + on('web01', REFUSED) + on('web02', TIMEOUT);

async function open(lang: string): Promise<Page & { problems: string[] }> {
  const page = await browser.page();
  await page.goto(`${base}/${lang}/analyze/`);
  await untilReady(page);
  return page;
}
const rows = (page: Page) => page.locator('[data-source]').allInnerTexts();
const choose = async (page: Page, source: string): Promise<void> => {
  await page.click(`[data-source="${source}"] button`);
  await page.waitForSelector(`[data-source="${source}"] [aria-pressed="true"]`);
  await untilDone(page);
};

describe.each(sampleLanguages(0))('a log of several hosts, %s', (lang) => {
  it('has a table of them, and the report on the worst', async () => {
    const page = await open(lang);
    await paste(page, '[data-analyze-input]', HOSTS);
    await untilDone(page);
    const shown = await rows(page);
    expect(shown.map((row) => row.split(/\s/)[0])).toEqual(['web01', 'web02', 'db01']);
    expect(shown[0]).toContain('2026-03-02 04:12:09');
    expect([await statusOn(page), await answersOn(page)]).toEqual([
      'action-needed',
      ['key-rejected'],
    ]);
    expect(await page.locator('[data-status]').count()).toBe(1);
    expect(await violations(page)).toEqual([]);
    expect(page.problems).toEqual([]);
  });

  it('shows the report, the lines and the support report of the chosen one', async () => {
    const page = await open(lang);
    await paste(page, '[data-analyze-input]', HOSTS);
    await untilDone(page);
    await choose(page, 'web02');
    expect(await answersOn(page)).toEqual(['timeouts']);
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('web02');
    await page.waitForSelector('.log-number');
    expect(await page.locator('.log-number').allInnerTexts()).toEqual(['5', '6']);
    await page.locator('.support > summary').click();
    await page.locator('[data-support-preview] > summary').click();
    const support = page.locator('.support-preview', { hasText: 'i/o timeout' });
    await support.waitFor();
    expect(await support.innerText()).not.toContain('403');
    await choose(page, 'db01');
    expect([await statusOn(page), await answersOn(page)]).toEqual(['healthy', []]);
    await choose(page, 'web01');
    expect(await answersOn(page)).toEqual(['key-rejected']);
    expect(page.problems).toEqual([]);
  });
});

describe.each(sampleLanguages(1))('a log of two programs in one pod, %s', (lang) => {
  const AGENT = REFUSED.trimEnd().split('\n');
  const SIDECAR = [
    '2026/03/02 04:12:11 INFO <main> starting mackerel-container-agent (version:0.13.2, revision:14cfb13)',
    '2026/03/02 04:12:12 INFO <probe> exec probe failed (cat /app/ready): exit code = 1, stderr = "cat: /app/ready: No such file or directory\\n"',
    '2026/03/02 04:12:22 INFO <probe> exec probe failed (cat /app/ready): exit code = 1, stderr = "cat: /app/ready: No such file or directory\\n"',
  ];
  const POD = [
    ...SIDECAR.map((line) => `[pod/web-1/mackerel-container-agent] ${line}`),
    ...AGENT.map((line) => `[pod/web-1/mackerel-agent] ${line}`),
  ].join('\n');

  it('has a table of the programs, and a report on each', async () => {
    const page = await open(lang);
    await paste(page, '[data-analyze-input]', POD);
    await untilDone(page);
    const names = page.locator('[data-source]');
    expect(await names.evaluateAll((rows) => rows.map((row) => row.dataset['source']))).toEqual([
      'mackerel-agent',
      'mackerel-container-agent',
    ]);
    const column = page.locator('.source-table thead th').first();
    expect(await column.innerText()).toBe(lang === 'ja' ? 'プログラム' : 'Program');
    expect(await answersOn(page)).toEqual(['key-rejected']);
    await choose(page, 'mackerel-container-agent');
    expect(await answersOn(page)).not.toContain('key-rejected');
    await page.waitForSelector('.log-number');
    expect(await violations(page)).toEqual([]);
    expect(page.problems).toEqual([]);
  });
});

it('a log of one host has no table', async () => {
  const page = await open('en');
  await paste(page, '[data-analyze-input]', on('web01', REFUSED));
  await untilDone(page);
  expect(await rows(page)).toEqual([]);
});
