/**
 * Read TOML beyond its first fault. The program's parser stops there, so a user with three faults
 * would come back three times. Here, a line with a known fault is repaired and the text is parsed
 * again.
 */
import type { TableFault } from './check-tables.ts';
import { uncheckedFault } from './check-value.ts';
import { correctValue } from './correct-value.ts';
import { findConfusable } from './confusables.ts';
import { indexOfBareValue, indexOfInnerQuote, openItem, repairLine } from './repair-line.ts';
import type { ConfigDocument, ConfigEntry, Section, TextPosition } from './config-document.ts';
import type { ConfigReader, Reading } from './config-reader.ts';
import { readToml, type TomlError } from './read-toml.ts';
import type { Setting, Settings } from '../model/settings.ts';
import { settingsNamed } from './settings-tree.ts';
import { LIMITS } from './toml-tokens.ts';
import type { LimitCode } from '../model/inspection.ts';

/** Maximum number of syntax faults found; each requires another parse. */
const MAX_FAULTS = 20;

/** A string that is a Windows path, which may end with a backslash. */
const PATH_STRING = /(?<!["\\])"([A-Z]:\\[^"]*|\\\\[^"]*)"(?=\s*(?:[,\]}#]|$))/gi;
/** Any string on one line. */
const STRING = /(?<!["\\])"((?:[^"\\]|\\.)*)"(?=\s*(?:[,\]}#]|$))/g;

export const tomlReader: ConfigReader = { read: parseWithRepairs, correct: correctValue };

/** Read lines of TOML, and continue after every fault that can be repaired. */
function parseWithRepairs(lines: readonly string[], { settings }: Settings): Reading {
  const text = [...lines];
  const faults: TableFault[] = [];
  let toml = readToml(text.join('\n'));
  while ('code' in toml) {
    const fault = faultOf(toml, text, settings);
    const at = fault.place.line - 1;
    // Earlier repairs of the line inserted characters before this fault.
    const added = (text[at] ?? '').length - (lines[at] ?? '').length;
    faults.push({ ...fault, place: { ...fault.place, column: fault.place.column - added } });
    const repaired =
      faults.length < MAX_FAULTS ? repairLine(text[at] ?? '', fault, settings) : null;
    if (repaired === null || repaired === text[at]) break;
    text[at] = repaired;
    toml = readToml(text.join('\n'));
  }
  const document = 'code' in toml ? null : toml;
  if (document) faults.push(...duplicatesIn(document));
  const reported = new Set<number>();
  return {
    document,
    faults: faults.flatMap((fault) => {
      const { line } = fault.place;
      const isRepaired = text[line - 1] !== lines[line - 1];
      // The repaired line shows all faults of the line at once.
      if (isRepaired && reported.has(line)) return [];
      reported.add(line);
      return [isRepaired ? { ...fault, write: text[line - 1] ?? '' } : fault];
    }),
  };
}

/** Describe a syntax error. */
function faultOf(
  error: TomlError,
  lines: readonly string[],
  settings: readonly Setting[],
): TableFault {
  if (isLimit(error.code))
    return uncheckedFault(
      { line: error.line, column: error.column, length: 1 },
      error.code,
      LIMITS[error.code],
    );
  const place = reportedPlace(error, lines);
  const source = lines[place.line - 1] ?? '';
  const character = source[place.column - 1] ?? null;
  const code =
    error.code === 'character' && character === null && source.trimEnd().endsWith('=')
      ? 'value'
      : error.code;
  if (code === 'escape') return backslashFault(place, source);
  return (
    confusableFault(place, source) ??
    (code === 'newline' ? missingBreakFault(place, source) : null) ??
    openItemFault(place, source) ??
    openListFault(place, lines) ??
    booleanFault(place, source, settings) ?? {
      code: 'syntax',
      place,
      found: character,
      detail: code === 'character' && character === ':' ? 'equals' : code,
    }
  );
}

/**
 * Describe a string with single backslashes: of several on the line, the one in which the parser
 * stopped.
 */
function backslashFault(place: TextPosition, source: string): TableFault {
  const found = [PATH_STRING, STRING]
    .flatMap((string) => [...source.matchAll(string)])
    .find(({ index, 0: { length } }) => place.column > index && place.column <= index + length);
  const text = found?.[1];
  return {
    code: 'backslash',
    place:
      text === undefined
        ? place
        : { ...place, column: (found?.index ?? 0) + 1, length: text.length + 2 },
    found: text ?? null,
  };
}

function confusableFault(place: TextPosition, source: string): TableFault | null {
  const confusable = findConfusable(source);
  return (
    confusable && {
      code: 'characters',
      place: { ...place, column: confusable.at + 1 },
      found: confusable.character,
      expected: confusable.plain,
    }
  );
}

/**
 * Describe a value that continues after its first number or string, where the parser expects a line
 * break; null if it does not.
 */
function missingBreakFault(place: TextPosition, source: string): TableFault | null {
  const quote = indexOfInnerQuote(source);
  const at = quote >= 0 ? quote : indexOfBareValue(source);
  return at < 0
    ? null
    : {
        code: 'syntax',
        place: { ...place, column: at + 1 },
        found: null,
        detail: quote >= 0 ? 'inner-quotes' : 'character',
      };
}

/** Describe an item of a list without its closing quotation mark; null if the fault is another. */
function openItemFault(place: TextPosition, source: string): TableFault | null {
  const item = openItem(source, place.column);
  return (
    item && {
      code: 'syntax',
      place: { ...place, column: item.from + 1, length: item.length },
      found: null,
      detail: 'string-end',
    }
  );
}

/** Describe a list without its closing bracket: a key or a table follows one of its items. */
function openListFault(place: TextPosition, lines: readonly string[]): TableFault | null {
  const last = lastWritten(lines, place.line - 2);
  const above = lines[last] ?? '';
  return /^[^#\]]*["'\d],?\s*$/.test(above) &&
    isInList(lines, last) &&
    /^\s*(?:[\w-]+\s*=|\[)/.test(lines[place.line - 1] ?? '')
    ? {
        code: 'syntax',
        place: { line: last + 1, column: above.trimEnd().length + 1, length: 1 },
        found: null,
        detail: 'array-open',
      }
    : null;
}

/** Describe a word for true or false that TOML does not have; null if there is none. */
function booleanFault(
  place: TextPosition,
  source: string,
  settings: readonly Setting[],
): TableFault | null {
  const [, key, word = '', value = ''] =
    /^(\s*([\w-]+)\s*=\s*)(true|yes|on|false|no|off)\s*(?:#.*)?$/i.exec(source) ?? [];
  return key !== undefined &&
    place.column > key.length &&
    value !== 'true' &&
    value !== 'false' &&
    settingsNamed(settings, word).some(({ type }) => type === 'boolean')
    ? {
        code: 'syntax',
        place: { ...place, column: key.length + 1, length: value.length },
        found: value,
        detail: 'small-letters',
      }
    : null;
}

function isLimit(code: TomlError['code']): code is LimitCode {
  return code in LIMITS;
}

/** Return the last line (from 0) up to `at` that is neither blank nor a comment, or -1. */
function lastWritten(lines: readonly string[], at: number): number {
  while (at >= 0 && /^\s*(?:#|$)/.test(lines[at] ?? '')) at--;
  return at;
}

/** Return whether a list is still open at the end of line `at` (from 0). */
function isInList(lines: readonly string[], at: number): boolean {
  for (; at >= 0; at--) {
    const line = lines[at] ?? '';
    if (/^\s*[\w.-]+\s*=/.test(line)) return /=\s*\[[^\]]*$/.test(line);
    if (/^\s*\[|\]/.test(line)) return false;
  }
  return false;
}

/**
 * Return the place to report: the end of the line where something is missing, not the start of the
 * next one, and the start of an unterminated string.
 */
function reportedPlace(
  { line, column, opened }: TomlError,
  lines: readonly string[],
): TextPosition {
  const before = lines[line - 2] ?? '';
  if ((line > lines.length || column === 1) && /^[^#]*[=,[{.]\s*$|^\s*\[[^\]]*$/.test(before))
    return { line: line - 1, column: before.length + 1, length: 1 };
  return { line: opened?.line ?? line, column: opened?.column ?? column, length: 1 };
}

/**
 * Find tables that are defined twice or, if there are none, keys. Both may be repeated in a list of
 * tables.
 */
function duplicatesIn({ sections, entries }: ConfigDocument): TableFault[] {
  const lists = new Set(sections.flatMap(({ path, isList }) => (isList ? path[0] : [])));
  const find = (items: (Section | ConfigEntry)[], nameOf: (path: string[]) => string) => {
    const lines = new Map<string, number>();
    return items.flatMap(({ path, place }): TableFault[] => {
      const id = JSON.stringify(path);
      const first = lines.get(id);
      if (first === undefined) lines.set(id, place.line);
      return first === undefined || lists.has(path[0])
        ? []
        : [{ code: 'duplicate', place, found: nameOf(path), expected: String(first) }];
    });
  };
  const tables = find(sections, (path) => `[${path.join('.')}]`);
  return tables.length > 0 ? tables : find(entries, (path) => path.at(-1) ?? '');
}
