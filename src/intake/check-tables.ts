import { compareVersions } from '../engine/answers/version.ts';
import { checkValue, type Fault } from './check-value.ts';
import { closestWord } from './closest-word.ts';
import type { TomlEntry, TextPosition, Section, Toml } from './read-toml.ts';
import type { ConfigInspection, ConfigProblem } from '../model/inspection.ts';
import type { Setting, Settings } from '../model/settings.ts';
import { followPath, pathsOfSetting, buildSettingTree, type SettingNode } from './settings-tree.ts';

interface Context {
  settings: Setting[];
  problems: Settings['problems'];
  top: SettingNode;
  toml: Toml;
  /** By full path, in lower case. */
  entries: Map<string, TomlEntry>;
  sections: Set<string>;
  /** The first section of each path, by its exact path. */
  written: Map<string, Section>;
}

/** An example in place of an API key. A masked key (`***`) is not one. */
const PLACEHOLDER = /^\W{0,2}your\b|^\W{0,2}your[_-]|^\$\{?\w+\}?$|\S\s+\S/i;

/**
 * Check the keys and values of parsed TOML, and find missing settings.
 *
 * @param isExcerpt whether it may be a part of a file, whose top-level settings are in the rest
 */
export function checkTables(
  toml: Toml,
  { settings, problems }: Settings,
  version: string | null,
  isExcerpt: boolean,
): { faults: TableFault[]; plugins: ConfigInspection['plugins'] } {
  const context: Context = {
    settings,
    problems,
    top: buildSettingTree(settings),
    toml,
    entries: new Map(toml.entries.map((entry) => [lower(entry.path), entry])),
    sections: new Set(toml.sections.map(({ path }) => lower(path))),
    written: new Map(
      toml.sections.map((section) => [exact(section.path), section] as const).reverse(),
    ),
  };
  const faults = new Map<string, TableFault>();
  const add = (id: string, fault: TableFault | null): void => {
    if (fault && !faults.has(id)) faults.set(id, fault);
  };
  for (const entry of toml.entries) {
    const { node, known } = followPath(context.top, entry.path);
    const key = entry.path.join('.');
    if (known < entry.path.length)
      add(
        entry.path.slice(0, node.setting ? known : known + 1).join('.'),
        unknownKey(entry, node, known, context),
      );
    else if (!node.setting) {
      const fault = tableExpected(entry, context);
      add(fault?.code === 'section-name' ? `[${fault.found}]` : key, fault);
    } else
      for (const fault of checkSetting(entry, node.setting, version))
        add(`${key} ${fault.code} ${fault.place.line}:${fault.place.column}`, fault);
  }
  const withEntries = tablesAbove(toml.entries);
  for (const { path, place, isList } of toml.sections) {
    const { node, known } = followPath(context.top, path);
    if (known < path.length && !withEntries.has(lower(path)))
      add(path.slice(0, known + 1).join('.'), unknownKey({ path, place }, node, known, context));
    else if (known === path.length && node.setting)
      add(path.join('.'), {
        code: 'type',
        place,
        found: 'table',
        expected: node.setting.type,
        key: path.join('.'),
      });
    else if (known === path.length && isList)
      add(path.join('.'), {
        code: 'type',
        place,
        found: 'array',
        expected: 'table',
        key: path.join('.'),
        write: `[${path.join('.')}]`,
      });
  }
  const found = [...faults.values()];
  return {
    faults: [...found, ...missing(context, found, isExcerpt), ...findOverridden(context)],
    plugins: countPlugins(toml),
  };
}

function checkSetting(
  { path, place, value }: TomlEntry,
  setting: Setting,
  version: string | null,
): TableFault[] {
  const key = path.join('.');
  const faults: TableFault[] = checkValue(setting, value).map((fault) => ({
    ...fault,
    key,
    setting: pathOf(setting, path),
    ...(fault.code === 'value' && setting.guide && { guide: setting.guide }),
    ...(setting.secret && fault.code !== 'type' && { found: null }),
  }));
  if (setting.secret && value.kind === 'string' && PLACEHOLDER.test(value.text))
    faults.push({
      code: 'value',
      place: value.place,
      found: null,
      key,
      ...(setting.guide && { guide: setting.guide }),
    });
  if (setting.format === 'files' && value.kind === 'string' && isOpenGlob(value.text))
    faults.push({
      code: 'pattern',
      place: value.place,
      found: value.text,
      detail: 'open-bracket',
      key,
    });
  const name = path.at(-1) ?? '';
  if (setting.format === 'environment' && name.includes('='))
    faults.push({ code: 'environment-name', place, found: name, key });
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

/** Return whether a glob has an unclosed class, which Go refuses. Backslashes make it uncertain. */
function isOpenGlob(pattern: string): boolean {
  return !pattern.includes('\\') && pattern.lastIndexOf('[') > pattern.lastIndexOf(']');
}

/** Explain an unknown key: in the wrong table, misspelt, below a plugin whose name has a dot, … */
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
  const places = known === path.length - 1 ? pathsOfSetting(context.settings, leaf) : [];
  const ofSibling = places.find((other) => isBelowSibling(path, other.split('.')));
  if (ofSibling !== undefined)
    return { code: 'other-plugins', place, found: leaf, expected: ofSibling, key };
  if (places.length > 0)
    return {
      code: 'wrong-table',
      place,
      found: above.join('.') || null,
      expected: places.join(', '),
      key,
      ...instead(context, [leaf.toLowerCase()]),
    };
  const near = closestWord(name, [...node.children.keys()]);
  if (near !== null)
    return {
      code: 'unknown-key',
      place: known < path.length - 1 ? (sectionOf(context, path)?.place ?? place) : place,
      found: path.slice(0, known + 1).join('.'),
      expected: [...above, near].join('.'),
      key,
      ...meaning(context, [...above, near]),
      ...instead(context, [...above, near]),
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
  return { code: 'unknown-key', place, found: path.slice(0, known + 1).join('.'), key };
}

/** Name the setting at a path, if there is one. */
function meaning({ top }: Context, path: string[]): Partial<TableFault> {
  const { setting } = followPath(top, path).node;
  return setting ? { setting: pathOf(setting, path) } : {};
}

/** Return the path of a setting that matches a key, as the content writes it. */
function pathOf({ paths }: Setting, path: string[]): string {
  const own = paths.find(
    (pattern) =>
      pattern.split('.').length === path.length &&
      pattern
        .split('.')
        .every((name, index) => name === '*' || name === path[index]?.toLowerCase()),
  );
  return own ?? paths[0] ?? path.join('.');
}

/**
 * If the intended key is required and missing, the fault is the reason, so give it the effect and
 * the guide of the missing key.
 */
function instead({ problems, ...context }: Context, path: string[]): Partial<TableFault> {
  if (!followPath(context.top, path).node.setting?.required || !isMissing(context, path)) return {};
  const cost = problems[path.length === 1 ? 'missing' : 'command-missing'];
  return { missingKey: path.join('.'), ...cost };
}

/** Report plugin keys directly below `[plugin.metrics]`, or a value where a table must be. */
function tableExpected({ path, place, value }: TomlEntry, context: Context): TableFault | null {
  const key = path.join('.');
  const above = followPath(context.top, path.slice(0, -1)).node;
  const leaf = path.at(-1) ?? '';
  if (above.anyName?.children.has(leaf))
    return {
      code: 'section-name',
      place: sectionOf(context, path)?.place ?? place,
      found: path.slice(0, -1).join('.'),
      expected: `${path.slice(0, -1).join('.')}.NAME`,
      key,
    };
  return value.kind === 'table'
    ? null
    : { code: 'type', place: value.place, found: value.kind, expected: 'table', key };
}

/** Find missing required settings: top-level ones, and those of each section below a `*`. */
function missing(context: Context, found: TableFault[], isExcerpt: boolean): TableFault[] {
  const { toml, settings, entries } = context;
  const covered = new Set(found.map(({ missingKey }) => missingKey));
  return settings
    .filter(({ required }) => required)
    .flatMap(({ paths }) => paths)
    .flatMap((pattern) => {
      const names = pattern.split('.');
      const name = names.at(-1) ?? '';
      const tables =
        names.length === 1
          ? [{ path: [], place: { line: 1, column: 1, length: 1 } }]
          : sectionsLike(toml, names.slice(0, -1));
      return tables.flatMap(({ path, place }): TableFault[] => {
        const key = [...path, name].join('.');
        if (!isMissing(context, [...path, name]) || covered.has(key)) return [];
        if (names.length > 1)
          return [{ code: 'command-missing', place, found: path.join('.'), expected: name, key }];
        const others = filesSetting(context);
        // A file with named tables only is probably one of the further files.
        const isPart =
          others !== null &&
          toml.sections.length > 0 &&
          toml.sections.every(({ path: [table = ''] }) => hasNames(context.top, table)) &&
          toml.entries.every((entry) => entry.path.length > 1);
        if (isPart) return [{ code: 'missing-here', place, found: 'plugin', expected: name, key }];
        const isElsewhere = others !== null && entries.has(others);
        if (isExcerpt && !isElsewhere)
          return [{ code: 'missing-here', place, found: 'excerpt', expected: name, key }];
        return [
          {
            code: isElsewhere ? 'missing-here' : 'missing',
            place: entries.get(name)?.place ?? place,
            found: null,
            expected: name,
            key,
          },
        ];
      });
    });
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

/** Return whether a setting belongs to tables like that of a path, but of another kind. */
function isBelowSibling(path: readonly string[], other: readonly string[]): boolean {
  return (
    other.length === path.length && other[0] === path[0] && other.length > 2 && other.at(-2) === '*'
  );
}

/** Find settings that another setting of the same table overrides. */
function findOverridden({ toml, top, entries }: Context): TableFault[] {
  return toml.entries.flatMap(({ path, place, value }): TableFault[] => {
    const overridden = followPath(top, path).node.setting?.overridden;
    if (!overridden) return [];
    const { by, max } = overridden;
    const other = entries.get(lower([...path.slice(0, -1), by]));
    const hasEffect = max === undefined ? value.text === 'true' : value.number > max;
    if (other?.value.text !== 'true' || !hasEffect) return [];
    const key = path.join('.');
    return max === undefined
      ? [{ code: 'verbose-and-silent', place, found: null, key }]
      : [{ code: 'attempts', place, found: value.text, expected: String(max), key }];
  });
}

function isMissing(
  { entries, sections }: Pick<Context, 'entries' | 'sections'>,
  path: string[],
): boolean {
  const entry = entries.get(lower(path));
  // An empty command counts as present: it does nothing, but does not prevent the start.
  return entry === undefined
    ? !sections.has(lower(path))
    : path.length === 1 && entry.value.kind === 'string' && entry.value.text === '';
}

/** Return the tables that match a path with `*`, each where it first appears. */
function sectionsLike({ sections, entries }: Toml, pattern: string[]): Section[] {
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

/** Collect the paths of all tables that contain an entry at any depth, in lower case. */
function tablesAbove(entries: readonly TomlEntry[]): Set<string> {
  const tables = new Set<string>();
  for (const { path } of entries) {
    for (let length = path.length - 1; length >= 0; length--) {
      const table = lower(path.slice(0, length));
      // The tables above it were added along with it.
      if (tables.has(table)) break;
      tables.add(table);
    }
  }
  return tables;
}

const lower = (path: readonly string[]): string => path.join('.').toLowerCase();
/** JSON distinguishes a name that contains a dot from two names. */
const exact = (path: readonly string[]): string => JSON.stringify(path);

function countPlugins(toml: Toml): ConfigInspection['plugins'] {
  const count = (kind: string): number => sectionsLike(toml, ['plugin', kind, '*']).length;
  return { metrics: count('metrics'), checks: count('checks'), metadata: count('metadata') };
}

/** A fault, before its line and its effect are added. */
export interface TableFault extends Fault {
  key?: string;
  /** The intended setting, as the content writes its path. */
  setting?: string;
  write?: string;
  guide?: string;
  effect?: ConfigProblem['effect'];
  /** A required key that is missing because of this fault. */
  missingKey?: string;
}
