import { appendFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentPath, loadContent, type Content, type Product } from '../../compiler/index.ts';
import { MESSAGE_COLUMNS } from '../../compiler/read-messages.ts';
import { catalogName } from '../../model/schemas/fields.ts';
import { escapeLine } from '../../report/format/index.ts';
import { countOf } from '../count-of.ts';
import { jsonLine } from '../json-line.ts';
import { isFolder } from '../list-folder.ts';
import { ROOT } from '../root.ts';
import { UsageError } from '../usage-error.ts';
import type { Arguments } from './arguments.ts';
import { compareRelease, type ReleaseChanges, type ReleaseSource } from './compare-release.ts';
import { templateOfFormat } from './format-strings.ts';
import { entryFiles } from './new-entry.ts';
import { createFolder } from './new-folder.ts';
import { isSource, readPrintedStrings, type SourceString } from './source-strings.ts';

/** Folders and files that are not part of the program: tests, examples, other projects. */
const OTHER_FOLDERS =
  /^(?:[._].*|tests?|testdata|fixtures|examples?|docs?|vendor|node_modules|third_party|deps|build|dist|target)$/;
const TEST_FILES = /(?:_test\.\w+|\.(?:test|spec)\.\w+|^test_.*\.py|Tests?\.(?:java|kt|cs))$/;

/**
 * Print the texts in which the source of a new version of a program differs from the messages of a
 * product, and the guides that they touch. With `--entries`, also create entries for the new ones.
 */
export function run({ values, positionals }: Arguments): number {
  const [folder, ...others] = positionals;
  if (folder === undefined || others.length > 0)
    throw new UsageError('name one folder with the source of the program');
  if (!isFolder(folder)) throw new UsageError(`${folder} is not a folder`);
  const content = loadContent(ROOT);
  const product = productNamed(content, values['product']);
  const source = readSources(folder, listOf(values['skip']));
  if (source.files.length === 0)
    throw new UsageError(`${folder} has no source code in a language that is known`);
  const changes = compareRelease(content, product, source);
  process.stdout.write(values['json'] ? jsonLine(changes) : renderChanges(changes, product));
  const { entries } = values;
  return typeof entries === 'string' ? createEntries(entries, changes, content, product) : 0;
}

function listOf(value: Arguments['values'][string]): string[] {
  return typeof value === 'string' ? value.split(',').map((name) => name.replace(/\/$/, '')) : [];
}

function productNamed({ products }: Content, name: Arguments['values'][string]): Product {
  const ids = products.map(({ id }) => id).join(', ');
  const product =
    name === undefined && products.length === 1
      ? products[0]
      : products.find(({ id }) => id === name);
  if (!product) throw new UsageError(`--product needs one of ${ids}`);
  return product;
}

/** Read the source code below a folder, without tests and without the folders to skip. */
function readSources(root: string, skipped: readonly string[]): ReleaseSource {
  const files = sourcesBelow(root, '', skipped);
  const code = files.map((file) => readFileSync(join(root, file), 'utf8'));
  return {
    files,
    code,
    strings: files.flatMap((file, index) => readPrintedStrings(code[index] ?? '', file)),
  };
}

function sourcesBelow(root: string, folder: string, skipped: readonly string[]): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((item) => {
      const path = folder === '' ? item.name : `${folder}/${item.name}`;
      if (skipped.includes(path)) return [];
      if (item.isDirectory())
        return OTHER_FOLDERS.test(item.name) ? [] : sourcesBelow(root, path, skipped);
      return item.isFile() && isSource(item.name) && !TEST_FILES.test(item.name) ? [path] : [];
    });
}

function renderChanges(changes: ReleaseChanges, { id }: Product): string {
  const { texts, added, changed, dead } = changes;
  const [printed, formatted] = [
    added.filter(({ isPrinted }) => isPrinted),
    added.filter(({ isPrinted }) => !isPrinted),
  ];
  const touched = (entry: string | null, guides: string[]): string =>
    [
      ...(entry === null ? [] : [`entry ${entry}`]),
      ...(guides.length === 0 ? [] : [`guides ${guides.join(', ')}`]),
    ].join('; ') || 'no entry';
  const found = ({ text, callee, file, line }: SourceString): string =>
    `  ${file}:${line}  ${callee}  ${shown(text)}`;
  const touchedOnes = [...changed, ...dead];
  const guides = new Set(touchedOnes.flatMap((change) => change.guides));
  const entries = new Set(touchedOnes.flatMap(({ entry }) => entry ?? []));
  return [
    ...section('New texts that the program prints:', printed.map(found)),
    ...section(
      'Perhaps new: texts that the program only formats. Some are never printed:',
      formatted.map(found),
    ),
    ...section(
      'Changed texts:',
      changed.flatMap(({ message, to, entry, guides: own }) => [
        `  ${message.id}  ${shown(message.text)}`,
        `    now ${to.file}:${to.line}  ${shown(to.text)}`,
        `    ${touched(entry, own)}`,
      ]),
    ),
    ...section(
      'May be dead: their words are in no file. Look at the source before you write `until`:',
      dead.flatMap(({ message, entry, guides: own }) => [
        `  ${message.id}  ${message.source}  ${shown(message.text)}`,
        `    ${touched(entry, own)}`,
      ]),
    ),
    ...section('To read again, and then to record with `shindan review facts PAGE...`:', [
      ...[...entries, ...guides].sort().map((page) => `  ${page}`),
    ]),
    `${countOf(texts, 'text')} compared with ${id}: ${printed.length} new, ${formatted.length} perhaps new, ` +
      `${changed.length} changed, ${dead.length} may be dead, ${countOf(guides.size, 'guide')} touched`,
    ...(added.length > 0
      ? ['A new text that no log shows gets a line with level `never` in messages.tsv.']
      : []),
    '',
  ].join('\n');
}

function section(title: string, rows: string[]): string[] {
  return rows.length === 0 ? [] : [title, ...rows, ''];
}

const MAX_SHOWN = 140;

function shown(text: string): string {
  const line = escapeLine(text.trim().replaceAll('\n', '\\n'));
  return JSON.stringify(line.length > MAX_SHOWN ? `${line.slice(0, MAX_SHOWN)}…` : line);
}

/** Create an entry for each new text that is printed, and list its message. */
function createEntries(
  catalog: string,
  { added }: ReleaseChanges,
  content: Content,
  product: Product,
): number {
  const { error } = catalogName.safeParse(catalog);
  if (error || !product.yaml.catalogs.includes(catalog))
    throw new UsageError(`--entries needs one of ${product.yaml.catalogs.join(', ')}`);
  const taken = new Set([
    ...product.messages.map(({ id }) => id),
    ...content.entries.map(({ slug }) => slug),
  ]);
  const codes = added
    .filter(({ isPrinted, text }) => isPrinted && !text.trim().includes('\n'))
    .map(({ text, callee, file, line }) => {
      const id = unusedName(text, taken);
      const level = levelOf(callee);
      const source = `${file}:${line}`;
      const row = [id, level ?? '-', '-', '-', source, text.trim().replaceAll('\t', ' ')];
      const code = createFolder(`content/catalogs/${catalog}/${id}`, () =>
        entryFiles(`${catalog}/${id}`, content, {
          template: templateOfFormat(text),
          messages: [id],
          level,
          source,
        }),
      );
      if (code === 0) addMessage(product, row);
      return code;
    });
  return Math.max(0, ...codes);
}

/** Add a line to the messages of a product, below the names of the columns. */
function addMessage({ id }: Product, row: string[]): void {
  const file = contentPath(ROOT, `content/products/${id}/messages.tsv`);
  const rows = existsSync(file) ? [row] : [MESSAGE_COLUMNS, row];
  appendFileSync(file, rows.map((cells) => `${cells.join('\t')}\n`).join(''));
}

const MAX_WORDS = 4;

/** Return an unused name made of the first words of a text, and mark it as taken. */
function unusedName(text: string, taken: Set<string>): string {
  const words = text
    .toLowerCase()
    .replace(/%\S*/g, ' ')
    .match(/[a-z][a-z0-9]+/g) ?? ['message'];
  const name = words.slice(0, MAX_WORDS).join('-');
  let own = name;
  for (let number = 2; taken.has(own); number++) own = `${name}-${number}`;
  taken.add(own);
  return own;
}

/** Levels by words in the name of the function that logs. */
const LEVELS = [
  [/crit|fatal|panic|emerg/i, 'CRITICAL'],
  [/warn/i, 'WARNING'],
  [/(?<!fmt\.)(?<!errors\.)err/i, 'ERROR'],
  [/info|notice/i, 'INFO'],
  [/debug/i, 'DEBUG'],
  [/trace/i, 'TRACE'],
] as const;

function levelOf(callee: string): string | undefined {
  if (!/log/i.test(callee)) return undefined;
  return LEVELS.find(([pattern]) => pattern.test(callee))?.[1];
}
