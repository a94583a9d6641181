/**
 * TOML with faults: the agent's parser stops at the first one, and who has three would come back three times. A line whose fault is
 * known is mended here as its writer would mend it, and the text is read again.
 */
import { maskSecrets } from '../engine/mask.ts';
import type { TableFault } from './check-config.ts';
import { unchecked } from './check-value.ts';
import { findStrange } from './find-strange.ts';
import { mendLine } from './mend-line.ts';
import { readToml, type Place, type Toml, type TomlError } from './read-toml.ts';
import type { Setting, Settings } from './settings.ts';
import { settingsNamed } from './shape.ts';
import { LIMITS, type LimitCode } from './toml-tokens.ts';

/** Faults of the language that are looked for: each takes another reading. */
const MAX_FAULTS = 20;

/** What was read of a text with faults. */
interface Reading {
  /** null where a fault keeps the rest from being read. */
  toml: Toml | null;
  faults: TableFault[];
  /** Lines, from 1, of which nobody knows for sure what was meant: what stands in them now says nothing. */
  guessed: Set<number>;
}

/** Read lines of TOML, and past the faults in them as far as they can be mended. */
export function readPastFaults(lines: readonly string[], { settings }: Settings): Reading {
  const text = [...lines];
  const faults: TableFault[] = [];
  const guessed = new Set<number>();
  let toml = readToml(text.join('\n'));
  while ('code' in toml) {
    const fault = faultOf(toml, text, settings);
    // Where the two parsers may differ, nothing is sure from here on.
    if (!fault) break;
    const at = fault.place.line - 1;
    faults.push({
      ...fault,
      place: placeAsWritten(fault, (text[at] ?? '').length - (lines[at] ?? '').length),
    });
    const mended = faults.length < MAX_FAULTS ? mendLine(text[at] ?? '', fault, settings) : null;
    if (mended === null || mended.line === text[at]) break;
    text[at] = mended.line;
    if (!mended.isSure) guessed.add(at + 1);
    toml = readToml(text.join('\n'));
  }
  const told = new Set<number>();
  return {
    toml: 'code' in toml ? null : toml,
    faults: faults.flatMap((fault) => {
      const { line } = fault.place;
      const isSure = text[line - 1] !== lines[line - 1] && !guessed.has(line);
      // The line as it would be right tells all that is wrong with it.
      if (isSure && told.has(line)) return [];
      told.add(line);
      return [isSure ? { ...fault, write: maskSecrets(text[line - 1] ?? '') } : fault];
    }),
    guessed,
  };
}

/** The place of a fault in the line as it was pasted, which has become longer by what was mended in it: left of the fault, or within. */
function placeAsWritten({ code, place }: TableFault, longer: number): Place {
  return code === 'duplicate'
    ? { ...place, length: place.length - longer }
    : { ...place, column: place.column - longer };
}

/** null: the two parsers may differ here. */
function faultOf(
  error: TomlError,
  lines: readonly string[],
  settings: readonly Setting[],
): TableFault | null {
  if (isLimit(error.code)) {
    return unchecked(
      { line: error.line, column: error.column, length: 1 },
      error.code,
      LIMITS[error.code],
    );
  }
  const place = meantPlace(error, lines);
  const source = lines[place.line - 1] ?? '';
  const character = source[place.column - 1] ?? null;
  const code =
    error.code === 'character' && character === null && source.trimEnd().endsWith('=')
      ? 'value'
      : error.code;
  if (code === 'duplicate') return duplicateFault(place, lines);
  if (code === 'escape') {
    // The one of several in which the parser stopped.
    const found = [...source.matchAll(/"([A-Za-z]:\\[^"]*|\\\\[^"]*)"/g)].find(
      ({ index, 0: { length } }) => place.column > index && place.column <= index + length,
    );
    const path = found?.[1];
    return {
      code: 'backslash',
      place:
        path === undefined
          ? place
          : { ...place, column: (found?.index ?? 0) + 1, length: path.length + 2 },
      found: path ?? null,
    };
  }
  const strange = findStrange(source);
  if (strange)
    return {
      code: 'characters',
      place: { ...place, column: strange.at + 1 },
      found: strange.character,
      expected: strange.plain,
    };
  // A list that goes on over the next key or table has lost its end; one of several lines has its last item above.
  const last = lastWritten(lines, place.line - 2);
  const above = lines[last] ?? '';
  if (
    /^[^#\]]*["'\d],?\s*$/.test(above) &&
    isInList(lines, last) &&
    /^\s*(?:[\w-]+\s*=|\[)/.test(source)
  )
    return {
      code: 'syntax',
      place: { line: last + 1, column: above.trimEnd().length + 1, length: 1 },
      found: null,
      detail: 'array-open',
    };
  const [, key, word = '', value = ''] =
    /^(\s*([\w-]+)\s*=\s*)(true|yes|on|false|no|off)\s*(?:#.*)?$/i.exec(source) ?? [];
  if (
    key !== undefined &&
    place.column > key.length &&
    value !== 'true' &&
    value !== 'false' &&
    settingsNamed(settings, word).some(({ type }) => type === 'boolean')
  )
    return {
      code: 'syntax',
      place: { ...place, column: key.length + 1, length: value.length },
      found: value,
      detail: 'small-letters',
    };
  return {
    code: 'syntax',
    place,
    found: character,
    detail: code === 'character' && character === ':' ? 'equals' : code,
  };
}

function isLimit(code: TomlError['code']): code is LimitCode {
  return code in LIMITS;
}

/** The last line down to this one, from 0, that is neither empty nor a comment; -1 where there is none. */
function lastWritten(lines: readonly string[], at: number): number {
  while (at >= 0 && /^\s*(?:#|$)/.test(lines[at] ?? '')) at--;
  return at;
}

/** Whether the lines down to this one, from 0, begin a list and do not end it. */
function isInList(lines: readonly string[], at: number): boolean {
  for (; at >= 0; at--) {
    const line = lines[at] ?? '';
    if (/^\s*[\w.-]+\s*=/.test(line)) return /=\s*\[[^\]]*$/.test(line);
    if (/^\s*\[|\]/.test(line)) return false;
  }
  return false;
}

/** What is missing at the end of a line is told there and not at the next one, a text without an end where it begins. */
function meantPlace({ code, line, column, opened }: TomlError, lines: readonly string[]): Place {
  const before = lines[line - 2] ?? '';
  if (
    code !== 'duplicate' &&
    (line > lines.length || column === 1) &&
    /^[^#]*[=,[{.]\s*$|^\s*\[[^\]]*$/.test(before)
  )
    return { line: line - 1, column: before.length + 1, length: 1 };
  return { line: opened?.line ?? line, column: opened?.column ?? column, length: 1 };
}

/** Only two equal headers, or two equal keys of one table, are surely refused by the agent's parser too. */
function duplicateFault(place: Place, lines: readonly string[]): TableFault | null {
  const source = (lines[place.line - 1] ?? '').trim();
  const header = /^\[[^[\]]+\]/.exec(source)?.[0].replace(/\s/g, '');
  const key = /^([\w-]+)\s*=/.exec(source)?.[1];
  for (let at = place.line - 2; at >= 0; at--) {
    const line = (lines[at] ?? '').trim();
    const isSame =
      header === undefined
        ? key !== undefined && /^([\w-]+)\s*=/.exec(line)?.[1] === key
        : /^\[[^[\]]+\]/.exec(line)?.[0].replace(/\s/g, '') === header;
    if (isSame)
      return {
        code: 'duplicate',
        place: {
          line: place.line,
          column: (lines[place.line - 1] ?? '').search(/\S/) + 1,
          length: source.length,
        },
        found: header ?? key ?? null,
        expected: String(at + 1),
      };
    if (header === undefined && line.startsWith('[')) return null;
  }
  return null;
}
