import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { z } from 'zod';
import { slug } from '../schemas/fields.ts';
import type { Problem } from './problem.ts';

/** What stands in content/ beside the content. */
const BESIDE = ['content/README.md', 'content/words.txt'];

/** Control characters, and what has no width or turns the direction of a text: on a page it deceives, in a search it finds nothing. */
const HIDDEN =
  /[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;

/** The files below a root, with what cannot be read of them in `problems`. */
export class Files {
  readonly problems: Problem[] = [];
  readonly #root: string;
  readonly #asked = new Set<string>();
  constructor(root: string) {
    this.#root = root;
  }

  has(path: string): boolean {
    return existsSync(join(this.#root, path));
  }

  /** The folders in a folder that has to be there; their names become addresses. */
  folders(path: string, name: z.ZodType = slug): string[] {
    const names = this.#list(path, true)
      .filter((item) => item.isDirectory() && !isLeftAlone(item.name))
      .map((item) => item.name)
      .sort();
    for (const folder of names) this.#needName(`${path}/${folder}`, folder, name);
    return names;
  }

  /** The files with an extension in a folder that need not be there. */
  files(path: string, extension: string): string[] {
    return this.#list(path, false)
      .filter(({ name }) => name.endsWith(extension) && !isLeftAlone(name))
      .map(({ name }) => name)
      .sort();
  }

  /** The YAML files of a folder, by names that become addresses or are shown. */
  slugs(path: string): string[] {
    const slugs = this.files(path, '.yaml').map((name) => name.slice(0, -'.yaml'.length));
    for (const name of slugs) this.#needName(`${path}/${name}.yaml`, name, slug);
    return slugs;
  }

  /** The text of a file that an author wrote, without a mark of its byte order; `write` says what is missing if it is not there. */
  text(file: string, write: string): string | undefined {
    const text = this.log(file, write)?.replace(/^\ufeff/, '');
    const hidden = text === undefined ? null : HIDDEN.exec(text);
    if (text !== undefined && hidden)
      this.problems.push({
        file,
        line: text.slice(0, hidden.index).split('\n').length,
        found: `U+${hidden[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}, a character that nobody sees`,
        write: 'the text without it',
      });
    return text;
  }

  /** The text of a file as it is. */
  log(file: string, write: string): string | undefined {
    this.#asked.add(file);
    try {
      const text = readFileSync(join(this.#root, file), 'utf8');
      const [before, after] = text.split(/[\ufffd\0]/, 2);
      if (after === undefined) return text;
      this.problems.push({
        file,
        line: before?.split('\n').length,
        found: 'bytes that are no text in UTF-8',
        write: 'the file saved as UTF-8',
      });
    } catch (error) {
      this.problems.push({ file, ...reasonOf(error as NodeJS.ErrnoException, 'file', write) });
    }
    return undefined;
  }

  /** What nobody has asked for: a folder or a file with a wrong name would be left out without a word. */
  unread(): Problem[] {
    const used = new Set([...this.#asked].flatMap(ancestors));
    const all = readdirSync(join(this.#root, 'content'), { recursive: true, withFileTypes: true })
      .filter((item) => !item.isDirectory())
      .map((item) =>
        join(item.parentPath, item.name).slice(join(this.#root, '/').length).replaceAll('\\', '/'),
      );
    const strange = all.filter(
      (file) =>
        !this.#asked.has(file) && !BESIDE.includes(file) && !file.split('/').some(isLeftAlone),
    );
    const places = new Set(
      strange.map(
        (file) =>
          ancestors(file)
            .reverse()
            .find((folder) => !used.has(folder)) ?? file,
      ),
    );
    return [...places].map((file) => ({
      file,
      found: 'what nothing reads',
      write:
        'a name and a place that content/README.md lists; to keep it beside the content, a name that begins with _',
    }));
  }

  #list(path: string, needed: boolean) {
    this.#asked.add(path);
    try {
      return readdirSync(join(this.#root, path), { withFileTypes: true });
    } catch (error) {
      if (needed || (error as NodeJS.ErrnoException).code !== 'ENOENT')
        this.problems.push({
          file: path,
          ...reasonOf(
            error as NodeJS.ErrnoException,
            'folder',
            'the folder, as content/README.md lists it',
          ),
        });
      return [];
    }
  }

  #needName(file: string, name: string, schema: z.ZodType): void {
    const { error } = schema.safeParse(name);
    if (error)
      this.problems.push({
        file,
        found: `the name "${name}"`,
        write: error.issues[0]?.message ?? '',
      });
  }
}

/** What editors and systems leave behind, and what an author sets aside. */
function isLeftAlone(name: string): boolean {
  return /^[._]|~$/.test(name);
}

/** The folders that a file stands in, the nearest first. */
function ancestors(file: string): string[] {
  const folder = dirname(file);
  return folder === '.' ? [] : [folder, ...ancestors(folder)];
}

function reasonOf(
  { code, message }: NodeJS.ErrnoException,
  kind: 'file' | 'folder',
  write: string,
): Pick<Problem, 'found' | 'write'> {
  if (code === 'ENOENT') return { found: `no such ${kind}`, write };
  if (code === 'EISDIR' || code === 'ENOTDIR')
    return { found: `a ${kind === 'file' ? 'folder' : 'file'} in the place of a ${kind}`, write };
  return {
    found: `a ${kind} that cannot be read (${code ?? message})`,
    write: `a ${kind} that may be read`,
  };
}
