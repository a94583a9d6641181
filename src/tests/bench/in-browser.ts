import { existsSync } from 'node:fs';
import { chromium, type Browser } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from '../find-chromium.ts';
import { serveBuild } from '../serve-build.ts';
import type { Row } from './table.ts';

/** Measure on the built site in Chromium; one row that says what is missing where there is no such site. */
export async function inBrowser(figure: string, measure: (browser: Browser, base: string) => Promise<Row[]>): Promise<Row[]> {
  if (!existsSync('dist/en/analyze/index.html')) return [{ figure, value: null, note: 'no built site: `npm run build`' }];
  const server = await serveBuild('dist');
  const browser = await chromium.launch({ executablePath: await findChromium(), args: CHROMIUM_FLAGS });
  try {
    return await measure(browser, server.url);
  } finally {
    await browser.close();
    server.stop();
  }
}
