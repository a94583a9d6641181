import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { findChromium, requireChromium } from './chromium.ts';
import { findFirefox, requireFirefox } from './firefox.ts';

/**
 * Find a Chromium, or install one: Playwright's download, or as root Debian's package.
 *
 * @returns its path
 * @throws Error that says what to do if none can be installed
 */
export function findOrInstallChromium(): string {
  const cli = join(
    dirname(createRequire(import.meta.url).resolve('@playwright/test/package.json')),
    'cli.js',
  );
  if (findChromium() === null) run(process.execPath, cli, 'install', 'chromium');
  if (findChromium() === null) installPackage('chromium');
  return requireChromium();
}

/**
 * Find a Firefox, or as root install Debian's package.
 *
 * @returns its path
 * @throws Error that says what to do if none can be installed
 */
export function findOrInstallFirefox(): string {
  if (findFirefox() === null) installPackage('firefox-esr');
  return requireFirefox();
}

/** Install a package of Debian; do nothing if that is not allowed. */
function installPackage(name: string): void {
  if (process.getuid?.() !== 0) return;
  run('apt-get', 'update', '-qq');
  run('apt-get', 'install', '-y', '-qq', name);
}

/** Run an installer; show its errors, but not its long output. */
function run(command: string, ...args: string[]): void {
  process.stdout.write(`no browser yet: ${[command, ...args].join(' ')}\n`);
  spawnSync(command, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: 600_000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}
