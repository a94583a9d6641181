import type { Page } from '@playwright/test';

/** Wait until the analyzer on a page can be used. */
export const untilReady = (page: Page) =>
  page.waitForSelector('astro-island:not([ssr])', { state: 'attached' });

/** Wait until the analyzer shows a report. */
export const untilDone = (page: Page) => page.waitForSelector('[data-analyze-state="done"]');

/** Return the guides that a report gives as answers. */
export const answersOn = (page: Page) =>
  page.$$eval('[data-answer]', (elements) =>
    elements.map((element) => element.getAttribute('data-answer')),
  );

/** Return the status of a report. */
export const statusOn = (page: Page) => page.getAttribute('[data-status]', 'data-status');
