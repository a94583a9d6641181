import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { PACKAGE } from '../compiler/package-folder.ts';

/**
 * The folder that contains the reader's own content/: `--content DIR` or the environment variable
 * CONTENT_DIR names the one or the other, or else it is the working directory; null if that has
 * none.
 */
export const OWN_ROOT = findRoot(process.argv, process.env['CONTENT_DIR']);

/** The folder that contains content/, for all commands and the build. */
export const ROOT = OWN_ROOT ?? PACKAGE;

function findRoot(argv: string[], variable = ''): string | null {
  const option = argv
    .map((word, at) => (word === '--content' ? argv[at + 1] : /^--content=(.*)/.exec(word)?.[1]))
    .find((value) => value !== undefined);
  const named = option ?? variable;
  if (named === '') return existsSync('content/site.yaml') ? process.cwd() : null;
  return existsSync(join(named, 'content')) ? resolve(named) : dirname(resolve(named));
}
