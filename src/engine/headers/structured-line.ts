/** Reads lines of JSON and logfmt that a product itself writes, with its header in fields. */
import type { CatalogProduct } from '../../model/catalog.ts';
import { unescape } from '../lines/go-quote.ts';
import type { ByteRange } from '../lines/byte-range.ts';
import { decode } from '../lines/bytes.ts';
import { cleanLine } from '../lines/clean-line.ts';
import { packEpoch } from './calendar-time.ts';
import { packTime } from './timestamps.ts';

type Fields = NonNullable<CatalogProduct['fields']>;

/** A match begins only at the start of a word. Otherwise a long word would take quadratic time. */
const PAIR = /(?<!\S)([^\s="]+)=(?:"((?:[^"\\]|\\.)*)"|(\S*))/g;
const FIRST_PAIR = /^[A-Z_@][\w.@-]*=/i;
/** ISO 8601 or `2026/11/24 22:40:15`. */
const TIME = /^\d{4}[/-]\d\d[/-]\d\d[T ]\d\d:\d\d:\d\d/;
const NUMBER = /^\d+(?:\.\d+)?$/;

/** The message of a line, and the values of its header as written. */
export interface StructuredLine {
  message: string;
  level: string;
  tag: string;
  /** Packed (timestamps.ts), 0 for none. */
  time: number;
}

/** Read a line whose header is in fields; null if it has no message. */
export function readStructuredLine(
  fields: Fields,
  { bytes, from, to }: ByteRange,
): StructuredLine | null {
  const record = parseRecord(fields, decode(bytes, from, to));
  const message = record && readText(record, fields.message);
  if (record === null || message === null) return null;
  const causes = fields.cause.flatMap((name) => readText(record, [name]) ?? []);
  return {
    message: cleanLine([message, ...causes].join(': ')),
    level: readText(record, fields.level) ?? '',
    tag: readText(record, fields.tag) ?? '',
    time: timeOf(readText(record, fields.time) ?? ''),
  };
}

type Values = Readonly<Record<string, unknown>>;

function parseRecord({ as }: Fields, text: string): Values | null {
  if (as === 'json') return parseObject(text);
  if (!FIRST_PAIR.test(text)) return null;
  return Object.fromEntries(
    [...text.matchAll(PAIR)].map(([, name = '', quoted, plain]) => [
      name,
      quoted === undefined ? plain : unescape(quoted),
    ]),
  );
}

function parseObject(text: string): Values | null {
  if (!text.startsWith('{')) return null;
  try {
    return JSON.parse(text) as Values;
  } catch {
    return null;
  }
}

/** Return the first of the named fields as text, or null. An object counts by its `message`. */
function readText(record: Values, names: readonly string[]): string | null {
  for (const name of names) {
    const value = record[name] ?? valueAt(record, name);
    if (typeof value === 'string') return value;
    if (typeof value === 'number') return String(value);
    const message = (value as { message?: unknown } | null | undefined)?.message;
    if (typeof message === 'string') return message;
  }
  return null;
}

/** Return the value at a path such as `log.level`. */
function valueAt(record: Values, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, name) =>
        typeof value === 'object' && value !== null ? (value as Values)[name] : undefined,
      record,
    );
}

function timeOf(written: string): number {
  if (NUMBER.test(written)) return packEpoch(Number(written));
  const time = TIME.exec(written)?.[0];
  return time === undefined ? 0 : packTime(time);
}
