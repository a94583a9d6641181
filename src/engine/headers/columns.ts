/** Reads rows of a table or a CSV file, and pairs such as `level=… msg="…"`. */
import { unescape } from '../lines/go-quote.ts';
import type { ByteRange } from '../lines/byte-range.ts';

/** Column separators: tab, comma, semicolon, bar. */
export const SEPARATORS: ReadonlySet<number> = new Set([9, 44, 59, 124]);

const MESSAGE = /(?:^|\s)(?:msg|message)="((?:[^"\\]|\\.)*)/;

/** Return the message of `msg="…"`, or null. */
export function readMessagePair(text: string): string | null {
  const [, message] = MESSAGE.exec(text) ?? [];
  return message === undefined ? null : unescape(message);
}

/** Return whether a text is a row of a Markdown table. */
export function isTableRow(text: string): boolean {
  return text.startsWith('|') && text.trimEnd().endsWith('|');
}

/**
 * Return the field of a row that holds the log line: the message of `msg="…"`, the longest column
 * of a table, or else the longest quoted field; null if there is none.
 */
export function readLongestField(text: string): string | null {
  const message = readMessagePair(text);
  if (message !== null) return message;
  // The strings of a JSON object are not columns.
  if (text.includes('{"')) return null;
  if (isTableRow(text)) return longestOf(text.split('|').map((column) => column.trim()));
  const columns: string[] = [];
  for (let at = text.indexOf('"', 1); at >= 0; at = text.indexOf('"', at)) {
    const isField = SEPARATORS.has(text.charCodeAt(at - 1));
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

function longestOf(columns: readonly string[]): string | null {
  return (
    columns.reduce((longest, column) => (column.length > longest.length ? column : longest), '') ||
    null
  );
}

/** Return whether the line has a field that begins with a quotation mark, or is a table row. */
export function mayHaveQuotedField({ bytes, from, to }: ByteRange): boolean {
  if (bytes[from] === 124) return true;
  for (let at = from + 1; at < to; at++)
    if (bytes[at] === 34 && (SEPARATORS.has(bytes[at - 1] as number) || bytes[at - 1] === 61))
      return true;
  return false;
}
