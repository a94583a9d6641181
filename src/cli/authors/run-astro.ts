import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { printError } from '../print-error.ts';

/** The repository, which has the sources of the site. */
const REPOSITORY = fileURLToPath(new URL('../../../', import.meta.url));

/**
 * Run Astro on the site of the repository.
 *
 * @returns its exit code, or 2 if it is not installed
 */
export async function runAstro(command: 'dev' | 'build'): Promise<number> {
  const astro = `${REPOSITORY}node_modules/astro/bin/astro.mjs`;
  if (!existsSync(astro)) {
    printError(`shindan ${command} needs the repository of Shindan, after npm ci: it runs Astro`);
    return 2;
  }
  const child = spawn(process.execPath, [astro, command], {
    cwd: REPOSITORY,
    stdio: 'inherit',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code ?? 2;
}
