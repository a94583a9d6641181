import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { contentPath, type Content } from '../../compiler/index.ts';
import { LANGUAGES, type Language } from '../../model/languages.ts';
import { ROOT } from '../root.ts';

/** The files of a new folder, by their paths in it. */
export type NewFiles = Record<string, string>;

/**
 * Write the files of a folder that does not exist yet, and print what is to be done.
 *
 * @param place the path of the folder, whose name is printed; by default that in the content
 * @returns the exit code
 */
export function createFolder(
  folder: string,
  files: () => NewFiles,
  place = contentPath(ROOT, folder),
): number {
  if (existsSync(place)) {
    process.stderr.write(`${folder} already exists\n`);
    return 1;
  }
  const written = files();
  writeFiles(place, written);
  const gaps =
    Object.values(written)
      .join('\n')
      .match(/\bGAP\b/g)?.length ?? 0;
  process.stdout.write(
    `${folder}: ${gaps === 0 ? '' : 'replace each GAP, then '}run npx shindan check\n`,
  );
  return 0;
}

/** Write files below a folder. */
export function writeFiles(folder: string, files: NewFiles): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
}

/** Join the lines of a text file. */
export function textOf(...lines: string[]): string {
  return `${lines.join('\n')}\n`;
}

/** Return the field of a page that says that it was checked today, against the newest release. */
export function checkedLine(product: Content['products'][number] | undefined): string {
  const version = Object.keys(product?.yaml.releases ?? {}).at(-1);
  const date = `date: "${new Date().toISOString().slice(0, 10)}"`;
  return `checked: { ${version === undefined ? '' : `version: "${version}", `}${date} }`;
}

/** Return the languages of a site; all of the interface, if its site.yaml is broken. */
export function languagesOf({ site }: Partial<Pick<Content, 'site'>>): readonly Language[] {
  return site?.languages ?? LANGUAGES;
}
