import type { Browser, CDPSession, Page } from '@playwright/test';
import { untilReady } from '../browser/analyzer-page.ts';

/** An analyzer that is open in a browser. */
export interface Analyzer {
  page: Page;
  session: CDPSession;
}

/** Open the analyzer in a new browser context, in which nothing of the site is cached. */
export async function openAnalyzer(browser: Browser, base: string): Promise<Analyzer> {
  const page = await (
    await browser.newContext({ viewport: { width: 1280, height: 900 } })
  ).newPage();
  const session = await page.context().newCDPSession(page);
  await page.goto(`${base}en/analyze/`);
  await untilReady(page);
  // Wait for the service worker. It is ready before a person could have chosen a file.
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  return { page, session };
}

/** Drop files on the input box as a file manager does. */
export async function dropFiles({ page, session }: Analyzer, files: string[]): Promise<void> {
  const box = await page.locator('.analyzer-input').boundingBox();
  if (!box) throw new Error('no box');
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', {
      type,
      x: box.x + 20,
      y: box.y + 20,
      data: { items: [], files, dragOperationsMask: 1 },
    });
}
