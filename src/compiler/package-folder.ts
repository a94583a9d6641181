import { existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the formats that all sites share, by which the package is found. */
const SHARED = 'content/formats';

/**
 * The folder of this package, with a slash at the end. The build of a site bundles this module,
 * which then cannot find the folder, so astro.config.mjs passes it in SHINDAN_PACKAGE.
 */
export const PACKAGE = join(
  process.env['SHINDAN_PACKAGE'] ?? findPackage(dirname(fileURLToPath(import.meta.url))),
  '/',
);

/** Return the path of a file of this package; in an author's own site, it is in node_modules. */
export function inPackage(file: string): string {
  return relative(process.cwd(), join(PACKAGE, file));
}

/** The manual of all content files. */
export const MANUAL = inPackage('content/README.md');

/** @throws Error if neither the folder nor one of its parents is the package */
function findPackage(folder: string): string {
  if (existsSync(join(folder, SHARED))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error(`no ${SHARED} beside or above ${import.meta.url}`);
  return findPackage(parent);
}
