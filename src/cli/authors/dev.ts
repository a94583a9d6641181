import { runAstro } from './run-astro.ts';

/** Serve the site from its sources; pages, rules and reports follow edits. */
export function run(): Promise<number> {
  return runAstro('dev');
}
