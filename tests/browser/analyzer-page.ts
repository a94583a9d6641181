import type { Page } from '@playwright/test';

/** Wait until the analyzer on a page can be used. */
export const untilReady = (page: Page) =>
  page.waitForSelector('astro-island:not([ssr])', { state: 'attached' });

/** Wait until the analyzer shows a report. */
export const untilDone = (page: Page) => page.waitForSelector('[data-analyze-state="done"]');

/** Open a log as a file, which for a long one takes a fraction of the time of a paste. */
export async function openLog(page: Page, log: string): Promise<void> {
  const file = { name: 'app.log', mimeType: 'text/plain', buffer: Buffer.from(log) };
  await page.setInputFiles('input[type=file]', file);
  await untilDone(page);
}

/** Open everything that is collapsed, including the support report and the reply. */
export async function unfold(page: Page): Promise<void> {
  const open = (): Promise<void> =>
    page.$$eval('main details', (elements) =>
      elements.forEach((element) => ((element as HTMLDetailsElement).open = true)),
    );
  await open();
  if ((await page.locator('.support').count()) > 0)
    for (const selector of ['.support-preview', '.reply-text'])
      await page.waitForSelector(selector, { state: 'attached' });
  await open();
}

/** Show the log or the answer: a narrow window has each in a tab of its own. */
export async function showPart(page: Page, part: 'answer' | 'log'): Promise<void> {
  const tab = page.locator(`[data-tab="${part}"]`);
  if ((await tab.count()) > 0) await tab.click();
}

/** Return the guides that a report gives as answers. */
export const answersOn = (page: Page) =>
  page.$$eval('[data-answer]', (elements) =>
    elements.map((element) => element.getAttribute('data-answer')),
  );

/** Return the status of a report. */
export const statusOn = (page: Page) => page.getAttribute('[data-status]', 'data-status');
