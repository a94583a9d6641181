import type { BrowserContextOptions, Page } from '@playwright/test';
import { afterAll } from 'vitest';
import { launchChromium } from '../chromium.ts';

/** The browser of this worker: its test files share their modules. It ends with the worker. */
const browser = launchChromium();

/**
 * Open pages for a test file. Each page has its own context and collects its errors in `problems`.
 * Service workers are blocked unless a test allows them.
 */
export function useBrowser(): {
  page(options?: BrowserContextOptions): Promise<Page & { problems: string[] }>;
} {
  const pages: Page[] = [];
  const closePages = async (): Promise<void> => {
    for (const page of pages.splice(0)) await page.context().close();
  };
  afterAll(closePages);
  return {
    async page(options = {}) {
      await closePages();
      const context = await (await browser).newContext({ serviceWorkers: 'block', ...options });
      context.setDefaultTimeout(120_000);
      const page = await context.newPage();
      const problems: string[] = [];
      page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
      page.on('pageerror', (error) => problems.push(error.message));
      pages.push(page);
      return Object.assign(page, { problems });
    },
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
