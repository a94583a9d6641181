import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { z } from 'zod';
import { slug } from '../model/schemas/fields.ts';
import { contentFolder } from './content-folder.ts';
import { MANUAL } from './package-folder.ts';
import type { Problem } from './problem.ts';

/** Files in content/ that are not content. */
const NOT_CONTENT = ['content/README.md', 'content/words.txt'];

/** Control, zero-width and bidirectional characters: they mislead readers and break search. */
const INVISIBLE =
  /[\u0001-\u0008\v\f\u000e-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;

/**
 * Reads the files of the content below a root, by their names `content/…`; those that
 * cannot be read are reported in `problems`.
 */
export class Files {
  readonly problems: Problem[] = [];
  readonly #folder: string;
  readonly #asked = new Set<string>();
  constructor(root: string) {
    this.#folder = contentFolder(root);
  }

  exists(path: string): boolean {
    return existsSync(this.#place(path));
  }

  /** List the subfolders of a required folder; their names become parts of URLs. */
  listFolders(path: string, name: z.ZodType = slug): string[] {
    const names = this.#list(path, true)
      .filter((item) => item.isDirectory() && !isIgnored(item.name))
      .map((item) => item.name)
      .sort();
    for (const folder of names) this.#checkName(`${path}/${folder}`, folder, name);
    return names;
  }

  /** List the files with an extension in an optional folder. */
  listFiles(path: string, extension: string): string[] {
    return this.#list(path, false)
      .filter(({ name }) => name.endsWith(extension) && !isIgnored(name))
      .map(({ name }) => name)
      .sort();
  }

  /**
   * List the YAML files of an optional folder without their extension; the names become parts of
   * URLs or are shown.
   */
  listSlugs(path: string): string[] {
    const slugs = this.listFiles(path, '.yaml').map((name) => name.slice(0, -'.yaml'.length));
    for (const name of slugs) this.#checkName(`${path}/${name}.yaml`, name, slug);
    return slugs;
  }

  /**
   * Read a file written by an author, without its byte order mark; report invisible characters.
   * `write` is the advice if it is missing.
   */
  readText(file: string, write: string): string | undefined {
    const text = this.readVerbatim(file, write)?.replace(/^\ufeff/, '');
    const hidden = text === undefined ? null : INVISIBLE.exec(text);
    if (text !== undefined && hidden) {
      const code = hidden[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
      this.problems.push({
        file,
        line: text.slice(0, hidden.index).split('\n').length,
        found: `U+${code}, an invisible character`,
        write: 'the text without it',
      });
    }
    return text;
  }

  /** Do not report a file as unread. */
  ignore(file: string): void {
    this.#asked.add(file);
  }

  /** Read a file unchanged. `write` is the advice if it is missing. */
  readVerbatim(file: string, write: string): string | undefined {
    this.#asked.add(file);
    try {
      const text = readFileSync(this.#place(file), 'utf8');
      const [before, after] = text.split(/[\ufffd\0]/, 2);
      if (after === undefined) return text;
      this.problems.push({
        file,
        line: before?.split('\n').length,
        found: 'bytes that are not valid UTF-8',
        write: 'the file saved as UTF-8',
      });
    } catch (error) {
      this.problems.push({
        file,
        ...describeFailure(error as NodeJS.ErrnoException, 'file', write),
      });
    }
    return undefined;
  }

  /**
   * Report files and folders that nothing has read: one with a wrong name would be skipped
   * silently.
   */
  reportUnread(): Problem[] {
    const used = new Set([...this.#asked].flatMap(ancestors));
    const all = existsSync(this.#folder)
      ? readdirSync(this.#folder, { recursive: true, withFileTypes: true })
          .filter((item) => !item.isDirectory())
          .map((item) => relative(this.#folder, join(item.parentPath, item.name)))
          .map((path) => `content/${path.replaceAll(sep, '/')}`)
      : [];
    const unexpected = all.filter(
      (file) =>
        !this.#asked.has(file) && !NOT_CONTENT.includes(file) && !file.split('/').some(isIgnored),
    );
    const places = new Set(
      unexpected.map(
        (file) =>
          ancestors(file)
            .reverse()
            .find((folder) => !used.has(folder)) ?? file,
      ),
    );
    return [...places].map((file) => ({
      file,
      found: 'a file or folder that nothing reads',
      write:
        `a name and place listed in ${MANUAL}; ` + 'to keep it anyway, a name that begins with _',
    }));
  }

  #place(path: string): string {
    return join(this.#folder, relative('content', path));
  }

  #list(path: string, needed: boolean) {
    this.#asked.add(path);
    try {
      return readdirSync(this.#place(path), { withFileTypes: true });
    } catch (error) {
      if (needed || (error as NodeJS.ErrnoException).code !== 'ENOENT')
        this.problems.push({
          file: path,
          ...describeFailure(
            error as NodeJS.ErrnoException,
            'folder',
            `the folder; ${MANUAL} describes it`,
          ),
        });
      return [];
    }
  }

  #checkName(file: string, name: string, schema: z.ZodType): void {
    const { error } = schema.safeParse(name);
    if (error)
      this.problems.push({
        file,
        found: `the name "${name}"`,
        write: error.issues[0]?.message ?? '',
      });
  }
}

/** Return whether a name belongs to a hidden, backup or draft file, which is ignored. */
function isIgnored(name: string): boolean {
  return /^[._]|~$/.test(name);
}

/** Return the folders that contain a file, the innermost first. */
function ancestors(file: string): string[] {
  const folder = dirname(file);
  return folder === '.' ? [] : [folder, ...ancestors(folder)];
}

function describeFailure(
  { code, message }: NodeJS.ErrnoException,
  kind: 'file' | 'folder',
  write: string,
): Pick<Problem, 'found' | 'write'> {
  if (code === 'ENOENT') return { found: `no such ${kind}`, write };
  if (code === 'EISDIR' || code === 'ENOTDIR')
    return { found: `a ${kind === 'file' ? 'folder' : 'file'} instead of a ${kind}`, write };
  return {
    found: `a ${kind} that cannot be read (${code ?? message})`,
    write: `a readable ${kind}`,
  };
}
