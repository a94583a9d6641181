import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Return the path of a file in the temporary folder, which is written if it does not exist yet. */
export function cachedFile(name: string, write: (file: string) => void): string {
  const folder = join(tmpdir(), 'shindan-bench');
  const file = join(folder, name);
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  // Write under another name first, so that an interrupted run leaves no partial log behind.
  write(`${file}.${process.pid}`);
  renameSync(`${file}.${process.pid}`, file);
  return file;
}
