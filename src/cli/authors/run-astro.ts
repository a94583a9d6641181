import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { PACKAGE } from '../../compiler/package-folder.ts';
import { printError } from '../print-error.ts';
import { ROOT } from '../root.ts';

/**
 * Run Astro on the sources of the site, with the current content. A build is written into dist/ of
 * the working directory.
 *
 * @returns its exit code, or 2 if a package that it needs is not installed
 */
export async function runAstro(
  command: 'dev' | 'build',
  options: readonly string[] = [],
): Promise<number> {
  const { resolve: find } = createRequire(join(PACKAGE, 'package.json'));
  const missing = Object.entries(peers()).filter(([name]) => !isInstalled(name, find));
  if (missing.length > 0) {
    const list = missing.map(([name, version]) => `${name}@${version}`).join(' ');
    printError(`shindan ${command} needs packages that reading logs does not need. Install them:`);
    printError(`npm install --save-dev ${list}`);
    return 2;
  }
  const astro = join(dirname(find('astro/package.json')), 'bin/astro.mjs');
  const child = spawn(
    process.execPath,
    [astro, command, '--root', PACKAGE, '--outDir', resolve('dist'), ...options],
    {
      stdio: 'inherit',
      env: { ...process.env, CONTENT_DIR: ROOT, ASTRO_TELEMETRY_DISABLED: '1' },
    },
  );
  const [code] = (await once(child, 'exit')) as [number | null];
  return code ?? 2;
}

/** Return the packages that a build needs, with their versions. */
function peers(): Record<string, string> {
  const { peerDependencies } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as {
    peerDependencies: Record<string, string>;
  };
  return peerDependencies;
}

function isInstalled(name: string, find: NodeJS.RequireResolve): boolean {
  // Not the package itself: some cannot be loaded with require.
  return (find.paths(name) ?? []).some((folder) => {
    try {
      return readFileSync(join(folder, name, 'package.json')).length > 0;
    } catch {
      return false;
    }
  });
}
