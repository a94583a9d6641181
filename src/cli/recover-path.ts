import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname } from 'node:path';

const REPLACEMENT = '\ufffd';

/**
 * Recover the bytes of a path that is not valid UTF-8. Node decodes arguments with U+FFFD for such
 * bytes, so look for a file in the folder whose name decodes to the same text.
 */
export function recoverPathBytes(path: string): Buffer | string {
  if (!path.includes(REPLACEMENT) || existsSync(path)) return path;
  const folder = dirname(path) === path ? path : recoverPathBytes(dirname(path));
  if (!existsSync(folder)) return path;
  const name = readdirSync(folder, 'buffer').find((bytes) => bytes.toString() === basename(path));
  return name ? Buffer.concat([Buffer.from(folder), Buffer.from('/'), name]) : path;
}
