import type { BrowserContextOptions, Page, ViewportSize } from '@playwright/test';
import { afterAll } from 'vitest';
import { launchChromium } from '../browser/chromium.ts';

/** The browser that all test files of a worker share. It ends with the worker. */
const browser = launchChromium();

/** A page that collects its errors. */
type CheckedPage = Page & { problems: string[] };

interface OpenPage {
  page: CheckedPage;
  /** Make the page like a new one. Return false if that is not possible. */
  renew(): Promise<boolean>;
  close(): Promise<void>;
}

/** The default size of a window, in CSS pixels. */
const VIEWPORT: ViewportSize = { width: 1280, height: 720 };

/** Least recently used pages are closed beyond this number. */
const MAX_OPEN = 3;

/** Properties of a page whose effects outlast a navigation. */
const LASTING = new Set<string | symbol>(['addInitScript', 'clock', 'context']);

/**
 * Open pages for a test file, one at a time. Each page collects its errors in `problems`. Service
 * workers are blocked unless a test allows them.
 *
 * @param isReused whether a test may get the emptied page of an earlier test with the same options.
 *   The files of the site are cached in it, so that it is ready in a third of the time
 */
export function useBrowser({ isReused = false } = {}): {
  page(options?: BrowserContextOptions): Promise<CheckedPage>;
} {
  /** The open pages by their options: the last one is in use, and the others are empty. */
  const open = new Map<string, OpenPage>();
  const close = async (options: string | undefined): Promise<void> => {
    const page = open.get(options ?? '');
    open.delete(options ?? '');
    await page?.close();
  };
  afterAll(async () => {
    for (const options of [...open.keys()]) await close(options);
  });
  return {
    async page({ viewport, ...others } = {}) {
      const size = viewport ?? VIEWPORT;
      const options = JSON.stringify(others);
      const last = [...open.keys()].at(-1) ?? '';
      if (!isReused || (await open.get(last)?.renew()) !== true) await close(last);
      const known = open.get(options);
      open.delete(options);
      if (open.size >= MAX_OPEN) await close([...open.keys()][0]);
      const next = known ?? (await openPage({ viewport: size, ...others }));
      open.set(options, next);
      if (known) await known.page.setViewportSize(size);
      return next.page;
    },
  };
}

async function openPage(options: BrowserContextOptions): Promise<OpenPage> {
  const context = await (await browser).newContext({ serviceWorkers: 'block', ...options });
  context.setDefaultTimeout(120_000);
  const page: CheckedPage = Object.assign(await context.newPage(), { problems: [] });
  page.on('console', (message) => message.type() === 'error' && page.problems.push(message.text()));
  page.on('pageerror', (error) => page.problems.push(error.message));
  const origins = new Set<string>();
  page.on('framenavigated', (frame) => origins.add(new URL(frame.url()).origin));
  let isRenewable = true;
  let hasOtherMedia = false;
  const watched = new Proxy(page, {
    get(target, name) {
      if (LASTING.has(name)) isRenewable = false;
      if (name === 'emulateMedia') hasOtherMedia = true;
      const value: unknown = Reflect.get(target, name, target);
      // Playwright calls its own methods, such as `context`, on the page itself.
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
  return {
    page: watched,
    async renew() {
      const [origin, ...more] = [...origins].filter((one) => one !== 'null');
      if (!isRenewable || more.length > 0 || context.pages().length !== 1) return false;
      // Detached below: a session that emulates nothing resets what the page's session emulates.
      const session = await context.newCDPSession(page);
      await page.unrouteAll({ behavior: 'ignoreErrors' });
      for (const event of ['request', 'response']) page.removeAllListeners(event);
      if (origin !== undefined) {
        if (page.url().startsWith(origin)) await page.evaluate(() => sessionStorage.clear());
        await page.goto('about:blank');
        await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
      }
      await session.send('Page.resetNavigationHistory');
      await session.detach();
      if (hasOtherMedia) {
        const { colorScheme, reducedMotion, forcedColors } = options;
        await page.emulateMedia({
          media: null,
          colorScheme: colorScheme ?? 'light',
          reducedMotion: reducedMotion ?? 'no-preference',
          forcedColors: forcedColors ?? 'none',
        });
        hasOtherMedia = false;
      }
      page.problems = [];
      return true;
    },
    close: () => context.close(),
  };
}

/** Stop the clock of a page, so that text that it shows for a moment does not disappear. */
export async function stopClock(page: Page): Promise<void> {
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
}

/** Paste a text into a field, including the paste event. */
export async function paste(page: Page, selector: string, text: string): Promise<void> {
  await page.locator(selector).focus();
  await page.evaluate((value) => {
    const data = new DataTransfer();
    data.setData('text/plain', value);
    const event = new ClipboardEvent('paste', {
      clipboardData: data,
      bubbles: true,
      cancelable: true,
    });
    if (document.activeElement?.dispatchEvent(event))
      document.execCommand('insertText', false, value);
  }, text);
}
