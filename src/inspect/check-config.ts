import { maskSecrets } from '../engine/mask.ts';
import { checkTables } from './check-tables.ts';
import { findStrange } from './find-strange.ts';
import { readToml, type Place, type TomlError } from './read-toml.ts';
import type { ConfigInspection, ConfigProblem } from './report.ts';
import type { Fault } from './check-value.ts';
import { EFFECTS, type Setting, type Settings } from './settings.ts';

/** How the bytes of a file were read. */
export type Encoding = 'utf-8' | 'utf-16' | 'unknown';

/** A fault with all that is known of it, before the line and what it costs are added. */
export interface TableFault extends Fault {
  key?: string;
  /** The setting that is meant, as the content writes its path. */
  setting?: string;
  write?: string;
  guide?: string;
  effect?: ConfigProblem['effect'];
  /** A key that has to be there and is not, because of this. */
  covers?: string;
}

const MAX_PROBLEMS = 100;

/**
 * Check the text of a configuration file.
 *
 * @param version the agent's version where a log beside it names one: settings that it does not know yet are told
 */
export function checkConfig(text: string, encoding: Encoding, settings: Settings, version: string | null): ConfigInspection {
  // A byte order mark is accepted by the agent and by nothing else.
  const lines = text.replace(/^\ufeff/, '').split('\n').map((line) => line.replace(/\r$/, ''));
  const finish = (faults: TableFault[], whole: boolean, plugins = { metrics: 0, checks: 0, metadata: 0 }): ConfigInspection => ({
    kind: 'config',
    problems: faults.slice(0, MAX_PROBLEMS).map((fault) => tell(fault, lines, settings)).sort((a, b) => EFFECTS.indexOf(a.effect) - EFFECTS.indexOf(b.effect) || a.line - b.line || a.column - b.column),
    lines: lines.length,
    whole,
    plugins,
  });
  const first = { line: 1, column: 1, length: 1 };
  if (encoding === 'utf-16') return finish([{ code: 'encoding', place: first, found: 'UTF-16', expected: 'UTF-8' }], false);
  const broken = encoding === 'unknown' ? lines.findIndex((line) => line.includes('\ufffd')) : -1;
  if (broken >= 0) return finish([{ code: 'encoding', place: { line: broken + 1, column: (lines[broken] ?? '').indexOf('\ufffd') + 1, length: 1 }, found: null, expected: 'UTF-8' }], false);
  const toml = readToml(lines.join('\n'));
  if ('code' in toml) {
    const fault = syntaxFault(toml, lines, settings);
    return finish(fault ? [fault] : [], false);
  }
  const { faults, plugins } = checkTables(toml, settings, version);
  return finish(faults, true, plugins);
}

/** null: the two parsers may differ here. */
function syntaxFault(error: TomlError, lines: string[], { settings }: Settings): TableFault | null {
  const place = meantPlace(error, lines);
  const source = lines[place.line - 1] ?? '';
  const character = source[place.column - 1] ?? null;
  const code = error.code === 'character' && character === null && source.trimEnd().endsWith('=') ? 'value' : error.code;
  if (code === 'duplicate') return duplicateFault(place, lines);
  if (code === 'escape') {
    // The one of several in which the parser stopped.
    const found = [...source.matchAll(/"([A-Za-z]:\\[^"]*|\\\\[^"]*)"/g)].find(({ index, 0: { length } }) => place.column > index && place.column <= index + length);
    const path = found?.[1];
    const write = path === undefined || path.includes("'") ? null : maskSecrets(source.replace(`"${path}"`, () => `'${path}'`));
    return { code: 'backslash', place: path === undefined ? place : { ...place, column: (found?.index ?? 0) + 1, length: path.length + 2 }, found: path ?? null, ...(write !== null && { write }) };
  }
  const strange = findStrange(source);
  if (strange) return { code: 'characters', place: { ...place, column: strange.at + 1 }, found: strange.character, expected: strange.plain, write: maskSecrets(strange.write) };
  // A list that goes on over the next key or table has lost its end; one of several lines has its last item above.
  const last = lastWritten(lines, place.line - 2);
  const above = lines[last] ?? '';
  if (/^[^#\]]*["'\d],?\s*$/.test(above) && isInList(lines, last) && /^\s*(?:[\w-]+\s*=|\[)/.test(source)) return { code: 'syntax', place: { line: last + 1, column: above.trimEnd().length + 1, length: 1 }, found: null, detail: 'array-open' };
  const [, key, word, value = ''] = /^(\s*([\w-]+)\s*=\s*)(true|yes|on|false|no|off)\s*(?:#.*)?$/i.exec(source) ?? [];
  if (key !== undefined && value !== 'true' && value !== 'false' && holds('boolean', word ?? '', settings)) return { code: 'syntax', place: { ...place, column: key.length + 1, length: value.length }, found: value, detail: 'small-letters', write: `${key}${/^(?:true|yes|on)$/i.test(value)}` };
  // Of a text without quotes it is known how it would be right, where the key is one that holds a text.
  const [, before, name, bare] = /^(\s*([\w-]+)\s*=\s*)([^\s"'#,[\]{}=]+)\s*$/.exec(source) ?? [];
  const isText = before !== undefined && place.column === before.length + 1 && holds('string', name ?? '', settings);
  return { code: 'syntax', place, found: character, detail: code, ...(isText && { write: maskSecrets(`${before}"${bare}"`) }) };
}

/** Whether a setting of this name holds a value of this type. */
function holds(type: Setting['type'], name: string, settings: Setting[]): boolean {
  return settings.some((setting) => setting.type === type && setting.paths.some((path) => path.split('.').at(-1) === name.toLowerCase()));
}

/** The last line down to this one, from 0, that is neither empty nor a comment; -1 where there is none. */
function lastWritten(lines: string[], at: number): number {
  while (at >= 0 && /^\s*(?:#|$)/.test(lines[at] ?? '')) at--;
  return at;
}

/** Whether the lines down to this one, from 0, begin a list and do not end it. */
function isInList(lines: string[], at: number): boolean {
  for (; at >= 0; at--) {
    const line = lines[at] ?? '';
    if (/^\s*[\w.-]+\s*=/.test(line)) return /=\s*\[[^\]]*$/.test(line);
    if (/^\s*\[|\]/.test(line)) return false;
  }
  return false;
}

/** What is missing at the end of a line is told there and not at the next one, a text without an end where it begins. */
function meantPlace({ code, line, column, opened }: TomlError, lines: string[]): Place {
  const before = lines[line - 2] ?? '';
  if (code !== 'duplicate' && (line > lines.length || column === 1) && /^[^#]*[=,[{.]\s*$|^\s*\[[^\]]*$/.test(before)) return { line: line - 1, column: before.length + 1, length: 1 };
  return { line: opened?.line ?? line, column: opened?.column ?? column, length: 1 };
}

/** Only two equal headers, or two equal keys of one table, are surely refused by the agent's parser too. */
function duplicateFault(place: Place, lines: string[]): TableFault | null {
  const source = (lines[place.line - 1] ?? '').trim();
  const header = /^\[[^[\]]+\]/.exec(source)?.[0].replace(/\s/g, '');
  const key = /^([\w-]+)\s*=/.exec(source)?.[1];
  for (let at = place.line - 2; at >= 0; at--) {
    const line = (lines[at] ?? '').trim();
    const isSame = header === undefined ? key !== undefined && /^([\w-]+)\s*=/.exec(line)?.[1] === key : /^\[[^[\]]+\]/.exec(line)?.[0].replace(/\s/g, '') === header;
    if (isSame) return { code: 'duplicate', place: { line: place.line, column: (lines[place.line - 1] ?? '').search(/\S/) + 1, length: source.length }, found: header ?? key ?? null, expected: String(at + 1) };
    if (header === undefined && line.startsWith('[')) return null;
  }
  return null;
}

function tell({ code, place, found, expected, detail, key, setting, write, guide, effect }: TableFault, lines: string[], { problems }: Settings): ConfigProblem {
  const cost = problems[code];
  return {
    code,
    effect: effect ?? cost.effect,
    guide: guide ?? cost.guide ?? null,
    ...place,
    excerpt: maskSecrets(lines[place.line - 1] ?? '').slice(0, 300),
    key: key ?? null,
    setting: setting ?? null,
    found: found === null ? null : maskSecrets(found).slice(0, 200),
    expected: expected ?? null,
    write: write ?? null,
    detail: detail ?? null,
  };
}
