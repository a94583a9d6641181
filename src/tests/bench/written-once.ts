import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Return a file of the system's temporary folder, written on first use and kept for the next run. */
export function writtenOnce(name: string, write: (file: string) => void): string {
  const folder = join(tmpdir(), 'shindan-bench');
  const file = join(folder, name);
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  // Under another name until it is whole: a run that was stopped leaves no half log behind.
  write(`${file}.${process.pid}`);
  renameSync(`${file}.${process.pid}`, file);
  return file;
}
