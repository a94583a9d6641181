/** Reads rows of a table or a CSV file, and pairs such as `level=… msg="…"`. */
import { unescape } from '../lines/go-quote.ts';
import type { ByteRange } from '../lines/byte-range.ts';

/** Column separators: tab, comma, semicolon, bar. */
export const SEPARATORS: ReadonlySet<number> = new Set([9, 44, 59, 124]);

const MESSAGE = /(?:^|\s)(?:msg|message)="((?:[^"\\]|\\.)*)/;
/** A quoted field of a row, whose quotes are doubled. */
const FIELD = /(?<![^\t,;|])"((?:[^"]|"")*)"(?=[\t,;|]|\s*$)/g;
/** A line that is one string with an escape. */
const JSON_STRING = /^"(?=[^"]*\\)(?:[^"\\]|\\.)+",?\s*$/;

/** Return whether a text is a row of a Markdown table. */
export function isTableRow(text: string): boolean {
  return text.startsWith('|') && text.trimEnd().endsWith('|');
}

/**
 * Return the field of a row that holds the log line: the message of `msg="…"`, the longest column
 * of a table, or else the longest quoted field; null if there is none.
 */
export function readLongestField(text: string): string | null {
  const [, message] = MESSAGE.exec(text) ?? [];
  if (message !== undefined) return unescape(message);
  // The strings of JSON are not columns.
  if (text.includes('{"') || JSON_STRING.test(text)) return null;
  const columns = isTableRow(text)
    ? text.split('|').map((column) => column.trim())
    : [...text.matchAll(FIELD)].map(([, field = '']) => field.replaceAll('""', '"'));
  return columns.sort((a, b) => b.length - a.length)[0] || null;
}

/** Return whether the line has a field that begins with a quotation mark, or is a table row. */
export function mayHaveQuotedField({ bytes, from, to }: ByteRange): boolean {
  if (bytes[from] === 124 || bytes[from] === 34) return true;
  for (let at = from + 1; at < to; at++)
    if (bytes[at] === 34 && (SEPARATORS.has(bytes[at - 1] as number) || bytes[at - 1] === 61))
      return true;
  return false;
}
