import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { PACKAGE } from '../compiler/package-folder.ts';

/**
 * The folder with the reader's own content, of any name, or the folder around its `content/`. It is
 * named by `--content DIR` or by the environment variable CONTENT_DIR, or else is the working
 * directory. It is null if the folder has no content.
 */
export const OWN_ROOT = findRoot(process.argv, process.env['CONTENT_DIR']);

/** The root of the content, for all commands and the build. */
export const ROOT = OWN_ROOT ?? PACKAGE;

function findRoot(argv: string[], variable = ''): string | null {
  const option = argv
    .map((word, at) => (word === '--content' ? argv[at + 1] : /^--content=(.*)/.exec(word)?.[1]))
    .find((value) => value !== undefined);
  const named = option ?? variable;
  if (named === '') return existsSync('content/site.yaml') ? process.cwd() : null;
  return resolve(named);
}
