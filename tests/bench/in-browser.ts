import { existsSync } from 'node:fs';
import type { Browser } from '@playwright/test';
import { findChromium, launchChromium } from '../browser/chromium.ts';
import { serveBuild } from '../browser/serve-build.ts';
import type { Row } from './table.ts';

/**
 * Measure the built site in Chromium. If the build or Chromium is missing, return a row that says
 * so.
 */
export async function inBrowser(
  figure: string,
  measure: (browser: Browser, base: string) => Promise<Row[]>,
): Promise<Row[]> {
  if (!existsSync('dist/en/analyze/index.html'))
    return [{ figure, value: null, note: 'no built site: `npm run build`' }];
  if (findChromium({ isMeasured: true }) === null)
    return [{ figure, value: null, note: 'no Chromium' }];
  const server = await serveBuild('dist');
  const browser = await launchChromium({ isMeasured: true });
  try {
    return await measure(browser, server.url);
  } finally {
    await browser.close();
    server.stop();
  }
}
