import { compareVersions } from '../engine/answers/version.ts';
import { checkValue, type Fault } from './check-value.ts';
import { closestWord } from './closest-word.ts';
import type { ConfigEntry, TextPosition, Section, ConfigDocument } from './config-document.ts';
import type { ConfigInspection, ConfigProblem } from '../model/inspection.ts';
import type { Setting, Settings } from '../model/settings.ts';
import { followPath, pathsOfSetting, buildSettingTree, type SettingNode } from './settings-tree.ts';

interface Context extends Omit<Settings, 'file'> {
  top: SettingNode;
  /** Return a path as a key of `entries` and `sections`. */
  keyOf: (path: readonly string[]) => string;
  document: ConfigDocument;
  /** By full path. */
  entries: Map<string, ConfigEntry>;
  sections: Set<string>;
  /** The first section of each path, by its exact path. */
  written: Map<string, Section>;
}

/** An example in place of an API key. A masked key (`***`) is not one. */
const PLACEHOLDER = /^\W{0,2}your\b|^\W{0,2}your[_-]|^\$\{?\w+\}?$|\S\s+\S/i;

/**
 * Check the keys and values of a configuration, and find missing settings.
 *
 * @param isExcerpt whether it may be a part of a file, whose top-level settings are in the rest
 */
export function checkTables(
  document: ConfigDocument,
  settings: Settings,
  version: string | null,
  isExcerpt: boolean,
): { faults: TableFault[]; plugins: ConfigInspection['plugins'] } {
  const keyOf = settings.format === 'toml' ? lower : joined;
  const context: Context = {
    ...settings,
    keyOf,
    top: buildSettingTree(settings),
    document,
    entries: new Map(document.entries.map((entry) => [keyOf(entry.path), entry])),
    sections: new Set(document.sections.map(({ path }) => keyOf(path))),
    written: new Map(
      document.sections.map((section) => [exact(section.path), section] as const).reverse(),
    ),
  };
  const withEntries = tablesAbove(document.entries, keyOf);
  const found = firstById([
    ...document.entries.flatMap((entry) => checkEntry(entry, version, context)),
    ...document.sections.flatMap((section) => checkSection(section, withEntries, context)),
  ]);
  const all = [
    ...found,
    ...findMissing(context, found, isExcerpt),
    ...findOverridden(context),
    ...findAlternatives(context, isExcerpt),
  ];
  return {
    faults: settings.format === 'toml' ? all : all.map(withYamlTypes),
    plugins: countPlugins(document),
  };
}

/** A fault, and what it is about: of several with the same id, only the first is reported. */
type IdentifiedFault = readonly [id: string, fault: TableFault];

function firstById(faults: readonly IdentifiedFault[]): TableFault[] {
  const byId = new Map<string, TableFault>();
  for (const [id, fault] of faults) if (!byId.has(id)) byId.set(id, fault);
  return [...byId.values()];
}

function checkEntry(
  entry: ConfigEntry,
  version: string | null,
  context: Context,
): IdentifiedFault[] {
  const { path } = entry;
  const { node, known } = followPath(context.top, path);
  const key = path.join('.');
  if (known < path.length) {
    const id = path.slice(0, node.setting ? known : known + 1).join('.');
    return [[id, unknownKey(entry, node, known, context)]];
  }
  if (node.setting)
    return checkSetting(entry, node.setting, version).map((fault) => [
      `${key} ${fault.code} ${fault.place.line}:${fault.place.column}`,
      fault,
    ]);
  const fault = tableExpected(entry, context);
  if (!fault) return [];
  return [[fault.code === 'section-name' ? `[${fault.found}]` : key, fault]];
}

/** Check a section. An unknown section is reported only if none of its entries is reported. */
function checkSection(
  { path, place, isList }: Section,
  withEntries: ReadonlySet<string>,
  context: Context,
): IdentifiedFault[] {
  const { node, known } = followPath(context.top, path);
  const key = path.join('.');
  if (known < path.length) {
    if (withEntries.has(context.keyOf(path))) return [];
    const id = path.slice(0, known + 1).join('.');
    return [[id, unknownKey({ path, place }, node, known, context)]];
  }
  if (node.setting)
    return [[key, { code: 'type', place, found: 'table', expected: node.setting.type, key }]];
  const expected = { expected: 'table', key, write: `[${key}]` };
  return isList ? [[key, { code: 'type', place, found: 'array', ...expected }]] : [];
}

function checkSetting(
  { path, place, value }: ConfigEntry,
  setting: Setting,
  version: string | null,
): TableFault[] {
  const key = path.join('.');
  const faults: TableFault[] = checkValue(setting, value).map((fault) => ({
    ...fault,
    key,
    setting: pathOf(setting, path),
    ...(fault.code === 'value' && {
      ...(setting.guide && { guide: setting.guide }),
      ...(setting.cause && { cause: setting.cause }),
      ...(setting.effect && { effect: setting.effect }),
    }),
    ...(setting.secret && fault.code !== 'type' && { found: null }),
  }));
  if (setting.secret && value.kind === 'string' && isPlaceholder(value.text, path.at(-1) ?? ''))
    faults.push({
      code: 'value',
      place: value.place,
      found: null,
      key,
      ...(setting.guide && { guide: setting.guide }),
      ...(setting.cause && { cause: setting.cause }),
    });
  if (
    setting.since !== undefined &&
    version !== null &&
    compareVersions(version, setting.since) < 0
  )
    faults.push({
      code: 'too-new',
      place,
      found: version,
      expected: setting.since,
      key,
      setting: pathOf(setting, path),
    });
  return faults;
}

/** Return whether a secret is an example in its place, such as the name of its own setting. */
function isPlaceholder(text: string, name: string): boolean {
  const letters = (word: string): string => word.toLowerCase().replace(/[^a-z]/g, '');
  return PLACEHOLDER.test(text) || letters(text) === letters(name);
}

/** Explain an unknown key: misspelled, in the wrong table, below a plugin whose name has a dot. */
function unknownKey(
  { path, place }: { path: string[]; place: TextPosition },
  node: SettingNode,
  known: number,
  context: Context,
): TableFault {
  const key = path.join('.');
  const [above, name = '', leaf = ''] = [path.slice(0, known), path[known], path.at(-1)];
  if (node.setting)
    return {
      code: 'type',
      place: sectionOf(context, path)?.place ?? place,
      found: 'table',
      expected: node.setting.type,
      key: above.join('.'),
    };
  const places = (known === path.length - 1 ? pathsOfSetting(context.settings, leaf) : []).filter(
    (other) => !isAt(path, other.split('.')),
  );
  const ofSibling = places.find((other) => isBelowSibling(path, other.split('.')));
  if (ofSibling !== undefined)
    return { code: 'other-plugins', place, found: leaf, expected: ofSibling, key };
  const table = [...above, name];
  const tableOfSibling = findSiblingTable(context, table);
  if (tableOfSibling !== undefined)
    return {
      code: 'other-plugins',
      place: known < path.length - 1 ? (sectionOf(context, path)?.place ?? place) : place,
      found: name,
      expected: tableOfSibling,
      key: table.join('.'),
    };
  if (places.length > 0)
    return {
      code: 'wrong-table',
      place,
      found: above.length > 0 ? tableName(context, above.join('.')) : null,
      expected: places.map((other) => tableName(context, other)).join(', '),
      key,
      ...missingInstead(context, [leaf.toLowerCase()]),
    };
  // In YAML, each table on the path has a position of its own.
  const unknown =
    context.format === 'yaml'
      ? context.written.get(exact(path.slice(0, known + 1)))?.place
      : undefined;
  const near = closestWord(name, [...node.children.keys()]);
  if (near !== null)
    return {
      code: 'unknown-key',
      place:
        unknown ?? (known < path.length - 1 ? (sectionOf(context, path)?.place ?? place) : place),
      found: path.slice(0, known + 1).join('.'),
      expected: [...above, near].join('.'),
      key,
      ...settingAt(context, [...above, near]),
      ...missingInstead(context, [...above, near]),
    };
  const isNamed = followPath(context.top, above.slice(0, -1)).node.anyName === node;
  const isDotted = isNamed && followPath(context.top, [...above, leaf]).node.setting !== null;
  if (isDotted)
    return {
      code: 'dotted-name',
      place: sectionOf(context, path)?.place ?? place,
      found: path.slice(known - 1, -1).join('.'),
      expected: path.slice(known - 1, -1).join('-'),
      key,
      ...(isMissing(context, [...above, 'command'])
        ? { missingKey: [...above, 'command'].join('.') }
        : { effect: 'refused' as const }),
    };
  return {
    code: 'unknown-key',
    place: unknown ?? place,
    found: path.slice(0, known + 1).join('.'),
    key,
  };
}

/** Return the setting at a path, if there is one, as a part of a fault. */
function settingAt({ top }: Context, path: string[]): Partial<TableFault> {
  const { setting } = followPath(top, path).node;
  return setting ? { setting: pathOf(setting, path) } : {};
}

/** Return the path of a setting that matches a key, as the content writes it. */
function pathOf({ paths }: Setting, path: string[]): string {
  return paths.find((pattern) => isAt(path, pattern.split('.'))) ?? paths[0] ?? path.join('.');
}

/**
 * If the intended key is required and missing, this fault is the reason. Return the effect and the
 * guide of the missing key, which are then those of this fault.
 */
function missingInstead({ problems, ...context }: Context, path: string[]): Partial<TableFault> {
  if (!followPath(context.top, path).node.setting?.required || !isMissing(context, path)) return {};
  const cost = problems[path.length === 1 ? 'missing' : 'command-missing'];
  return { missingKey: path.join('.'), ...cost };
}

/** Report plugin keys directly below `[plugin.metrics]`, or a value where a table must be. */
function tableExpected({ path, place, value }: ConfigEntry, context: Context): TableFault | null {
  const key = path.join('.');
  const above = followPath(context.top, path.slice(0, -1)).node;
  const leaf = path.at(-1) ?? '';
  if (above.anyName?.children.has(leaf))
    return {
      code: 'section-name',
      place: sectionOf(context, path)?.place ?? place,
      found: tableName(context, path.slice(0, -1).join('.')),
      expected: `${path.slice(0, -1).join('.')}.NAME`,
      key,
    };
  return value.kind === 'table'
    ? null
    : { code: 'type', place: value.place, found: value.kind, expected: 'table', key };
}

/** Find missing required settings, at the top level and in each section below a `*`. */
function findMissing(context: Context, found: TableFault[], isExcerpt: boolean): TableFault[] {
  const { document, settings } = context;
  const covered = new Set(found.map(({ missingKey }) => missingKey));
  return settings
    .filter(({ required }) => required)
    .flatMap(({ paths }) => paths)
    .flatMap((pattern) => {
      const tables = pattern.split('.');
      const name = tables.pop() ?? '';
      const lacksName = (path: string[]): boolean =>
        isMissing(context, [...path, name]) && !covered.has([...path, name].join('.'));
      if (tables.length === 0) return lacksName([]) ? [missingAtTop(name, context, isExcerpt)] : [];
      const mayBeCut = (path: string[]): boolean =>
        isExcerpt && context.format === 'yaml' && isLast(document, path);
      return sectionsLike(document, tables)
        .filter(({ path }) => lacksName(path) && !mayBeCut(path))
        .map(({ path, place }): TableFault => ({
          code: 'command-missing',
          place,
          found: tableName(context, path.join('.')),
          expected: name,
          key: [...path, name].join('.'),
        }));
    });
}

/** Report a missing top-level setting, which may also be in a part or a file that is not here. */
function missingAtTop(name: string, context: Context, isExcerpt: boolean): TableFault {
  const { document, entries, top } = context;
  const fault = { expected: name, key: name };
  const start = { line: 1, column: 1, length: 1 };
  const others = filesSetting(context);
  // A file with named tables only is probably one of the further files.
  const isPart =
    others !== null &&
    document.sections.length > 0 &&
    document.sections.every(({ path: [table = ''] }) => hasNames(top, table)) &&
    document.entries.every(({ path }) => path.length > 1);
  if (isPart) return { code: 'missing-here', place: start, found: 'plugin', ...fault };
  const isElsewhere = others !== null && entries.has(others);
  if (isExcerpt && !isElsewhere)
    return { code: 'missing-here', place: start, found: 'excerpt', ...fault };
  const code = isElsewhere ? 'missing-here' : 'missing';
  return { code, place: entries.get(name)?.place ?? start, found: null, ...fault };
}

/** Return a table's name as a fault mentions it: in YAML it ends with a colon. */
function tableName({ format }: Context, path: string): string {
  return format === 'yaml' ? `${path}:` : path;
}

/** Return whether nothing follows a table, so that the rest of it may be cut off. */
function isLast({ entries, sections }: ConfigDocument, path: readonly string[]): boolean {
  const lineOf = (items: readonly (ConfigEntry | Section)[]): number =>
    Math.max(0, ...items.map(({ place }) => place.line));
  const isInside = (item: ConfigEntry | Section): boolean =>
    path.every((name, index) => item.path[index] === name);
  const all = [...entries, ...sections];
  return lineOf(all) === lineOf(all.filter(isInside));
}

/** Return whether a path is a setting's path, ignoring upper and lower case. */
function isAt(path: readonly string[], other: readonly string[]): boolean {
  return (
    path.length === other.length &&
    other.every((name, index) => name === '*' || name.toLowerCase() === path[index]?.toLowerCase())
  );
}

/** Check that a table has exactly one of the settings or tables that exclude each other. */
function findAlternatives(context: Context, isExcerpt: boolean): TableFault[] {
  const { document, alternatives, keyOf } = context;
  return alternatives.flatMap((group): TableFault[] => {
    const names = group.map((path) => path.split('.'));
    const table = names[0]?.slice(0, -1) ?? [];
    const above = document.sections.find(({ path }) => keyOf(path) === keyOf(table));
    if (!above) return [];
    const all = [...document.sections, ...document.entries];
    const written = names.flatMap(
      (path) => all.find((item) => keyOf(item.path) === keyOf(path)) ?? [],
    );
    const [first, second] = written.sort((a, b) => a.place.line - b.place.line);
    if (second || (!first && !(isExcerpt && isLast(document, table))))
      return [
        {
          code: 'alternatives',
          place: (second ?? above).place,
          found: second?.path.at(-1) ?? null,
          expected: names.map((path) => path.at(-1)).join(', '),
          key: table.join('.'),
        },
      ];
    return [];
  });
}

/** The YAML names of types, which faults name as TOML does. */
const YAML_TYPES: Partial<Record<string, string>> = {
  string: 'text',
  pattern: 'text',
  table: 'mapping',
};

function withYamlTypes(fault: TableFault): TableFault {
  if (fault.code !== 'type') return fault;
  const { found, expected = '' } = fault;
  return {
    ...fault,
    found: YAML_TYPES[found ?? ''] ?? found,
    expected: YAML_TYPES[expected] ?? expected,
  };
}

/** Return the setting that names further configuration files; null if the product has none. */
function filesSetting({ settings }: Context): string | null {
  return settings.find(({ format }) => format === 'files')?.paths[0] ?? null;
}

/** Return whether the user names tables below a top-level table. */
function hasNames(top: SettingNode, table: string): boolean {
  return [...(top.children.get(table)?.children.values() ?? [])].some(
    ({ anyName }) => anyName?.children.size,
  );
}

/** Return whether a setting belongs to tables like the one at a path, but of another kind. */
function isBelowSibling(path: readonly string[], other: readonly string[]): boolean {
  return (
    other.length === path.length && other[0] === path[0] && other.length > 2 && other.at(-2) === '*'
  );
}

/** Return the path of a table that only plugins of another kind have, if this is its name. */
function findSiblingTable({ settings }: Context, path: readonly string[]): string | undefined {
  return settings
    .flatMap(({ paths }) => paths)
    .map((other) => other.split('.').slice(0, path.length))
    .find((other) => isBelowSibling(path, other) && other.at(-1) === path.at(-1))
    ?.join('.');
}

/** Find settings that another setting of the same table overrides. */
function findOverridden({ document, top, entries, keyOf }: Context): TableFault[] {
  return document.entries.flatMap(({ path, place, value }): TableFault[] => {
    const overridden = followPath(top, path).node.setting?.overridden;
    if (!overridden) return [];
    const { by, max } = overridden;
    const other = entries.get(keyOf([...path.slice(0, -1), by]));
    return other?.value.text === 'true' && value.number > max
      ? [{ code: 'attempts', place, found: value.text, expected: String(max), key: path.join('.') }]
      : [];
  });
}

function isMissing(
  { entries, sections, keyOf }: Pick<Context, 'entries' | 'sections' | 'keyOf'>,
  path: string[],
): boolean {
  const entry = entries.get(keyOf(path));
  // An empty command counts as present: it does nothing, but does not prevent the start.
  return entry === undefined
    ? !sections.has(keyOf(path))
    : path.length === 1 && entry.value.kind === 'string' && entry.value.text === '';
}

/** Return the tables that match a path with `*`, each where it first appears. */
function sectionsLike({ sections, entries }: ConfigDocument, pattern: string[]): Section[] {
  const named = new Map<string, Section>();
  const add = ({ path, place }: Section): void => {
    const own = path.slice(0, pattern.length);
    if (
      own.length === pattern.length &&
      pattern.every((name, index) => name === '*' || name === own[index]) &&
      !named.has(own.join('.'))
    )
      named.set(own.join('.'), { path: own, place });
  };
  for (const section of sections) add(section);
  for (const { path, place } of entries) if (path.length > pattern.length) add({ path, place });
  return [...named.values()];
}

/** Return the innermost section that contains a path. */
function sectionOf({ written }: Context, path: string[]): Section | undefined {
  for (let length = path.length - 1; length > 0; length--) {
    const section = written.get(exact(path.slice(0, length)));
    if (section) return section;
  }
  return undefined;
}

/** Collect the names of all tables that contain an entry at any depth. */
function tablesAbove(entries: readonly ConfigEntry[], keyOf: Context['keyOf']): Set<string> {
  const tables = new Set<string>();
  for (const { path } of entries) {
    for (let length = path.length - 1; length >= 0; length--) {
      const table = keyOf(path.slice(0, length));
      // The tables above it were added along with it.
      if (tables.has(table)) break;
      tables.add(table);
    }
  }
  return tables;
}

const joined = (path: readonly string[]): string => path.join('.');
const lower = (path: readonly string[]): string => joined(path).toLowerCase();
/** JSON distinguishes a name that contains a dot from two names. */
const exact = (path: readonly string[]): string => JSON.stringify(path);

function countPlugins(document: ConfigDocument): ConfigInspection['plugins'] {
  const count = (kind: string): number => sectionsLike(document, ['plugin', kind, '*']).length;
  return { metrics: count('metrics'), checks: count('checks'), metadata: count('metadata') };
}

/** A fault; the caller adds the line and, unless the fault has one of its own, the effect. */
export interface TableFault extends Fault {
  key?: string;
  /** The intended setting, as the content writes its path. */
  setting?: string;
  /** The corrected line. */
  write?: string;
  guide?: string;
  /** The cause of `guide` that it proves. */
  cause?: string;
  effect?: ConfigProblem['effect'];
  /** A required key that is missing because of this fault. */
  missingKey?: string;
}
