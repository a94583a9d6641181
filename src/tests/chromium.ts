import { existsSync } from 'node:fs';
import { chromium, type Browser } from '@playwright/test';

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Flags for a browser that talks to nobody, also as root. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Find a Chromium: CHROME_PATH, an installed Chrome or Chromium, Playwright's download; null where there is none. */
export function findChromium(): string | null {
  const wanted = process.env['CHROME_PATH'];
  if (wanted !== undefined && wanted !== '') return wanted;
  return [...INSTALLED, chromium.executablePath()].find(existsSync) ?? null;
}

/** Find a Chromium. @throws Error that says what to do where there is none */
export function needChromium(): string {
  const found = findChromium();
  if (found === null)
    throw new Error(
      'no Chromium: install Chrome or Chromium, set CHROME_PATH to one, or let `npm test` bring one',
    );
  return found;
}

/** Start the Chromium of this machine. @throws Error that says what to do where there is none */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: needChromium(), args: CHROMIUM_FLAGS });
}
