import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { printError } from '../print-error.ts';
import { PACKAGE, ROOT } from '../root.ts';

/**
 * Run Astro on the sources of the site, in the repository of Shindan, with the current content.
 *
 * @returns its exit code, or 2 if it is not installed
 */
export async function runAstro(command: 'dev' | 'build'): Promise<number> {
  const astro = `${PACKAGE}node_modules/astro/bin/astro.mjs`;
  if (!existsSync(astro)) {
    printError(`shindan ${command} needs the repository of Shindan, after npm ci: it runs Astro`);
    return 2;
  }
  const child = spawn(process.execPath, [astro, command], {
    cwd: PACKAGE,
    stdio: 'inherit',
    env: { ...process.env, CONTENT_DIR: ROOT, ASTRO_TELEMETRY_DISABLED: '1' },
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code ?? 2;
}
