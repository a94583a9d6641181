/** Repair faulty lines of a configuration as their author would. */
import type { TableFault } from './check-tables.ts';
import { findConfusable } from './confusables.ts';
import type { TextPosition } from './config-document.ts';
import type { Setting } from '../model/settings.ts';
import { settingsNamed } from './settings-tree.ts';

/** A repaired line; `isSure` if no other meaning is possible. */
export interface RepairedLine {
  line: string;
  isSure: boolean;
}

/** `key = ` and unquoted text. */
const BARE = /^(\s*(?:[\w-]+\.)*([\w-]+)\s*=\s*)([^\s"'[\]{}#][^"'[\]{}#]*)$/;
/** `key = ` and a string with quotation marks in it, which end it early. */
const INNER_QUOTES = /^(\s*[\w.-]+\s*=\s*)"([^"'\\]*"[^'\\]*)"\s*$/;
/** `key: `, as in YAML. */
const COLON = /^(\s*([\w-]+))\s*:\s*(?=\S)/;
/** `key = ` and an unterminated string. */
const OPEN = /^\s*[\w.-]+\s*=\s*(["'])[^"'#\\]+$/;
/** A table header without its closing bracket. */
const HEADER = /^\s*\[\s*[\w.-]+\s*$/;

/** How to write unquoted text as a value, by the type of the setting. */
const MEANT: Partial<Record<Setting['type'], (quoted: string) => string>> = {
  string: asIs,
  command: asIs,
  minutes: asIs,
  pattern: asIs,
  strings: (quoted) => `[${quoted}]`,
};

function asIs(quoted: string): string {
  return quoted;
}

/**
 * Repair the fault in a line; null if the intended meaning is unclear. A fault at the start of a
 * line may belong to the line before, so nothing after it is changed.
 */
export function repairLine(
  line: string,
  { code, detail, found, place }: TableFault,
  settings: readonly Setting[],
): RepairedLine | null {
  switch (code) {
    case 'characters':
      return { line: findConfusable(line)?.write ?? line, isSure: true };
    case 'backslash':
      return found === null || found.includes("'")
        ? null
        : { line: line.replace(`"${found}"`, () => `'${withoutEscapes(found)}'`), isSure: true };
    // For a duplicate key, keep the first definition.
    case 'duplicate':
      return found?.startsWith('[') ? null : { line: '', isSure: false };
    case 'syntax':
      break;
    default:
      return null;
  }
  if (detail === 'small-letters')
    return {
      line: line.replace(/=.*/, () => `= ${/^(?:true|yes|on)$/i.test(found ?? '')}`),
      isSure: true,
    };
  if (detail === 'string-end') {
    const quote = OPEN.exec(line)?.[1];
    return quote === undefined ? null : { line: line.trimEnd() + quote, isSure: false };
  }
  if (
    (detail === 'one-line' || detail === 'table-end') &&
    HEADER.test(line) &&
    place.column > line.trimEnd().length
  )
    return { line: `${line.trimEnd()}]`, isSure: false };
  if (detail === 'inner-quotes') {
    const [, beginning = '', text] = INNER_QUOTES.exec(line) ?? [];
    return text === undefined ? null : { line: `${beginning}'${text}'`, isSure: true };
  }
  if (detail === 'equals' && found === ':') return withEquals(line, place, settings);
  return detail === 'character' || detail === 'newline' || detail === 'number'
    ? withQuotes(line, place, settings)
    : null;
}

/**
 * Return what was meant by a string whose author escaped only some of its characters. Two
 * backslashes may also be the beginning of a share's path, and a path needs nothing else.
 */
function withoutEscapes(text: string): string {
  return /^(?:[A-Z]:)?\\/i.test(text) && !text.includes('"')
    ? text
    : text.replaceAll('\\"', '"').replace(/(?<=[^\s"\\])\\{2}/g, '\\');
}

/** Return where the first of the quotation marks within a string is, from 0; -1 if none is. */
export function indexOfInnerQuote(line: string): number {
  const [, beginning, text = ''] = INNER_QUOTES.exec(line) ?? [];
  return beginning === undefined ? -1 : beginning.length + 1 + text.indexOf('"');
}

/** Return where a value without quotes begins, from 0; -1 if the line has none. */
export function indexOfBareValue(line: string): number {
  return BARE.exec(line)?.[1]?.length ?? -1;
}

function withEquals(
  line: string,
  { column }: TextPosition,
  settings: readonly Setting[],
): RepairedLine | null {
  const [whole, beginning, key = ''] = COLON.exec(line) ?? [];
  return whole === undefined || column > whole.length || settingsNamed(settings, key).length === 0
    ? null
    : { line: `${beginning} = ${line.slice(whole.length)}`, isSure: true };
}

function withQuotes(
  line: string,
  { column }: TextPosition,
  settings: readonly Setting[],
): RepairedLine | null {
  const [, beginning = '', key = '', text] = BARE.exec(line) ?? [];
  if (text === undefined || column <= beginning.length) return null;
  const quote = text.includes('\\') ? "'" : '"';
  const quoted = `${quote}${text.trimEnd()}${quote}`;
  const type = settingsNamed(settings, key)[0]?.type;
  const meant = type && MEANT[type];
  // In a list, a comma may separate items.
  return meant && !(type === 'strings' && text.includes(','))
    ? { line: `${beginning}${meant(quoted)}`, isSure: true }
    : { line: `${beginning}${quoted}`, isSure: false };
}
