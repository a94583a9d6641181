import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname } from 'node:path';

const REPLACEMENT = '\ufffd';

/**
 * Find the bytes of a path that is not UTF-8. Node hands over arguments as text, with U+FFFD for such bytes; the file is
 * the one in its folder whose name reads the same.
 */
export function undecoded(path: string): Buffer | string {
  if (!path.includes(REPLACEMENT) || existsSync(path)) return path;
  const folder = dirname(path) === path ? path : undecoded(dirname(path));
  if (!existsSync(folder)) return path;
  const name = readdirSync(folder, 'buffer').find((bytes) => bytes.toString() === basename(path));
  return name ? Buffer.concat([Buffer.from(folder), Buffer.from('/'), name]) : path;
}
