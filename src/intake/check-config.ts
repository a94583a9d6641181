import { type TableFault, checkTables } from './check-tables.ts';
import { maskSecrets } from '../redaction/mask-secrets.ts';
import { type ConfigInspection, type ConfigProblem, EFFECTS } from '../model/inspection.ts';
import type { ConfigDocument, Section } from './config-document.ts';
import type { ConfigReader } from './config-reader.ts';
import { closestWord } from './closest-word.ts';
import { probableLine } from './corrected-line.ts';
import { uncheckedFault } from './check-value.ts';
import { tomlReader } from './parse-with-repairs.ts';
import { environmentReader } from './read-environment.ts';
import { isOneOf } from '../engine/index.ts';
import type { Settings } from '../model/settings.ts';
import { buildSettingTree, followPath } from './settings-tree.ts';

/** The encoding that the bytes of a file were decoded from. */
export type Encoding = 'utf-8' | 'utf-16' | 'unknown';

const MAX_PROBLEMS = 100;

/** What is known about a configuration file besides its text. */
interface Circumstances {
  /** The program's version, if a log names it; settings that are newer are reported. */
  version: string | null;
  /** Whether the text is a whole file; lines that were pasted may be a part of one. */
  isFile?: boolean;
  /** Whether it was quoted in other text, so that it need not have all settings. */
  isQuoted?: boolean;
  /** The reader for the format of the file. */
  reader?: ConfigReader;
}

/**
 * Return the reader for the format of a configuration. The parser of YAML is large, so it is loaded
 * only if it is needed.
 */
export async function readerOf({ format, environment }: Settings): Promise<ConfigReader> {
  if (format === 'toml') return tomlReader;
  if (format === 'environment') return environmentReader(environment?.prefix ?? '');
  try {
    return (await import('./read-yaml.ts')).yamlReader;
  } catch {
    return UNREADABLE;
  }
}

/** Reads nothing: without a network, a browser may be unable to load the parser. */
const UNREADABLE: ConfigReader = {
  read: () => ({
    document: null,
    faults: [uncheckedFault({ line: 1, column: 1, length: 1 }, 'parser', 0)],
  }),
};

/** Check the text of a configuration file. */
export function checkConfig(
  text: string,
  encoding: Encoding,
  settings: Settings,
  { version, isFile = true, isQuoted = false, reader = tomlReader }: Circumstances,
): ConfigInspection {
  // The programs accept a byte order mark, the parsers here do not.
  const lines = text
    .replace(/^\ufeff/, '')
    .split('\n')
    .map((line) => line.replace(/\r$/, ''));
  const finish = (
    faults: TableFault[],
    whole: boolean,
    plugins = { metrics: 0, checks: 0, metadata: 0 },
  ): ConfigInspection => ({
    kind: 'config',
    problems: faults
      .slice(0, MAX_PROBLEMS)
      .flatMap((fault) => toProblem(fault, lines, settings, reader) ?? [])
      .sort(
        (a, b) =>
          EFFECTS.indexOf(a.effect) - EFFECTS.indexOf(b.effect) ||
          a.line - b.line ||
          a.column - b.column,
      ),
    lines: lines.length,
    whole,
    plugins,
  });
  const first = { line: 1, column: 1, length: 1 };
  if (encoding === 'utf-16' && settings.problems.encoding)
    return finish([{ code: 'encoding', place: first, found: 'UTF-16', expected: 'UTF-8' }], false);
  const broken = encoding === 'unknown' ? lines.findIndex((line) => line.includes('\ufffd')) : -1;
  if (broken >= 0)
    return finish(
      [
        {
          code: 'encoding',
          place: {
            line: broken + 1,
            column: (lines[broken] ?? '').indexOf('\ufffd') + 1,
            length: 1,
          },
          found: null,
          expected: 'UTF-8',
        },
      ],
      false,
    );
  const { document, faults } = reader.read(lines, settings);
  if (document === null) return finish(faults, false);
  const isExcerpt = !isFile && !namesRequired(lines, settings);
  const placed = isExcerpt ? withLostTable(document, settings) : document;
  const tables = checkTables(placed, settings, version, isExcerpt);
  return finish(
    [
      ...faults,
      ...tables.faults.filter(({ code }) => !(isQuoted && isExcerpt && code === 'missing-here')),
    ],
    true,
    placed === document ? tables.plugins : undefined,
  );
}

/** Maximum number of settings that are put into a table whose header is lost. */
const MAX_LOST = 20;

/**
 * Put the first settings of an excerpt that lost the header of their table into the table that has
 * most of their names, even if they are misspelled. If one of them belongs at the top of the file,
 * no header is lost.
 */
function withLostTable(document: ConfigDocument, settings: Settings): ConfigDocument {
  const tree = buildSettingTree(settings);
  const isOfTop = (path: readonly string[]): boolean => followPath(tree, path).known > 0;
  const end = document.sections.find(({ path }) => isOfTop(path))?.place.line ?? Infinity;
  const first = document.entries.filter(({ place }) => place.line < end);
  if (first.length > MAX_LOST || first.some(({ path }) => isOfTop(path))) return document;
  const tables = settings.settings.flatMap(({ paths }) =>
    paths.map((path) => path.split('.').slice(0, -1)),
  );
  const known = (table: readonly string[]): number => {
    const names = [...followPath(tree, table).node.children.keys()];
    return first.filter(({ path: [name = ''] }) => closestWord(name, names) !== null).length;
  };
  const lost = tables.reduce<string[]>(
    (best, table) => (known(table) > known(best) ? table : best),
    [],
  );
  if (lost.length === 0) return document;
  const placed = <Part extends Section>(part: Part): Part =>
    part.place.line < end ? { ...part, path: [...lost, ...part.path] } : part;
  return { entries: document.entries.map(placed), sections: document.sections.map(placed) };
}

/**
 * Return whether a line, even a comment, has a required top-level setting, which shows that the
 * lines include the top of the file.
 */
function namesRequired(lines: readonly string[], { settings }: Settings): boolean {
  const names = settings.flatMap(({ required, paths }) =>
    required ? paths.filter((path) => !path.includes('.')) : [],
  );
  return lines.some((line) => {
    const key = /^[\s#]*([\w-]+)\s*[=＝]/.exec(line)?.[1];
    return key !== undefined && names.includes(key);
  });
}

/** Describe a fault; null if the settings of the product do not list it as a problem. */
function toProblem(
  fault: TableFault,
  lines: string[],
  { problems }: Settings,
  reader: ConfigReader,
): ConfigProblem | null {
  const { code, place, found, expected, detail, key, setting, guide, effect } = fault;
  const cost = problems[code];
  if (!cost) return null;
  const source = lines[place.line - 1] ?? '';
  const [usual = null] =
    Object.entries(cost.causes ?? {}).find(([, where]) => hasValues(fault, where)) ?? [];
  const isUsualGuide = guide === undefined || guide === cost.guide;
  const corrected = fault.write ?? reader.correct?.(source, fault) ?? null;
  const problem = {
    code,
    effect: effect ?? cost.effect,
    guide: guide ?? cost.guide ?? null,
    cause: fault.cause ?? (isUsualGuide ? usual : null),
    ...place,
    excerpt: maskSecrets(source).slice(0, 300),
    key: key === undefined ? null : maskSecrets(key),
    setting: setting ?? null,
    found: found === null ? null : maskSecrets(found).slice(0, 200),
    expected: expected === undefined ? null : maskSecrets(expected),
    write: corrected === null ? null : maskSecrets(corrected),
    detail: detail ?? null,
  };
  return { ...problem, probable: corrected === null ? probableLine(problem) : null };
}

/** Return whether a fault has one of the accepted values in each of the fields. */
function hasValues(
  fault: TableFault,
  where: Partial<Record<'found' | 'expected' | 'detail', string[]>>,
): boolean {
  return (['found', 'expected', 'detail'] as const).every((field) => {
    const [accepted, value] = [where[field], fault[field] ?? null];
    return accepted === undefined || (value !== null && isOneOf(value, accepted));
  });
}
