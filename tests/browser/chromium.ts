import { existsSync } from 'node:fs';
import { chromium, type Browser } from '@playwright/test';

/** Debian's Chromium without windows: a page takes a quarter less processor time in it. */
const HEADLESS_SHELL = '/usr/bin/chromium-headless-shell';
const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Features that Chromium is to run without. Their list replaces Playwright's own. */
const DISABLED_FEATURES = [
  // Parts of the window that are pages themselves: they take more time than a page under test.
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIReloadButton',
  // A process that waits for the next page of another site, which no test opens.
  'SpareRendererForSitePerProcess',
  // From Playwright's list: what delays, redirects or sends requests.
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
];

/** Flags for a browser that makes no requests of its own, and also runs as root. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Starting a process takes longest, so a tab keeps the process of the blank page it begins with.
  '--renderer-process-limit=1',
  '--disable-site-isolation-trials',
  `--disable-features=${DISABLED_FEATURES.join()}`,
];

/** What the browser is used for. */
interface Use {
  /** Whether speed is measured, which takes the browser that readers have. */
  isMeasured?: boolean;
}

/** Find CHROME_PATH, an installed Chrome or Chromium, or Playwright's download; else null. */
export function findChromium({ isMeasured = false }: Use = {}): string | null {
  const wanted = process.env['CHROME_PATH'];
  if (wanted !== undefined && wanted !== '') return wanted;
  const found = [...INSTALLED, chromium.executablePath()];
  return (isMeasured ? found : [HEADLESS_SHELL, ...found]).find(existsSync) ?? null;
}

/**
 * Find a Chromium.
 *
 * @throws Error that says what to do if there is none
 */
export function requireChromium(use: Use = {}): string {
  const found = findChromium(use);
  if (found === null)
    throw new Error(
      'no Chromium: install Chrome or Chromium, set CHROME_PATH to one, ' +
        'or run `npm test`, which installs one',
    );
  return found;
}

/**
 * Start the Chromium of this machine.
 *
 * @throws Error that says what to do if there is none
 */
export function launchChromium(use: Use = {}): Promise<Browser> {
  return chromium.launch({ executablePath: requireChromium(use), args: CHROMIUM_FLAGS });
}
