import { renameSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { run as check } from './check.ts';
import { runAstro } from './run-astro.ts';

/** Check the content while the site is built; write it into dist/ if neither fails. */
export async function run(): Promise<number> {
  const [site, built] = [resolve('dist'), resolve('dist-next')];
  const code = await runAstro('build', ['--outDir', built], check);
  if (code === 0) {
    rmSync(site, { recursive: true, force: true });
    renameSync(built, site);
    process.stdout.write('dist/ has the site. To see it: npx shindan serve\n');
  }
  rmSync(built, { recursive: true, force: true });
  return code;
}
