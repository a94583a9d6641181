import { readdirSync, statSync, type Dirent, type Stats } from 'node:fs';
import { join } from 'node:path';
import type { TerminalText } from '../i18n/terminal.ts';
import { recoverPathBytes } from './recover-path.ts';

/** Return whether a path is a folder. */
export function isFolder(path: string): boolean {
  return statusOf(recoverPathBytes(path))?.isDirectory() === true;
}

/**
 * List the files in a folder and its subfolders, sorted by path. Links to folders are not followed,
 * because they may lead back.
 *
 * @param warn receives the reason for each file or folder that is left out
 * @param fail receives the reason for each folder that cannot be read
 */
export function listFolder(
  folder: string,
  text: TerminalText,
  warn: (message: string) => void,
  fail: (message: string) => void,
): string[] {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    fail(`${folder}${text.colon}${code === 'EACCES' ? text.forbidden : message}`);
    return [];
  }
  return entries
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.name.startsWith('.')) warn(`${path}${text.colon}${text.hidden}`);
      else if (entry.isDirectory()) return listFolder(path, text, warn, fail);
      else if (isFile(entry, path)) return [path];
      else warn(`${path}${text.colon}${text.notAFile}`);
      return [];
    });
}

function isFile(entry: Dirent, path: string): boolean {
  return entry.isFile() || (entry.isSymbolicLink() && statusOf(path)?.isFile() === true);
}

/** Return what a path leads to, or null if it leads nowhere, as circular links do. */
function statusOf(path: string | Buffer): Stats | null {
  try {
    return statSync(path);
  } catch {
    return null;
  }
}
