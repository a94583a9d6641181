import { describe, expect, inject, it } from 'vitest';
import { SAMPLE_PASTE } from '../helpers/sample-paste.ts';
import { untilDone, untilReady } from '../browser/analyzer-page.ts';
import { useBrowser } from './browser.ts';

const browser = useBrowser();
const base = inject('base');
const BOX = '[data-analyze-input]';
const START =
  '2026/03/02 04:12:09 INFO <main> Starting mackerel-agent version:0.85.1, rev:aaaaaaa, apibase:https://api.mackerelio.com\n';

describe('privacy', () => {
  it('sends nothing while a log is analyzed, and works offline once the page is loaded', async () => {
    const page = await browser.page();
    await page.goto(`${base}/en/analyze/`);
    await untilReady(page);
    await page.fill(BOX, START);
    await untilDone(page);
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.context().setOffline(true);
    await page.fill(BOX, SAMPLE_PASTE);
    await page.waitForSelector('[data-answer="key-rejected"]');
    expect(requests).toEqual([]);
    expect(page.url()).toBe(`${base}/en/analyze/`);
    expect(
      await page.evaluate(() =>
        [JSON.stringify(localStorage), JSON.stringify(sessionStorage)].join(),
      ),
    ).not.toContain('403');
  });

  it('blocks requests of the page and of the worker to other origins', async () => {
    const page = await browser.page();
    await page.goto(`${base}/en/analyze/`);
    await untilReady(page);
    await page.fill(BOX, START);
    await untilDone(page);
    const fetchOut = () =>
      fetch('http://127.0.0.1:9/').then(
        () => 'sent',
        (error: Error) => error.message,
      );
    const violations = page.evaluate(
      () =>
        new Promise<string>((resolve) =>
          document.addEventListener('securitypolicyviolation', (event) =>
            resolve(event.effectiveDirective),
          ),
        ),
    );
    expect(await page.evaluate(fetchOut)).toMatch(/fetch|Refused|violates/i);
    expect(await violations).toBe('connect-src');
    const [worker] = page.workers();
    expect(worker).toBeDefined();
    const inWorker = await worker?.evaluate(
      () =>
        new Promise<string>((resolve) => {
          self.addEventListener('securitypolicyviolation', (event) =>
            resolve((event as SecurityPolicyViolationEvent).effectiveDirective),
          );
          fetch('http://127.0.0.1:9/').then(
            () => resolve('sent'),
            () => undefined,
          );
        }),
    );
    expect(inWorker).toBe('connect-src');
  });

  it('sends the policy with pages and scripts', async () => {
    const html = await (await fetch(`${base}/en/analyze/`)).text();
    const script = /(?:component-url|src)="([^"]+\.js)"/.exec(html)?.[1] ?? '';
    for (const url of [
      `${base}/en/analyze/`,
      `${base}${script}`,
      `${base}/catalog.json`,
      `${base}/nowhere/`,
    ]) {
      const { headers } = await fetch(url);
      expect(headers.get('content-security-policy'), url).toMatch(/connect-src 'self'/);
      expect(headers.get('content-security-policy'), url).not.toMatch(
        /script-src[^;]*'unsafe-(inline|eval)'/,
      );
      expect(headers.get('referrer-policy'), url).toBe('no-referrer');
    }
  });

  it('allows each page only its own inline scripts', async () => {
    const hashesIn = (policy: string | null): string[] => policy?.match(/sha256-[^']+/g) ?? [];
    const sent = hashesIn(
      (await fetch(`${base}/en/guides/`)).headers.get('content-security-policy'),
    );
    for (const path of ['/en/', '/en/guides/', '/en/analyze/', '/ja/offline/', '/ja/search/']) {
      const page = await browser.page();
      await page.goto(base + path);
      const own = hashesIn(
        await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content'),
      );
      expect(own.length, path).toBeGreaterThan(0);
      expect(own.length, path).toBeLessThan(sent.length);
      expect(sent, path).toEqual(expect.arrayContaining(own));
      await page.waitForLoadState('networkidle');
      expect(page.problems, path).toEqual([]);
    }
  });
});
