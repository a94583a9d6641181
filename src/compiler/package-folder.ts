import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this package, with a slash at the end. A bundle of it may be anywhere below. */
export const PACKAGE = join(
  closestWith('content/formats', dirname(fileURLToPath(import.meta.url))),
  '/',
);

/** Return the closest of a folder and its parents that has a file. */
function closestWith(file: string, folder: string): string {
  const parent = dirname(folder);
  return parent === folder || existsSync(join(folder, file)) ? folder : closestWith(file, parent);
}
