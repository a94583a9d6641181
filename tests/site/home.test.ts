import { describe, expect, inject, it } from 'vitest';
import type { Page } from '@playwright/test';
import { SAMPLE_PASTE } from '../helpers/sample-paste.ts';
import { answersOn, untilDone } from '../browser/analyzer-page.ts';
import { sampleLanguages } from '../helpers/sample.ts';
import { paste, useBrowser } from './browser.ts';

const browser = useBrowser({ isReused: true });
const base = inject('base');
const kbBase = inject('kbBase').replace(/\/$/, '');
const BOX = '[data-paste] textarea';
const PHONE = { width: 390, height: 844 };

async function open(path: string, viewport = PHONE): Promise<Page & { problems: string[] }> {
  const page = await browser.page({ viewport });
  await page.goto(path, { waitUntil: 'networkidle' });
  return page;
}

/** Paste a text while no field has the focus. */
async function pasteAnywhere(page: Page, text: string): Promise<void> {
  await page.evaluate((value) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', value);
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);
}

/** Return the parts of the browser's state that may keep a copy of a text. */
function traces(page: Page): Promise<string> {
  return page.evaluate(() =>
    [
      // The port may be part of what is searched for.
      location.href.slice(location.origin.length),
      JSON.stringify(history.state),
      JSON.stringify(sessionStorage),
      JSON.stringify(localStorage),
      name,
    ].join(),
  );
}

describe('a log', () => {
  it.each([...sampleLanguages(1).map((lang) => [lang, base] as const), ['en', kbBase] as const])(
    'is analyzed as soon as it is pasted anywhere, in %s at %s',
    async (lang, site) => {
      const page = await open(`${site}/${lang}/`);
      await pasteAnywhere(page, SAMPLE_PASTE);
      await untilDone(page);
      expect(await answersOn(page)).toEqual(['key-rejected']);
      expect(new URL(page.url()).pathname).toMatch(new RegExp(`/${lang}/analyze/$`));
      expect(await traces(page)).not.toContain('403');
      expect(page.problems).toEqual([]);
    },
  );

  it('is analyzed as soon as it is pasted into the box, and by its button', async () => {
    const page = await open(`${base}/en/`);
    await paste(page, BOX, SAMPLE_PASTE);
    await untilDone(page);
    await page.goto(`${base}/en/`, { waitUntil: 'networkidle' });
    await page.fill(BOX, SAMPLE_PASTE);
    await page.getByRole('button', { name: 'Find the cause' }).click();
    await untilDone(page);
    expect(await answersOn(page)).toEqual(['key-rejected']);
    await page.goBack();
    await page.waitForSelector(BOX);
    expect(page.problems).toEqual([]);
  });

  it('is read from files that are chosen or dropped', async () => {
    const page = await open(`${base}/en/`);
    await page.setInputFiles('[data-paste] [type=file]', {
      name: 'web01.log',
      mimeType: 'text/plain',
      buffer: Buffer.from(SAMPLE_PASTE),
    });
    await untilDone(page);
    expect(await answersOn(page)).toEqual(['key-rejected']);
    await page.goto(`${base}/en/`, { waitUntil: 'networkidle' });
    const isHandled = await page.evaluate((log) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([log], 'web02.log'));
      const options = { dataTransfer, bubbles: true, cancelable: true };
      return ['dragover', 'drop'].map(
        (name) => !document.body.dispatchEvent(new DragEvent(name, options)),
      );
    }, SAMPLE_PASTE);
    expect(isHandled).toEqual([true, true]);
    await untilDone(page);
    expect(await answersOn(page)).toEqual(['key-rejected']);
    expect(page.problems).toEqual([]);
  });

  it('on the example card is analyzed with one click anywhere on the card', async () => {
    const page = await open(`${base}/en/`);
    await page.locator('.demo').click();
    await untilDone(page);
    expect(await answersOn(page)).toEqual(['key-rejected']);
    expect(page.problems).toEqual([]);
  });

  it('is analyzed later if the button is pressed before the script has loaded', async () => {
    const page = await browser.page({ viewport: PHONE });
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/_search/paste.js', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(`${base}/en/`, { waitUntil: 'commit' });
    await page.fill(BOX, SAMPLE_PASTE);
    await page.locator('[data-paste] button').click();
    expect(page.url()).toBe(`${base}/en/`);
    expect(await page.inputValue(BOX)).toBe(SAMPLE_PASTE);
    release();
    await untilDone(page);
    expect(await answersOn(page)).toEqual(['key-rejected']);
    expect(page.problems).toEqual([]);
  });

  it('stays in the box if the analyzer cannot be loaded', async () => {
    const page = await open(`${base}/en/`);
    await page.route('**/en/analyze/', (route) => route.abort());
    await pasteAnywhere(page, SAMPLE_PASTE);
    await page.locator('.paste-status', { hasText: 'your text is still here' }).waitFor();
    expect(await page.inputValue(BOX)).toBe(SAMPLE_PASTE);
    expect(page.url()).toBe(`${base}/en/`);
  });
});

describe('words', () => {
  it('stay in the box when they are pasted, and go to the search with Enter', async () => {
    const page = await open(`${base}/en/`);
    await pasteAnywhere(page, 'proxy settings');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('paste');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-result="guide:proxy"]');
    expect(new URL(page.url()).pathname).toBe('/en/search/');
    expect(page.problems).toEqual([]);
  });

  it.each([
    'API request failed: 403 Forbidden',
    'We see "API request failed: 403 Forbidden" since noon. What is it?',
  ])('open the analyzer if they have a known message: %s', async (text) => {
    const page = await open(`${base}/en/`);
    await pasteAnywhere(page, text);
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-analyze-state="done"]');
    expect(await page.locator('.verdict').innerText()).toContain('403');
    expect(new URL(page.url()).pathname).toBe('/en/analyze/');
    expect(page.problems).toEqual([]);
  });

  it('leave no trace if they are not the words of the site', async () => {
    const page = await open(`${base}/ja/`);
    await page.fill(BOX, 'web01.example.com tanaka proxy');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${base}/ja/search/`);
    await page.waitForSelector('[data-search-state="done"], [data-search-state="none"]');
    expect(await traces(page)).not.toMatch(/tanaka|web01/);
  });

  it('are not submitted by an Enter that confirms Japanese input', async () => {
    const page = await open(`${base}/en/`, { width: 1440, height: 900 });
    await page.fill(BOX, 'proxy');
    await page.evaluate((box) => {
      const options = { key: 'Enter', keyCode: 229, bubbles: true };
      document.querySelector(box)?.dispatchEvent(new KeyboardEvent('keydown', options));
    }, BOX);
    await page.waitForTimeout(300);
    expect(page.url()).toBe(`${base}/en/`);
  });
});

describe('the home page', () => {
  it.each(sampleLanguages(0))('is short on a phone and does not shift, in %s', async (lang) => {
    const page = await browser.page({ viewport: PHONE });
    await page.addInitScript(() => {
      Object.assign(window, { shift: 0 });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          Object.assign(window, { shift: Number(Reflect.get(entry, 'value')) });
      }).observe({ type: 'layout-shift', buffered: true });
    });
    // Let the fonts arrive late.
    await page.route('**/*.woff2', (route) => setTimeout(() => void route.continue(), 700));
    await page.goto(`${base}/${lang}/`, { waitUntil: 'networkidle' });
    expect(await page.evaluate(() => Reflect.get(window, 'shift'))).toBeLessThan(0.01);
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(2200);
    expect((await page.locator('.site-header').boundingBox())?.height).toBe(56);
    await page.evaluate(() => scrollTo(0, 1000));
    expect((await page.locator('.site-header').boundingBox())?.y).toBe(0);
  });

  it.each(['/', 'Control+k'])('has one box, which %s focuses', async (key) => {
    const page = await open(`${base}/en/`, { width: 1440, height: 900 });
    expect(await page.locator('main input[type=search], header input').count()).toBe(0);
    expect(await page.locator('.paste-bar kbd').isVisible()).toBe(true);
    await page.keyboard.press(key);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('paste');
    expect(await page.locator('.paste-bar kbd').isVisible()).toBe(false);
  });

  it('shows the symptoms before the example on a phone', async () => {
    const page = await open(`${base}/en/`);
    const [symptom, example] = await Promise.all(
      ['.symptoms a', '.demo'].map((part) => page.locator(part).first().boundingBox()),
    );
    expect(symptom?.y).toBeLessThan(example?.y ?? 0);
  });

  it('shows one command for the log, by platform, without JavaScript', async () => {
    const page = await browser.page({ javaScriptEnabled: false });
    await page.goto(`${base}/en/`);
    const shown = page.locator('.log-command:visible code');
    expect(await shown.innerText()).toContain('journalctl');
    await page.getByLabel('Windows (PowerShell)').check();
    expect(await shown.innerText()).toContain('Get-WinEvent');
    await page.getByLabel('Kubernetes').check();
    expect(await page.locator('.log-command:visible .example').allInnerTexts()).toEqual([
      'my-namespace',
      'my-pod',
    ]);
    expect(await page.locator('.log-command:visible .example-note').innerText()).toContain(
      'replace my-namespace and my-pod',
    );
  });
});

it('remembers the chosen theme: system, light or dark', async () => {
  const page = await open(`${base}/en/`, { width: 1440, height: 900 });
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await paper();
  await page.getByLabel('Theme').selectOption('Dark');
  const dark = await paper();
  expect(dark).not.toBe(light);
  await page.goto(`${base}/en/guides/`);
  expect([await paper(), await page.getByLabel('Theme').inputValue()]).toEqual([dark, 'dark']);
  await page.getByLabel('Theme').selectOption('System');
  expect(await paper()).toBe(light);
});

it('has a menu on a phone, which works without JavaScript', async () => {
  const page = await browser.page({ viewport: PHONE, javaScriptEnabled: false });
  await page.goto(`${base}/en/guides/key-rejected/`);
  expect(await page.locator('.site-nav').isVisible()).toBe(false);
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.locator('.header-tools a').click();
  await page.waitForURL(`${base}/ja/guides/key-rejected/`);
});

it('keeps the place on the page when the language is switched', async () => {
  const page = await open(`${base}/en/guides/key-rejected/#fix`, { width: 1440, height: 900 });
  await page.locator('.header-tools a').click();
  await page.waitForURL(`${base}/ja/guides/key-rejected/#fix`);
});
