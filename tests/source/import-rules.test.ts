import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path/posix';
import { describe, expect, it } from 'vitest';

/**
 * What each folder of src/ may import, types included: whole folders, or single modules. A folder
 * inside one of them follows the rules of the outer one unless it is listed itself.
 */
const MAY_IMPORT: Record<string, string[]> = {
  model: [],
  engine: ['model'],
  redaction: ['model', 'engine'],
  intake: ['model', 'engine', 'redaction'],
  i18n: ['model', 'intake'],
  report: ['model', 'engine', 'redaction', 'intake', 'i18n'],
  // The cases of a guide say which cause and which first step a report shows, and the words of its
  // text are indexed as the search reads a query.
  compiler: [
    ...['model', 'engine', 'redaction', 'intake', 'report/format', 'report/applicable-parts.ts'],
    'search/tokenize',
  ],
  search: ['model', 'engine', 'i18n'],
  // Everything but the interface runs in the terminal too.
  'search/tokenize': ['model'],
  'search/index': ['model', 'search/numbers.ts', 'search/tokenize'],
  'search/rank': [
    ...['model', 'engine', 'intake', 'search/numbers.ts', 'search/tokenize', 'search/index'],
  ],
  analyzer: ['model', 'engine', 'redaction', 'intake', 'i18n', 'report', 'site/offline'],
  // Not report/index.ts, which awaits the interface texts: a worker that awaits something before it
  // listens loses the first messages.
  'analyzer/worker': [
    ...['model', 'engine', 'redaction', 'intake', 'report/format'],
    ...['report/redact-parts.ts', 'report/source-row.ts', 'report/truncate.ts'],
    'analyzer/schedule-task.ts',
  ],
  // `shindan explain` searches as the site does, and `diagnose --support` stores lines as the
  // analyzer's worker does, with the modules that need no DOM.
  cli: [
    ...['model', 'engine', 'redaction', 'intake', 'i18n', 'report', 'compiler'],
    ...['search/index', 'search/rank'],
    ...['analyzer/worker/analyzed-log.ts', 'analyzer/worker/line-buffer.ts'],
  ],
  // The build finds the content as the commands do.
  site: ['model', 'engine', 'i18n', 'report', 'compiler', 'search', 'analyzer', 'cli/root.ts'],
  package: ['model', 'engine', 'compiler', 'cli'],
};

const isUnitTest = (file: string): boolean => /\.test\.tsx?$/.test(file);
const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.(?:ts|tsx|astro)$/.test(file));
const files = sources.filter((file) => !isUnitTest(file));
const imports = new Map(files.map((file) => [file, importsOf(file)]));

describe('a file imports only what its folder may import', () => {
  it.each(files)('%s', (file) => {
    const folder = ruledFolder(file);
    const allowed = [folder, ...(MAY_IMPORT[folder] ?? [])];
    const forbidden = (imports.get(file) ?? []).filter(
      (target) => !allowed.some((path) => target === path || target.startsWith(`${path}/`)),
    );
    expect(forbidden).toEqual([]);
  });
});

/** Ways in which a test reads the real content, or logs beside the repository. */
const REAL_CONTENT = [
  /\b(?:open|load|read|check)(?:ContentLazily|Content|Folder)\(\s*(?:\)|process\.cwd)/,
  /\b(?:cpSync|readFileSync|readdirSync|existsSync)\(\s*['"`](?:\.\/)?content\b/,
  /['"`][^'"`\s]*(?:\bshared\/|\brun-shindan\.ts|\broot\.ts)/,
  /['"`]src\/cli\//,
];

it('unit tests read no real content: an edited guide breaks only tests in tests/', () => {
  const reading = sources.filter(isUnitTest).filter((file) => {
    const source = readFileSync(join('src', file), 'utf8');
    return REAL_CONTENT.some((pattern) => pattern.test(source));
  });
  expect(reading).toEqual([]);
});

it('only the compiler and the commands load the schemas; other code takes their types', () => {
  const loading = files.filter(
    (file) =>
      !/^(?:model\/schemas|compiler|cli)\/|\.d\.ts$/.test(file) &&
      importsOf(file, { types: false }).some((target) => target.startsWith('model/schemas/')),
  );
  expect(loading).toEqual([]);
});

it('no module is only for tests, because the package has no tests', () => {
  const users = Object.groupBy(
    sources.flatMap((file) => importsOf(file).map((target) => ({ file, target }))),
    ({ target }) => target,
  );
  const unused = files.filter((file) => users[file]?.every((user) => isUnitTest(user.file)));
  expect(unused).toEqual([]);
});

it('no module imports itself through others, not even for types', () => {
  expect(findCycles()).toEqual([]);
});

it('no module of the worker awaits at its top level, which would lose messages to it', () => {
  const reached = new Set(['analyzer/worker/worker.ts']);
  for (const file of reached)
    for (const target of importsOf(file, { types: false })) reached.add(target);
  const waiting = [...reached].filter((file) =>
    /^(?:export )?(?:(?:const|let) [^=\n]+= )?await /m.test(
      readFileSync(join('src', file), 'utf8'),
    ),
  );
  expect(reached.size).toBeGreaterThan(100);
  expect(waiting).toEqual([]);
});

/** Return the innermost folder of a file that has rules of its own. */
function ruledFolder(file: string): string {
  const folders = file.split('/').slice(0, -1);
  while (folders.length > 1 && !(folders.join('/') in MAY_IMPORT)) folders.pop();
  return folders.join('/');
}

/** Return the modules of src/ that a file imports, also dynamically or, with `types`, as types. */
function importsOf(file: string, { types } = { types: true }): string[] {
  const source = readFileSync(join('src', file), 'utf8');
  const read = types ? source : source.replaceAll(/(?:import|export) type [^;]*;/g, '');
  const specifiers = read.matchAll(/(?:\bfrom|\bimport|\bnew URL)[\s(]*['"](\.[^'"]+)['"]/g);
  return [...specifiers]
    .map(([, specifier = '']) => normalize(join(dirname(file), specifier)))
    .filter((target) => !target.startsWith('..'));
}

/** Return the import cycles found, each as the path from a module back to itself. */
function findCycles(): string[] {
  const cycles: string[] = [];
  const finished = new Set<string>();
  const visit = (file: string, path: string[]): void => {
    if (path.includes(file)) {
      cycles.push([...path.slice(path.indexOf(file)), file].join(' → '));
      return;
    }
    if (finished.has(file)) return;
    for (const target of imports.get(file) ?? []) visit(target, [...path, file]);
    finished.add(file);
  };
  for (const file of files) visit(file, []);
  return cycles;
}
