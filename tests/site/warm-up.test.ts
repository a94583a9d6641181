import { expect, inject, it } from 'vitest';
import { SAMPLE_PASTE } from '../helpers/sample-paste.ts';
import { answersOn, untilDone, untilReady } from '../browser/analyzer-page.ts';
import { sample, sampleLanguages } from '../helpers/sample.ts';
import { paste, useBrowser } from './browser.ts';
import { startNetworkProxy } from './network-proxy.ts';

const browser = useBrowser();
const base = inject('base');
const BOX = '[data-analyze-input]';

it.each(
  sample(
    [
      ['en', 'The network seems to have failed', 'Try again'],
      ['ja', '通信が切れて', 'もう一度試す'],
    ],
    2,
    1,
  ),
)(
  'says that it failed to load, and reads the paste after a retry, in %s',
  async (lang, words, again) => {
    const page = await browser.page({ viewport: { width: 390, height: 844 } });
    let isDown = true;
    await page.route(/words\/\w+\.json|ReportView/, (route) =>
      isDown ? route.abort() : route.continue(),
    );
    await page.goto(`${base}/${lang}/analyze/`);
    await untilReady(page);
    await paste(page, BOX, SAMPLE_PASTE);
    await page.waitForSelector('[data-analyze-state="failed"]');
    expect(await page.locator('.report').innerText()).toContain(words);
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('failed');
    isDown = false;
    await page.keyboard.press('Tab');
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(again);
    await page.keyboard.press('Enter');
    await untilDone(page);
    expect(await answersOn(page)).toEqual(['key-rejected']);
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H2');
  },
);

it('loads what it needs when the box is focused, and retries after a failure', async () => {
  const page = await browser.page();
  const loaded: string[] = [];
  let isDown = true;
  await page.route(/worker-[\w-]+\.js|catalog\.json|words\/en\.json/, (route) => {
    loaded.push(new URL(route.request().url()).pathname.replace(/.*\/|-[\w-]+(?=\.js$)/g, ''));
    return isDown ? route.abort() : route.continue();
  });
  await page.goto(`${base}/en/analyze/`);
  await untilReady(page);
  expect(loaded).toEqual([]);
  await page.focus(BOX);
  await expect
    .poll(() => [...new Set(loaded)].sort())
    .toEqual(['catalog.json', 'en.json', 'worker.js']);
  expect(await page.getAttribute('[data-analyze-state]', 'data-analyze-state')).toBe('empty');
  isDown = false;
  loaded.length = 0;
  await paste(page, BOX, SAMPLE_PASTE);
  await untilDone(page);
  expect(await answersOn(page)).toEqual(['key-rejected']);
  expect([...new Set(loaded)].sort()).toEqual(['catalog.json', 'en.json', 'worker.js']);
});

it('waits for a pause in typing, but not after a paste', async () => {
  const page = await browser.page();
  await page.addInitScript(() => {
    const later = window.setTimeout;
    // Timers of 100 ms or more never fire here, but shorter ones do.
    Object.assign(window, {
      setTimeout: (run: () => void, pause = 0) => (pause < 100 ? later(run, pause) : 0),
    });
  });
  await page.goto(`${base}/en/analyze/`);
  await untilReady(page);
  await page.locator(BOX).pressSequentially('command.Prepare failed: x');
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  expect(await page.getAttribute('[data-analyze-state]', 'data-analyze-state')).toBe('working');
  await page.fill(BOX, '');
  await paste(page, BOX, SAMPLE_PASTE);
  await untilDone(page);
});

it('preloads every module that it waits for, in its own language only', async () => {
  for (const lang of sampleLanguages(0)) {
    const page = await browser.page();
    const requested: string[] = [];
    page.on(
      'request',
      (request) => request.resourceType() === 'script' && requested.push(request.url()),
    );
    await page.goto(`${base}/${lang}/analyze/`);
    await untilReady(page);
    const preloaded = await page.$$eval('link[rel="modulepreload"]', (links) =>
      links.map((link) => (link as HTMLLinkElement).href),
    );
    const written = await page.$$eval('script[src]', (scripts) =>
      scripts.map((script) => (script as HTMLScriptElement).src),
    );
    const later = requested.filter((url) => !preloaded.includes(url) && !written.includes(url));
    // mount-save-offline is loaded after the page and belongs to no island.
    expect(
      later.filter((url) => !url.includes('mount-save-offline')),
      lang,
    ).toEqual([]);
    expect(preloaded.length).toBeGreaterThan(5);
    expect(requested).toEqual(expect.arrayContaining(preloaded));
    expect(page.problems).toEqual([]);
  }
});

it('downloads its data once, however often the reader returns', async () => {
  const network = await startNetworkProxy(base);
  try {
    const page = await browser.page();
    for (let visit = 0; visit < 2; visit++) {
      await page.goto(`${network.url}/en/analyze/`);
      await untilReady(page);
      await paste(page, BOX, SAMPLE_PASTE);
      await untilDone(page);
    }
    const data = network.requestedPaths.filter((path) => /\.json\?v=/.test(path));
    expect(data.length).toBeGreaterThan(0);
    expect(data).toEqual([...new Set(data)]);
  } finally {
    network.close();
  }
});
