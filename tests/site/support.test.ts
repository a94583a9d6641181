import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { describe, expect, inject, it } from 'vitest';
import { findPayload } from '../../src/intake/report-payload.ts';
import { runShindanWith } from '../helpers/run-shindan.ts';
import { sample } from '../helpers/sample.ts';
import { answersOn, untilDone, untilReady } from '../browser/analyzer-page.ts';
import { paste, useBrowser } from './browser.ts';
import { violations } from './axe-violations.ts';

const browser = useBrowser({ isReused: true });
const base = inject('base');
const LOG = `2026/03/02 04:12:09 INFO <main> Starting mackerel-agent version:0.85.1, rev:aaaaaaa, apibase:https://api.mackerelio.com
2026/03/02 04:12:11 INFO <command> Start: apibase = https://api.mackerelio.com, hostName = db-tokyo, hostID = 3xFAjdWpSBu
2026/03/02 04:13:20 WARNING <command> Failed to post metrics value (will retry): Post "https://api.mackerelio.com/api/v0/tsdb": dial tcp 10.20.30.40:443: connect: connection refused
2026/03/02 04:15:09 INFO <main> Starting mackerel-agent version:0.85.1, rev:aaaaaaa, apibase:https://api.mackerelio.com
2026/03/02 04:15:20 WARNING <command> Failed to post metrics value (will retry): Post "https://api.mackerelio.com/api/v0/tsdb": dial tcp 10.20.30.40:443: connect: connection refused
2026/03/02 04:15:30 ERROR <main> <b>db-tokyo</b> says apikey = "kR9dZ2mQv8LpT4wXy7BnC1sFh6JgU3eA" \u202e
`;
/** The first problem in it names a host. */
const CONFIG = `apikey = "Hunter2Hunter2"
[plugin.checks."db01.corp.example.jp"]
comand = "x"
`;
const SECRETS = ['db-tokyo', '3xFAjdWpSBu', '10.20.30.40', 'kR9dZ2mQv8'];

const preview = (page: Page) => page.locator('.support-preview').innerText();
const until = (page: Page, text: string) =>
  page.locator('.support-preview', { hasText: text }).waitFor();

async function openReport(
  lang: string,
  options: Parameters<typeof browser.page>[0] = {},
  log = LOG,
): Promise<Page & { problems: string[] }> {
  const page = await browser.page(options);
  await page.goto(`${base}/${lang}/analyze/`);
  await untilReady(page);
  await paste(page, '[data-analyze-input]', log);
  await untilDone(page);
  await page.locator('.support > summary').focus();
  await page.keyboard.press('Enter');
  await page.locator('[data-support-preview] > summary').click();
  await page.waitForSelector('.support-preview');
  return page;
}

describe.each([
  ['en', 0],
  ['ja', 1],
] as const)('the report for support in %s', (lang, turn) => {
  it('contains nothing private, not even in what the sender types', async () => {
    const page = await openReport(lang);
    const requests: string[] = [];
    page.context().on('request', (request) => requests.push(request.url()));
    await page.locator('[data-support-form] > summary').click();
    await page.fill('[name="support-system"]', 'Rocky Linux 9 on db-tokyo');
    await page.fill('[name="support-tried"]', 'asked admin@example.jp');
    await until(page, 'mail-1');
    const text = await preview(page);
    for (const secret of [...SECRETS, 'admin@example.jp', '\u202e'])
      expect(text).not.toContain(secret);
    expect(text).toContain('Rocky Linux 9 on host-1');
    expect(text).toContain(
      lang === 'ja'
        ? '2026-03-02 04:15 エージェントの起動（0.85.1）'
        : '2026-03-02 04:15 the agent starts (0.85.1)',
    );
    expect(text).toContain(`](${base}/${lang}/guides/connection-refused/)`);
    expect(await page.locator('.support-preview b').count()).toBe(0);
    expect(requests).toEqual([]);
    expect(
      await page.evaluate(() =>
        [JSON.stringify(localStorage), JSON.stringify(sessionStorage), location.href].join(),
      ),
    ).not.toMatch(/Rocky|host-1/);
    expect(page.problems).toEqual([]);
  });

  it('is the same as in the terminal', async () => {
    for (const text of sample([LOG, `${CONFIG}${LOG}`], 2, turn)) {
      const page = await openReport(lang, {}, text);
      const { out } = runShindanWith(
        ['diagnose', '--support', '--lang', lang, '-'],
        { SITE_URL: base },
        text,
      );
      const shown = (await page.locator('.support-preview').textContent()) ?? '';
      // The browser and Node compress the same lines differently.
      const packed = /(?<=^shindan-report\/1\n)[\s\S]*?^shindan-end\/.*$/m;
      expect(out.replace(packed, '')).toBe(shown.replace(packed, ''));
      expect(findPayload(out)).toEqual(findPayload(shown));
      expect(out).toMatch(/^# /);
      for (const secret of [...SECRETS, 'db01.corp.example.jp', 'Hunter2Hunter2'])
        expect(out).not.toContain(secret);
    }
  });
});

describe('the report for support', () => {
  it('has no axe violation on a phone, light or dark', async () => {
    const page = await openReport('en', { viewport: { width: 390, height: 844 } });
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    // Without transitions, which would let axe measure colors that are still changing.
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    expect(await violations(page, { colorsOnly: true })).toEqual([]);
  });

  it('is collapsed, and not built before it is opened', async () => {
    const page = await browser.page();
    await page.goto(`${base}/en/analyze/`);
    await untilReady(page);
    await paste(page, '[data-analyze-input]', LOG);
    await untilDone(page);
    expect(await page.locator('.support').getAttribute('open')).toBeNull();
    expect(await page.locator('.support-preview').count()).toBe(0);
  });

  it('shows a value if the sender allows it, by keyboard, but never a key', async () => {
    const page = await openReport('en');
    const address = page.getByRole('checkbox', { name: 'keep the original 10.20.30.40' });
    await address.focus();
    await page.keyboard.press('Space');
    await until(page, 'dial tcp 10.20.30.40:443');
    expect(await preview(page)).not.toContain('db-tokyo');
    await page.keyboard.press('Space');
    await until(page, 'dial tcp ip-1:443');
    await page.locator('[data-support-form] > summary').click();
    await page.fill('[name="support-changed"]', 'DB_PASSWORD=Hunter2Hunter2');
    await until(page, 'DB_PASSWORD=password-1');
    const replaced = page.locator('.support-replaced');
    expect(await replaced.innerText()).toContain('password-1');
    expect(await replaced.innerText()).not.toContain('Hunter2');
    expect(await replaced.locator('[name="support-leave-password-1"]').count()).toBe(0);
  });

  it('masks keys of any format in what the sender types', async () => {
    const page = await openReport('ja');
    const keys = [
      'q7wz2k9xv4m1t8b5n3c6h0j7g2f9d4s1p8l5r3y6u0a2e4',
      'QWERTYUIOPASDFGHJKLZXCVBNMqwertyuiopasdfghjklz',
      '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b82',
      '1234567890123456789012345678901234567890123456',
    ];
    await page.locator('[data-support-form] > summary').click();
    for (const [at, field] of ['system', 'installed', 'changed', 'tried'].entries())
      await page.fill(`[name="support-${field}"]`, `キーを${keys[at]}に変えた`);
    await expect
      .poll(async () => (await preview(page)).match(/キーをkey-\d+に変えた/g))
      .toHaveLength(4);
    for (const key of keys) expect(await preview(page)).not.toContain(key);
    const replaced = page.locator('.support-replaced');
    expect(
      (await replaced.locator('li').allInnerTexts()).filter((text) => /^key-\d+$/.test(text))
        .length,
    ).toBeGreaterThanOrEqual(4);
    await page.fill(
      '[name="support-changed"]',
      '/opt/mackerel-agent/plugins/bin/check-http2 on 10.20.30.99',
    );
    await until(page, '/opt/mackerel-agent/plugins/bin/check-http2 on ip-');
    await replaced.getByRole('checkbox', { name: '10.20.30.99' }).check();
    await until(page, 'check-http2 on 10.20.30.99');
  });

  it('marks completed steps', async () => {
    const page = await openReport('en');
    await page.locator('[data-support-form] > summary').click();
    const first = page.locator('.support-form fieldset input').first();
    await first.check();
    await until(page, '- [x] ');
    await first.uncheck();
    await expect.poll(() => preview(page)).not.toContain('- [x]');
  });

  it('is copied and saved exactly as shown', async () => {
    const page = await openReport('en');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const shown = await page.locator('.support-preview').textContent();
    await page.locator('.support-actions .copy').click();
    await page.locator('.support-actions .copy', { hasText: 'Copied' }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(shown);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as .md' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('support-report.md');
    expect(readFileSync(await download.path(), 'utf8')).toBe(shown);
    expect(page.problems).toEqual([]);
  });

  it('is selected if it cannot be copied', async () => {
    const page = await openReport('en');
    await page.evaluate(
      () => (navigator.clipboard.writeText = () => Promise.reject(new Error('refused'))),
    );
    await page.locator('.support-actions .copy').click();
    await page.locator('.support-actions .copy', { hasText: 'Selected' }).waitFor();
    expect(await page.evaluate(() => String(getSelection()).trim())).toBe(
      (await preview(page)).trim(),
    );
  });

  it('lists only what was replaced in the text itself', async () => {
    const page = await openReport('en', {}, LOG.split('\n').slice(2, 3).join('\n'));
    expect(await page.locator('.support-replaced li').allInnerTexts()).toEqual([
      expect.stringContaining('10.20.30.40 → ip-1'),
    ]);
  });

  it('leads to the same answer when pasted back', async () => {
    const page = await openReport('ja');
    const markdown = (await page.locator('.support-preview').textContent()) ?? '';
    await page.fill('[data-analyze-input]', '');
    await paste(page, '[data-analyze-input]', markdown);
    await untilDone(page);
    expect(await answersOn(page)).toEqual(['connection-refused']);
  });
});

describe.each(
  sample(
    [
      ['en', 'Hello [name],\n\nThank you for sending the log.'],
      ['ja', '[お名前] 様\n\nお世話になっております。'],
    ] as const,
    2,
    1,
  ),
)('the reply to the customer in %s', (lang, greeting) => {
  it('is built when opened, with the values of the log, and can be copied', async () => {
    const page = await openReport(lang, { permissions: ['clipboard-read', 'clipboard-write'] });
    expect(await page.locator('.reply-text').count()).toBe(0);
    await page.locator('.reply > summary').focus();
    await page.keyboard.press('Enter');
    const written = (await page.locator('.reply-text').textContent()) ?? '';
    expect(written.startsWith(greeting)).toBe(true);
    expect(written).toContain('10.20.30.40:443');
    expect(written).toContain(`${base}/${lang}/guides/connection-refused/\n`);
    await page.locator('.reply .copy').click();
    await page
      .locator('.reply .copy', { hasText: lang === 'ja' ? 'コピーしました' : 'Copied' })
      .waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(written);
    expect(await violations(page)).toEqual([]);
    expect(page.problems).toEqual([]);
  });
});
