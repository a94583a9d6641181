import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Problem } from './problem.ts';

/** The name of the folder in the names of its files. */
const CONTENT = 'content/';

/**
 * Return the content folder of a root: `content/` in it, or the root itself, which may have any
 * name.
 */
export function contentFolder(root: string): string {
  const inside = join(root, 'content');
  return existsSync(join(root, 'site.yaml')) || !existsSync(inside) ? root : inside;
}

/**
 * Return the path of a file or folder below a root. The content folder is given as `content/`, even
 * if it has another name.
 */
export function contentPath(root: string, file: string): string {
  return file.startsWith(CONTENT)
    ? join(contentFolder(root), file.slice(CONTENT.length))
    : join(root, file);
}

/** Replace `content/` in the place of each problem by the folder's real name. */
export function withRealNames(root: string, problems: readonly Problem[]): Problem[] {
  const name = basename(contentFolder(root));
  return problems.map((problem) => ({
    ...problem,
    file: problem.file.startsWith(CONTENT)
      ? `${name}/${problem.file.slice(CONTENT.length)}`
      : problem.file,
  }));
}
