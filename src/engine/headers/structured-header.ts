/**
 * Lines that were split into fields: columns of a spreadsheet, CSV file or Markdown table, `level=…
 * msg="…"`, or a JSON object with a level beside its message. They are rewritten in the product's
 * own format and count only if a message of the product follows.
 */
import { unescape } from '../lines/go-quote.ts';
import type { ByteRange } from '../lines/byte-range.ts';

/** Column separators: tab, comma, semicolon, bar. */
const SEPARATORS = new Set([9, 44, 59, 124]);

/**
 * Return whether a line may have a level in a column, or `level=` or `level":`. Most lines have
 * neither and need not be decoded.
 */
export function mayHaveStructuredHeader({ bytes, from, to }: ByteRange): boolean {
  for (let at = from + 1; at < to; at++) {
    const byte = bytes[at] as number;
    if (byte === 61 || byte === 58) {
      const last = bytes[at - 1] === 34 ? at - 2 : at - 1;
      // The last two letters of `level` and `severity`.
      if (
        (bytes[last] === 108 && bytes[last - 1] === 101) ||
        (bytes[last] === 121 && bytes[last - 1] === 116)
      )
        return true;
    } else if (SEPARATORS.has(byte)) {
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

/**
 * Rewrite a line with its header as the product writes it, or return null if none of its fields can
 * be a header.
 */
export function withHeaderOfFields(text: string, jsonFields: readonly string[]): string | null {
  if (text.startsWith('{')) return readObject(text, jsonFields);
  const [, pairLevel] = PAIR.level.exec(text) ?? [];
  const [, pairText] = PAIR.text.exec(text) ?? [];
  if (pairLevel !== undefined && pairText !== undefined)
    return writeHeader(text, pairLevel, PAIR.tag.exec(text)?.[1], unescape(pairText));
  const [whole, before = '', level = '', inBrackets, alone, message = ''] =
    COLUMNS.exec(text) ?? [];
  return whole === undefined
    ? null
    : writeHeader(before, level, inBrackets ?? alone, unquoteColumn(message, text));
}

/**
 * Matches an object with a tag, or a level other than `info`: a collector also writes `info` if it
 * does not know the level.
 */
const HAS_LEVEL_OR_TAG = /"(?:level|severity)"\s?:\s?"(?!info")|"(?:logger|tag)"\s?:/i;

function readObject(text: string, jsonFields: readonly string[]): string | null {
  if (!HAS_LEVEL_OR_TAG.test(text)) return null;
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
    return writeHeader(text, level, typeof logger === 'string' ? logger : undefined, message);
  } catch {
    return null;
  }
}

function writeHeader(
  before: string,
  level: string,
  tag: string | undefined,
  message: string,
): string | null {
  const [, date, clock] = TIME.exec(before) ?? [];
  const upper = level.toUpperCase();
  // Collectors write INFO if they do not know the level.
  if (upper === 'INFO' && tag === undefined) return null;
  const time = date === undefined ? '' : `${date} ${clock} `;
  const own = upper === 'WARN' ? 'WARNING' : upper;
  const tagged = tag === undefined ? '' : `<${tag}> `;
  return `${time}${own} ${tagged}${message}`;
}

/**
 * Return the last column without the row's closing quote or bar, and with its quotes unescaped.
 */
function unquoteColumn(message: string, row: string): string {
  const [, quoted] = /^"?((?:[^"]|"")*)"\s*$/.exec(message) ?? [];
  if (quoted !== undefined) return quoted.replaceAll('""', '"');
  return isTableRow(row.trimStart()) ? message.trimEnd().slice(0, -1).trimEnd() : message;
}

/**
 * Return the field of a row that holds a line: the message of `msg="…"`, the longest column of a
 * table, or else the longest quoted field; null if there is none.
 */
export function readLongestField(text: string): string | null {
  const [, pair] = PAIR.text.exec(text) ?? [];
  if (pair !== undefined) return unescape(pair);
  // The strings of an object are not columns.
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

/** Return whether a text is a row of a Markdown table. */
function isTableRow(text: string): boolean {
  return text.startsWith('|') && text.trimEnd().endsWith('|');
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
