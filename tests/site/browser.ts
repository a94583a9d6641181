import type { BrowserContextOptions, Page, ViewportSize } from '@playwright/test';
import { afterAll } from 'vitest';
import { launchChromium } from '../chromium.ts';

/** The browser of this worker: its test files share their modules. It ends with the worker. */
const browser = launchChromium();

/** A page that collects its errors. */
type CheckedPage = Page & { problems: string[] };

interface OpenPage {
  page: CheckedPage;
  /** Make the page like a new one. Return false if that is not possible. */
  renew(viewport: ViewportSize): Promise<boolean>;
  close(): Promise<void>;
}

/** The size of a window in which a test asks for no other, in CSS pixels. */
const VIEWPORT: ViewportSize = { width: 1280, height: 720 };

/** What a test may use whose effects outlast a navigation. */
const LASTING = new Set<string | symbol>(['addInitScript', 'clock', 'context', 'emulateMedia']);

/**
 * Open pages for a test file, one at a time. Each page collects its errors in `problems`. Service
 * workers are blocked unless a test allows them.
 *
 * @param isReused whether a test may get the page of the one before, if its options are the same:
 *   emptied, but with the files of the site cached, it is ready in a third of the time
 */
export function useBrowser({ isReused = false } = {}): {
  page(options?: BrowserContextOptions): Promise<CheckedPage>;
} {
  let last: (OpenPage & { options: string }) | null = null;
  const closeLast = async (): Promise<void> => {
    await last?.close();
    last = null;
  };
  afterAll(closeLast);
  return {
    async page({ viewport, ...others } = {}) {
      const size = viewport ?? VIEWPORT;
      const options = JSON.stringify(others);
      if (isReused && last?.options === options && (await last.renew(size))) return last.page;
      await closeLast();
      last = { ...(await openPage({ viewport: size, ...others })), options };
      return last.page;
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
  const watched = new Proxy(page, {
    get(target, name) {
      if (LASTING.has(name)) isRenewable = false;
      const value: unknown = Reflect.get(target, name, target);
      // Playwright calls its own methods, such as `context`, on the page itself.
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
  return {
    page: watched,
    async renew(viewport) {
      const [origin, ...more] = [...origins].filter((one) => one !== 'null');
      if (!isRenewable || more.length > 0 || context.pages().length !== 1) return false;
      // Not kept open: a session that emulates nothing would end what another one emulates.
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
      await page.setViewportSize(viewport);
      page.problems = [];
      return true;
    },
    close: () => context.close(),
  };
}

/** Stop the clock of a page, so that what it shows for a moment stays until it is read. */
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
