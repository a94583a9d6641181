/**
 * Lines that a program or a person made fields of: columns of a spreadsheet, of CSV or of a Markdown table, `level=… msg="…"`, an object
 * of JSON with a level beside its message. They are brought into the product's own form, and count only where a message of the product follows.
 */
import { unescape } from '../quote.ts';
import type { Slice } from '../slices.ts';

/** What parts columns: a tab, a comma, a semicolon, a bar. */
const PARTS = new Set([9, 44, 59, 124]);

/** Whether a word stands in a column of its own, or `level=` or `level":` before one: most lines have neither. */
export function mayHaveFields({ bytes, from, to }: Slice): boolean {
  for (let at = from + 1; at < to; at++) {
    const byte = bytes[at] as number;
    if (byte === 61 || byte === 58) {
      const last = bytes[at - 1] === 34 ? at - 2 : at - 1;
      // level, severity
      if (
        (bytes[last] === 108 && bytes[last - 1] === 101) ||
        (bytes[last] === 121 && bytes[last - 1] === 116)
      )
        return true;
    } else if (PARTS.has(byte)) {
      let next = at + 1;
      while (bytes[next] === 32 || bytes[next] === 34) next++;
      if (next - at < 4 && (bytes[next] as number) >= 65 && (bytes[next] as number) <= 87)
        return true;
    }
  }
  return false;
}

const LEVEL = 'trace|debug|info|warn(?:ing)?|error|critical';
const COLUMNS = new RegExp(
  `^(.{0,200}?)(?:^|[\\t,;|])[ "]{0,3}(${LEVEL})[ "]{0,3}[\\t,;|][ "]{0,3}(?:<([a-z][\\w.]*)>|([a-z][\\w.]*)(?=[ "]{0,3}[\\t,;|]))?[ "]{0,3}[\\t,;|]?[ "]{0,3}(.+)$`,
  'i',
);
const TIME = /(\d{4}[/-]\d\d[/-]\d\d)[T\t ,;|"]{1,5}(\d\d:\d\d:\d\d)/;
const PAIR = {
  level: new RegExp(`(?:^|\\s)(?:level|severity)="?(${LEVEL})"?(?=\\s)`, 'i'),
  tag: /(?:^|\s)(?:logger|tag|name|component)="?<?([a-z][\w.]*)>?"?(?=\s|$)/,
  text: /(?:^|\s)(?:msg|message)="((?:[^"\\]|\\.)*)/,
};

/** The line with its head as the product writes it; null where it has no fields that could be one. */
export function withFieldHead(text: string, jsonFields: readonly string[]): string | null {
  if (text.startsWith('{')) return ofObject(text, jsonFields);
  const [, pairLevel] = PAIR.level.exec(text) ?? [];
  const [, pairText] = PAIR.text.exec(text) ?? [];
  if (pairLevel !== undefined && pairText !== undefined)
    return head(text, pairLevel, PAIR.tag.exec(text)?.[1], unescape(pairText));
  const [whole, before = '', level = '', inBrackets, alone, message = ''] =
    COLUMNS.exec(text) ?? [];
  return whole === undefined ? null : head(before, level, inBrackets ?? alone, cell(message, text));
}

/** Whether an object says more than that nobody knows the level. */
const TELLS = /"(?:level|severity)"\s?:\s?"(?!info")|"(?:logger|tag)"\s?:/i;

function ofObject(text: string, jsonFields: readonly string[]): string | null {
  if (!TELLS.test(text)) return null;
  try {
    const record = JSON.parse(text) as Record<string, unknown>;
    const { level = record['severity'], logger = record['tag'] } = record;
    const message = jsonFields
      .map((field) => record[field])
      .find((value) => typeof value === 'string');
    if (
      typeof level !== 'string' ||
      typeof message !== 'string' ||
      !new RegExp(`^(?:${LEVEL})$`, 'i').test(level)
    )
      return null;
    return head(text, level, typeof logger === 'string' ? logger : undefined, message);
  } catch {
    return null;
  }
}

function head(
  before: string,
  level: string,
  tag: string | undefined,
  message: string,
): string | null {
  const [, date, clock] = TIME.exec(before) ?? [];
  const upper = level.toUpperCase();
  // It is what a collector writes that does not know the level.
  if (upper === 'INFO' && tag === undefined) return null;
  return `${date === undefined ? '' : `${date} ${clock} `}${upper === 'WARN' ? 'WARNING' : upper} ${tag === undefined ? '' : `<${tag}> `}${message}`;
}

/** The last column without what the others close with, and its quotation marks as they were. */
function cell(message: string, row: string): string {
  const [, quoted] = /^"?((?:[^"]|"")*)"\s*$/.exec(message) ?? [];
  if (quoted !== undefined) return quoted.replaceAll('""', '"');
  return isTableRow(row.trimStart()) ? message.trimEnd().slice(0, -1).trimEnd() : message;
}

/** The field of a row that holds a line: the message of `msg="…"`, the longest column of a table, else the longest in quotation marks; null where there is none. */
export function fieldWithin(text: string): string | null {
  const [, pair] = PAIR.text.exec(text) ?? [];
  if (pair !== undefined) return unescape(pair);
  // The strings of an object are no columns.
  if (text.includes('{"')) return null;
  if (isTableRow(text)) return longestOf(text.split('|').map((column) => column.trim()));
  const columns: string[] = [];
  for (let at = text.indexOf('"', 1); at >= 0; at = text.indexOf('"', at)) {
    const isField = PARTS.has(text.charCodeAt(at - 1));
    const from = ++at;
    if (!isField) continue;
    let end = text.indexOf('"', from);
    while (end >= 0 && text[end + 1] === '"') end = text.indexOf('"', end + 2);
    if (end < 0) break;
    columns.push(text.slice(from, end).replaceAll('""', '"'));
    at = end + 1;
  }
  return longestOf(columns);
}

/** A row of a Markdown table. */
function isTableRow(text: string): boolean {
  return text.startsWith('|') && text.trimEnd().endsWith('|');
}

function longestOf(columns: readonly string[]): string | null {
  return (
    columns.reduce((longest, column) => (column.length > longest.length ? column : longest), '') ||
    null
  );
}

/** Whether a quotation mark opens a field somewhere in a line, or a bar its first column. */
export function mayHoldField({ bytes, from, to }: Slice): boolean {
  if (bytes[from] === 124) return true;
  for (let at = from + 1; at < to; at++)
    if (bytes[at] === 34 && (PARTS.has(bytes[at - 1] as number) || bytes[at - 1] === 61))
      return true;
  return false;
}
