import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { findChromium, requireChromium } from './chromium.ts';

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
  if (findChromium() === null && process.getuid?.() === 0) {
    run('apt-get', 'update', '-qq');
    run('apt-get', 'install', '-y', '-qq', 'chromium');
  }
  return requireChromium();
}

/** Run an installer; show its errors, but not its long output. */
function run(command: string, ...args: string[]): void {
  process.stdout.write(`no Chromium yet: ${[command, ...args].join(' ')}\n`);
  spawnSync(command, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: 600_000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}
