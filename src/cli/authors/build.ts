import { run as check } from './check.ts';
import { runAstro } from './run-astro.ts';

/** Check the content, and build the site into dist/. */
export async function run(): Promise<number> {
  return check() || runAstro('build');
}
