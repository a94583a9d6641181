import { readServeOptions } from '../serve-folder.ts';
import { runAstro } from './run-astro.ts';

/** Serve the site from its sources, on PORT; pages, rules and reports follow edits. */
export function run(): Promise<number> {
  return runAstro('dev', ['--port', String(readServeOptions().port)]);
}
