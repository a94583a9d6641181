import { existsSync } from 'node:fs';
import { launch, type Browser } from 'puppeteer-core';

const INSTALLED = [
  '/usr/bin/firefox',
  '/usr/bin/firefox-esr',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

/** Find FIREFOX_PATH or an installed Firefox; else null. */
export function findFirefox(): string | null {
  const wanted = process.env['FIREFOX_PATH'];
  if (wanted !== undefined && wanted !== '') return wanted;
  return INSTALLED.find(existsSync) ?? null;
}

/**
 * Find a Firefox.
 *
 * @throws Error that says what to do if there is none
 */
export function requireFirefox(): string {
  const found = findFirefox();
  if (found === null)
    throw new Error('no Firefox: install Firefox, or set FIREFOX_PATH to the path of one');
  return found;
}

/**
 * Start the Firefox of this machine. Playwright drives only a Firefox of its own.
 *
 * @throws Error that says what to do if there is none
 */
export function launchFirefox(): Promise<Browser> {
  return launch({ browser: 'firefox', executablePath: requireFirefox() });
}
