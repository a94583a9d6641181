/** Builds the site for its tests, at `/` and below `/kb/`, where a build is missing or outdated. */
import { spawnSync } from 'node:child_process';
import { globSync, statSync } from 'node:fs';
import { BUILDS } from './builds.ts';

const SOURCES = [
  'astro.config.mjs',
  'package-lock.json',
  'content/**',
  'public/**',
  'src/**',
  'tests/sample-content/**',
];

const changed = Math.max(...globSync(SOURCES).map(modified));
for (const { folder, env } of BUILDS) {
  if (modified(`${folder}/index.html`) > changed) continue;
  process.stdout.write(`${folder} is missing or older than its sources: building it\n`);
  const { status } = spawnSync('astro', ['build', '--outDir', folder], {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
    env: { ...process.env, ...env },
  });
  if (status !== 0) process.exit(status ?? 1);
}

/** Return when a file was changed, in milliseconds, or 0 if it does not exist. */
function modified(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
