import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PACKAGE } from '../../compiler/package-folder.ts';
import { compareVersions } from '../../engine/answers/version.ts';
import { printError } from '../print-error.ts';
import { ROOT } from '../root.ts';
import { sitePackages } from './site-packages.ts';

/** A young generation that holds a whole page, which saves garbage collections. */
const MEMORY = '--max-semi-space-size=64';

/** The oldest Node on which Astro runs. */
const OLDEST_NODE = '22.12.0';

/**
 * Run Astro on the sources of the site, with the current content.
 *
 * @param beside work that this process does meanwhile; if its exit code is not 0, Astro is stopped
 * @returns the first exit code that is not 0, or 2 if Node is too old, or a package that Astro
 *   needs is not installed
 */
export async function runAstro(
  command: 'dev' | 'build',
  options: readonly string[],
  beside: () => number | Promise<number> = () => 0,
): Promise<number> {
  if (compareVersions(process.versions.node, OLDEST_NODE) < 0) {
    printError(
      `shindan ${command} needs Node ${OLDEST_NODE} or newer; this is ${process.versions.node}`,
    );
    return 2;
  }
  const { resolve: find } = createRequire(join(PACKAGE, 'package.json'));
  const missing = Object.entries(sitePackages()).filter(([name]) => !isInstalled(name, find));
  if (missing.length > 0) {
    const list = missing.map(([name, version]) => `${name}@${version}`).join(' ');
    printError(`shindan ${command} needs packages that reading logs does not need. Install them:`);
    printError(`npm install --save-dev ${list}`);
    return 2;
  }
  const astro = join(dirname(find('astro/package.json')), 'bin/astro.mjs');
  const child = spawn(process.execPath, [MEMORY, astro, command, '--root', PACKAGE, ...options], {
    stdio: 'inherit',
    env: { ...process.env, CONTENT_DIR: ROOT, ASTRO_TELEMETRY_DISABLED: '1' },
  });
  const exited = once(child, 'exit') as Promise<[number | null]>;
  let status = 2;
  try {
    status = await beside();
  } finally {
    if (status !== 0) child.kill();
  }
  // Otherwise Astro would go on when this command is stopped.
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => void child.kill(signal));
  const [code] = await exited;
  return status || (code ?? 2);
}

function isInstalled(name: string, find: NodeJS.RequireResolve): boolean {
  // Resolving the package itself would fail if it has no entry point for require.
  return (find.paths(name) ?? []).some((folder) => {
    try {
      return readFileSync(join(folder, name, 'package.json')).length > 0;
    } catch {
      return false;
    }
  });
}
