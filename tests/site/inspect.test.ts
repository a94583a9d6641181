import { describe, expect, inject, it } from 'vitest';
import type { Page } from '@playwright/test';
import { answersOn, statusOn, untilDone, untilReady } from '../browser/analyzer-page.ts';
import { sampleLanguages } from '../helpers/sample.ts';
import { useBrowser } from './browser.ts';
import { violations } from './axe-violations.ts';

const browser = useBrowser({ isReused: true });
const base = inject('base');
const BOX = '[data-analyze-input]';
const SECRET = 'SecretKey123SecretKey123SecretKey1';
const CONFIG = `apikey = "${SECRET}"\nrolse = ["a:b"]\n[plugin.checks.web]\ncommand = "check-http"\nmemo = <b>\n`;
const YAML = `apikey:${SECRET}\nplugin:\n  checks:\n    web:\n    command: check-http\n`;
const LOG = `2026/03/02 04:12:09 INFO <main> Starting mackerel-agent version:0.72.1, rev:aaaaaaa, apibase:https://api.mackerelio.com
2026/03/02 04:12:11 INFO <command> Start: apibase = https://api.mackerelio.com, hostName = web01, hostID = 3xFAjdWpSBu
`;

async function open(lang: string): Promise<Page & { problems: string[] }> {
  const page = await browser.page();
  await page.goto(`${base}/${lang}/analyze/`);
  await untilReady(page);
  return page;
}
const read = async (page: Page, text: string): Promise<string> => {
  await page.fill(BOX, text);
  await untilDone(page);
  return page.locator('.report').innerText();
};

describe.each(sampleLanguages(0))('a paste that is not a log, in %s', (lang) => {
  it('can be a configuration: faults are marked in their lines, and the key is masked', async () => {
    const page = await open(lang);
    const text = await read(page, CONFIG.replace('memo = <b>\n', 'check_interval = 90\n'));
    expect(await answersOn(page)).toEqual(['unexpected-key', 'check-settings']);
    expect(await statusOn(page)).toBe('action-needed');
    expect(
      await page.$$eval('[data-problem]', (elements) =>
        elements.map((element) => [
          element.getAttribute('data-problem'),
          element.querySelector('mark')?.textContent,
        ]),
      ),
    ).toEqual([
      ['unknown-key', 'rolse'],
      ['range', '90'],
    ]);
    expect(text).toContain(
      lang === 'ja' ? '90分は範囲の外です' : 'check_interval of 90 minutes is out of range',
    );
    // Each fault is described once: the worst as the headline, the others at their lines.
    expect(
      await page.$$eval('.verdict h2, [data-problem] > p:first-child', (sentences) =>
        sentences.map((sentence) =>
          [...sentence.querySelectorAll('code')].map(({ textContent }) => textContent),
        ),
      ),
    ).toEqual([['rolse', 'roles'], ['plugin.checks.web.check_interval']]);
    expect(
      await page.$$eval('.config-write code', (lines) =>
        lines.map(({ textContent }) => textContent),
      ),
    ).toEqual(['roles = ["a:b"]', 'check_interval = 60']);
    expect(await page.locator('.report').innerHTML()).not.toContain('SecretKey');
    expect(await violations(page)).toEqual([]);
    expect(page.problems).toEqual([]);
  });

  it('can be the output of df, systemctl status or configtest', async () => {
    const page = await open(lang);
    expect(
      await read(
        page,
        'Filesystem 1024-blocks Used Available Capacity Mounted on\n/dev/sda1 1000000 600000 300000 67% /\ntmpfs 10 0 10 0% /run\n',
      ),
    ).toMatch(/\/dev\/sda1\s+66\.7 %\s+586 MiB\s+879 MiB\s+\//);
    expect(await violations(page)).toEqual([]);
    expect(
      await read(
        page,
        '● mackerel-agent.service - mackerel.io agent\n   Loaded: loaded (/x; enabled)\n   Active: failed (Result: exit-code) since Tue 2026-11-24 22:41:04 JST; 3min ago\n Main PID: 4511 (code=exited, status=1/FAILURE)\n',
      ),
    ).toContain('Restart=');
    // The command is an element of its own, so that it can be copied.
    expect(await page.locator('.inspection .command code').allInnerTexts()).toEqual([
      'sudo systemctl start mackerel-agent',
    ]);
    expect(await page.locator('.inspection .copy').getAttribute('aria-label')).toMatch(
      /^(Copy|コピー) sudo systemctl start mackerel-agent$/,
    );
    expect(await statusOn(page)).toBe('action-needed');
    expect(await page.getAttribute('.verdict', 'data-severity')).toBe('now');
    // The log says why it is down, so reading that comes first.
    expect(await page.locator('.result-answer .command:visible code').first().innerText()).toMatch(
      /^sudo journalctl -u mackerel-agent/,
    );
    expect(await read(page, 'SUCCESS (/etc/mackerel-agent/mackerel-agent.conf)\n')).toContain(
      'configtest',
    );
    expect(await statusOn(page)).toBe('healthy');
  });
});

describe('the verdict', () => {
  it('on a configuration names the worst fault instead of its guide, and lists it first', async () => {
    const page = await open('en');
    const text = await read(
      page,
      `apikey = "${SECRET}"\nverbos = true\n[plugin.checks.x]\ncommnad = "check-http"\n`,
    );
    expect(await page.locator('.verdict h2').innerText()).toMatch(
      /^Act now:\s+Line 4: .*plugin\.checks\.x\.commnad/,
    );
    expect(await page.locator('.verdict').innerText()).toContain('The agent does not start');
    expect(text).not.toContain('starts all the same');
    expect(
      await page.$$eval('[data-effect]', (all) =>
        all.map((problem) => problem.getAttribute('data-effect')),
      ),
    ).toEqual(['stops', 'refused']);
    expect(await page.locator('[data-effect="stops"]').innerText()).toContain(
      'plugin.checks.*.command',
    );
    expect(
      await page
        .locator('[data-problem] a')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
    ).toEqual(['#answer-plugin-section', '#answer-unexpected-key']);
    await read(page, CONFIG.replace('memo = <b>', 'roles = ["a:b" "c:d"]'));
    await expect
      .poll(() => page.locator('.verdict h2').textContent())
      .toBe('Act now: Line 5: A comma is missing here.');
  });

  it('on the output of df is neutral, and says that no space is left', async () => {
    const page = await open('ja');
    await read(
      page,
      'Filesystem 1024-blocks Used Available Capacity Mounted on\n/dev/sda1 1000000 400000 600000 40% /\n',
    );
    expect(await page.getAttribute('.verdict', 'data-tone')).toBe('note');
    expect(
      await read(
        page,
        'Filesystem 1024-blocks Used Available Capacity Mounted on\n/dev/sda1 1000000 1000000 0 100% /\n',
      ),
    ).not.toContain('対応不要');
    await expect
      .poll(() => page.locator('.verdict h2').textContent())
      .toBe('要確認：/dev/sda1（/）に空きがありません。');
  });
});

describe('a configuration', () => {
  it('that is not valid TOML is shown as text with the line, and is checked below it too', async () => {
    const page = await open('en');
    const text = await read(page, CONFIG);
    expect(text).toContain('line 5');
    expect(await page.locator('.report b').count()).toBe(0);
    expect(await answersOn(page)).toEqual(['toml-errors', 'unexpected-key']);
  });

  it('below a log joins its report, uses its version, and shows no key in the log', async () => {
    const page = await open('en');
    const text = await read(
      page,
      `${LOG}2026/03/02 04:13:12 WARNING <command> Failed to post metrics value (will retry): API request failed: 403 Forbidden\n\napikey = "${SECRET}"\nroles = ["a:b"]\ndisable_http_keep_alive = true\nhttp_prox = "x"\n`,
    );
    expect(await answersOn(page)).toEqual(['key-rejected', 'unexpected-key']);
    expect(text).toContain('needs 0.84.0 or later, but the log is from 0.72.1');
    await page.locator('.log-box').scrollIntoViewIfNeeded();
    expect(await page.locator('.log-box').innerText()).toContain('apikey = "**');
    expect(await page.locator('.report').innerHTML()).not.toContain('SecretKey');
    expect(
      await page.evaluate(() =>
        [JSON.stringify(localStorage), JSON.stringify(sessionStorage), location.href].join(),
      ),
    ).not.toContain('SecretKey');
  });

  it('in UTF-16 is reported, next to a log in another file', async () => {
    const page = await open('en');
    await page.setInputFiles('input[type=file]', [
      { name: 'agent.log', mimeType: 'text/plain', buffer: Buffer.from(LOG) },
      {
        name: 'mackerel-agent.conf',
        mimeType: 'text/plain',
        buffer: Buffer.from(`\ufeff${CONFIG}`, 'utf16le'),
      },
    ]);
    await untilDone(page);
    expect(await answersOn(page)).toEqual(['encoding']);
    expect(await page.locator('.verdict h2').innerText()).toContain('UTF-16');
    await expect.poll(() => page.locator('.log-box li').count()).toBe(2);
  });

  it('loads the known settings only if there is a configuration', async () => {
    const page = await open('en');
    const requests: string[] = [];
    page.context().on('request', (request) => requests.push(new URL(request.url()).pathname));
    await read(page, LOG);
    expect(requests.filter((path) => path === '/settings.json')).toEqual([]);
    await read(page, CONFIG);
    expect(requests.filter((path) => path === '/settings.json')).toEqual(['/settings.json']);
    expect(requests.every((path) => path.startsWith('/_astro/') || path.endsWith('.json'))).toBe(
      true,
    );
  });

  it('loads the parser of YAML only if there is such a configuration', async () => {
    const page = await open('en');
    const requests: string[] = [];
    page.context().on('request', (request) => requests.push(new URL(request.url()).pathname));
    const isParser = (path: string): boolean => path.startsWith('/_astro/read-yaml');
    await read(page, CONFIG);
    expect(requests.filter(isParser)).toEqual([]);
    const text = await read(page, YAML);
    expect(requests.filter(isParser)).toHaveLength(1);
    expect(text).not.toContain(SECRET);
    expect(await statusOn(page)).toBe('action-needed');
    expect(
      await page.$$eval('.config-write code', (lines) =>
        lines.map(({ textContent }) => textContent),
      ),
    ).toEqual([`apikey: ${'*'.repeat(SECRET.length)}`]);
  });
});
