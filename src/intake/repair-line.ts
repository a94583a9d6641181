/** Repair faulty lines of a configuration as their author would. */
import type { TableFault } from './check-tables.ts';
import { findConfusable } from './confusables.ts';
import type { TextPosition } from './config-document.ts';
import type { Setting } from '../model/settings.ts';
import { settingsNamed } from './settings-tree.ts';

/** `key = ` and unquoted text. */
const BARE = /^(\s*(?:[\w-]+\.)*([\w-]+)\s*=\s*)([^\s"'[\]{}#][^"'[\]{}#]*)$/;
/** `key = ` and a string with quotation marks in it, which end it early. */
const INNER_QUOTES = /^(\s*[\w.-]+\s*=\s*)"([^"'\\]*"[^'\\]*)"\s*$/;
/** `key: `, as in YAML. */
const COLON = /^(\s*([\w-]+))\s*:\s*(?=\S)/;
/** The end of a text: a string that is an item and a comma, and the beginning of the next item. */
const OPEN_ITEM = /("[^"\\,]*),\s*"[-+.\w]*$/;

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

/** Repair the fault in a line; null if the intended meaning is unclear. */
export function repairLine(
  line: string,
  { code, detail, found, place }: TableFault,
  settings: readonly Setting[],
): string | null {
  if (code === 'characters') return findConfusable(line)?.write ?? null;
  if (code === 'backslash')
    return found === null || found.includes("'")
      ? null
      : line.replace(`"${found}"`, () => `'${withoutEscapes(found)}'`);
  if (code !== 'syntax') return null;
  switch (detail) {
    case 'small-letters':
      return line.replace(/=.*/, () => `= ${/^(?:true|yes|on)$/i.test(found ?? '')}`);
    case 'inner-quotes': {
      const [, beginning = '', text] = INNER_QUOTES.exec(line) ?? [];
      return text === undefined ? null : `${beginning}'${text}'`;
    }
    case 'string-end': {
      const comma = place.column - 1 + place.length;
      return place.length > 1 && line[comma] === ','
        ? `${line.slice(0, comma)}"${line.slice(comma)}`
        : null;
    }
    case 'equals':
      return found === ':' ? withEquals(line, place, settings) : null;
    case 'character':
    case 'newline':
    case 'number':
      return withQuotes(line, place, settings);
    default:
      return null;
  }
}

/**
 * Return what was meant by a string whose author escaped only some of its characters. A path is
 * left as it is, because its two backslashes may be the beginning of a network share.
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

/**
 * Return the item of a list that lacks its closing quotation mark, if the parser stopped at
 * `column` because the mark that opens the next item ended it. `from` counts from 0.
 */
export function openItem(line: string, column: number): { from: number; length: number } | null {
  const item = OPEN_ITEM.exec(line.slice(0, Math.max(0, column - 1)));
  const isOdd = (line.match(/"/g) ?? []).length % 2 === 1;
  return item && isOdd && /=\s*\[/.test(line)
    ? { from: item.index, length: (item[1] ?? '').length }
    : null;
}

/** Return where a value without quotes begins, from 0; -1 if the line has none. */
export function indexOfBareValue(line: string): number {
  return BARE.exec(line)?.[1]?.length ?? -1;
}

function withEquals(
  line: string,
  { column }: TextPosition,
  settings: readonly Setting[],
): string | null {
  const [whole, beginning, key = ''] = COLON.exec(line) ?? [];
  return whole === undefined || column > whole.length || settingsNamed(settings, key).length === 0
    ? null
    : `${beginning} = ${line.slice(whole.length)}`;
}

function withQuotes(
  line: string,
  { column }: TextPosition,
  settings: readonly Setting[],
): string | null {
  const [, beginning = '', key = '', text] = BARE.exec(line) ?? [];
  if (text === undefined || column <= beginning.length) return null;
  const quote = text.includes('\\') ? "'" : '"';
  const type = settingsNamed(settings, key)[0]?.type;
  const meant = type && MEANT[type];
  // In a list, a comma may separate items.
  return meant && !(type === 'strings' && text.includes(','))
    ? `${beginning}${meant(`${quote}${text.trimEnd()}${quote}`)}`
    : null;
}
