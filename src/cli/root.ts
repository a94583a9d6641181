import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const PACKAGE = fileURLToPath(new URL('../../', import.meta.url));

/**
 * The folder that contains content/, for all commands and the build. `--content DIR` or the
 * environment variable CONTENT_DIR names the one or the other; the default is the working
 * directory, or else the package.
 */
export const ROOT = findRoot(process.argv, process.env['CONTENT_DIR']);

function findRoot(argv: string[], variable = ''): string {
  const option = argv
    .map((word, at) => (word === '--content' ? argv[at + 1] : /^--content=(.*)/.exec(word)?.[1]))
    .find((value) => value !== undefined);
  const named = resolve(option ?? variable);
  if (option ?? variable) return existsSync(join(named, 'content')) ? named : dirname(named);
  return existsSync('content/site.yaml') ? process.cwd() : PACKAGE;
}
