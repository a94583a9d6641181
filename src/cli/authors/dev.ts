import { readServeOptions } from '../serve-folder.ts';
import { runAstro } from './run-astro.ts';

/**
 * Serve the site from its sources, on PORT or the next free port; pages, rules and reports follow
 * edits.
 */
export function run(): Promise<number> {
  // Two sites may be served at once, from one package.
  return runAstro('dev', ['--ignore-lock', '--port', String(readServeOptions().port)]);
}
