import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { env } from 'node:process';
import { runAstro } from './run-astro.ts';

/** Build the site, and check its content meanwhile. Write the site into dist/ if neither fails. */
export async function run(): Promise<number> {
  const [site, built] = [resolve('dist'), resolve('dist-next')];
  const code = await buildChecked(built);
  if (code === 0) {
    rmSync(site, { recursive: true, force: true });
    renameSync(built, site);
    process.stdout.write('dist/ has the site. To see it: npx shindan serve\n');
  }
  rmSync(built, { recursive: true, force: true });
  return code;
}

/** Build the site into a folder, from the content that the check has read. */
async function buildChecked(folder: string): Promise<number> {
  const shared = mkdtempSync(join(tmpdir(), 'shindan-build-'));
  const file = join(shared, 'content');
  env['SHINDAN_CONTENT'] = file;
  try {
    return await runAstro('build', ['--outDir', folder], async () => {
      // Loaded while Astro starts.
      const { check } = await import('./check.ts');
      const { writeContentFile } = await import('../../compiler/index.ts');
      return check((content) => writeContentFile(content, file));
    });
  } finally {
    rmSync(shared, { recursive: true, force: true });
  }
}
