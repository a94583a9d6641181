import { expect, inject, it } from 'vitest';
import { TALK } from '../talk.ts';
import { paste, useBrowser } from './browser.ts';

const browser = useBrowser();
const base = inject('base');
const BOX = '[data-analyze-input]';

it.each([
  ['en', 'the network failed', 'Try again'],
  ['ja', '通信が切れて', 'もう一度試す'],
])(
  'says that it did not load, and reads what was pasted once it is asked to try again, in %s',
  async (lang, words, again) => {
    const page = await browser.page({ viewport: { width: 390, height: 844 } });
    let isDown = true;
    await page.route(/words\/\w+\.json|ReportView/, (route) =>
      isDown ? route.abort() : route.continue(),
    );
    await page.goto(`${base}/${lang}/analyze/`);
    await page.waitForSelector('astro-island:not([ssr])', { state: 'attached' });
    await paste(page, BOX, TALK);
    await page.waitForSelector('[data-analyze-state="failed"]');
    expect(await page.locator('.report').innerText()).toContain(words);
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('failed');
    isDown = false;
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(again);
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-analyze-state="done"]');
    expect(
      await page.$$eval('[data-answer]', (elements) =>
        elements.map((element) => element.getAttribute('data-answer')),
      ),
    ).toEqual(['key-rejected']);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H2');
  },
);

it('loads what it needs once somebody goes to the box, and again where that failed', async () => {
  const page = await browser.page();
  const loaded: string[] = [];
  let isDown = true;
  await page.route(/worker-[\w-]+\.js|catalog\.json|words\/en\.json/, (route) => {
    loaded.push(new URL(route.request().url()).pathname.replace(/.*\/|-[\w-]+(?=\.js$)/g, ''));
    return isDown ? route.abort() : route.continue();
  });
  await page.goto(`${base}/en/analyze/`);
  await page.waitForSelector('astro-island:not([ssr])', { state: 'attached' });
  expect(loaded).toEqual([]);
  await page.focus(BOX);
  await expect
    .poll(() => [...new Set(loaded)].sort())
    .toEqual(['catalog.json', 'en.json', 'worker.js']);
  expect(await page.getAttribute('[data-analyze-state]', 'data-analyze-state')).toBe('empty');
  isDown = false;
  loaded.length = 0;
  await paste(page, BOX, TALK);
  await page.waitForSelector('[data-analyze-state="done"]');
  expect(
    await page.$$eval('[data-answer]', (elements) =>
      elements.map((element) => element.getAttribute('data-answer')),
    ),
  ).toEqual(['key-rejected']);
  expect([...new Set(loaded)].sort()).toEqual(['catalog.json', 'en.json', 'worker.js']);
});

it('waits for the end of what is typed, and for no paste', async () => {
  const page = await browser.page();
  await page.addInitScript(() => {
    const later = window.setTimeout;
    // A pause for the reader never ends here; what only comes after the task does.
    Object.assign(window, {
      setTimeout: (run: () => void, pause = 0) => (pause < 100 ? later(run, pause) : 0),
    });
  });
  await page.goto(`${base}/en/analyze/`);
  await page.waitForSelector('astro-island:not([ssr])', { state: 'attached' });
  await page.locator(BOX).pressSequentially('command.Prepare failed: x');
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  expect(await page.getAttribute('[data-analyze-state]', 'data-analyze-state')).toBe('working');
  await page.fill(BOX, '');
  await paste(page, BOX, TALK);
  await page.waitForSelector('[data-analyze-state="done"]');
});

it('names in its head every module that it waits for, of its own language', async () => {
  for (const lang of ['en', 'ja']) {
    const page = await browser.page();
    const asked: string[] = [];
    page.on(
      'request',
      (request) => request.resourceType() === 'script' && asked.push(request.url()),
    );
    await page.goto(`${base}/${lang}/analyze/`);
    await page.waitForSelector('astro-island:not([ssr])', { state: 'attached' });
    const named = await page.$$eval('link[rel="modulepreload"]', (links) =>
      links.map((link) => (link as HTMLLinkElement).href),
    );
    const written = await page.$$eval('script[src]', (scripts) =>
      scripts.map((script) => (script as HTMLScriptElement).src),
    );
    const later = asked.filter((url) => !named.includes(url) && !written.includes(url));
    // What follows once the page is there is of no island.
    expect(
      later.filter((url) => !url.includes('mount-keep-site')),
      lang,
    ).toEqual([]);
    expect(named.length).toBeGreaterThan(5);
    expect(asked).toEqual(expect.arrayContaining(named));
    expect(page.problems).toEqual([]);
  }
});

it('asks for its data once, however often somebody comes back', async () => {
  const page = await browser.page();
  const sizes = (): Promise<number[]> =>
    page.evaluate(() =>
      (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
        .filter(({ name }) => /\.json\?v=/.test(name))
        .map(({ transferSize }) => transferSize),
    );
  const diagnose = async (): Promise<void> => {
    await page.goto(`${base}/en/analyze/`);
    await page.waitForSelector('astro-island:not([ssr])', { state: 'attached' });
    await paste(page, BOX, TALK);
    await page.waitForSelector('[data-analyze-state="done"]');
  };
  await diagnose();
  expect((await sizes()).every((size) => size > 0)).toBe(true);
  await diagnose();
  expect(await sizes()).toEqual([0, 0]);
});
