/** Reads lines of JSON and logfmt that a product itself writes, with its header in fields. */
import { unescape } from '../lines/go-quote.ts';
import { encodeRange, type ByteRange } from '../lines/byte-range.ts';
import { decode, encode } from '../lines/bytes.ts';
import { cleanLine } from '../lines/clean-line.ts';
import { packEpoch } from './calendar-time.ts';
import type { CompiledProduct, Header } from './header.ts';
import { OTHER_TAG, type Tags } from './tags.ts';
import { packTime } from './timestamps.ts';

type Fields = NonNullable<CompiledProduct['fields']>;

const PAIR = /([^\s="]+)=(?:"((?:[^"\\]|\\.)*)"|(\S*))/g;
const FIRST_PAIR = /^[A-Z_@][\w.@-]*=/i;
/** ISO 8601 or `2026/11/24 22:40:15`. */
const TIME = /^\d{4}[/-]\d\d[/-]\d\d[T ]\d\d:\d\d:\d\d/;
const NUMBER = /^\d+(?:\.\d+)?$/;

/** Read a line whose header is in fields; null if it has no message. */
export function readStructuredLine(
  product: CompiledProduct,
  fields: Fields,
  tags: Tags,
  { bytes, from, to }: ByteRange,
): Header | null {
  const record = parseRecord(fields, decode(bytes, from, to));
  const message = record && readText(record, fields.message);
  if (record === null || message === null) return null;
  const level = readText(record, fields.level);
  const tag = readText(record, fields.tag);
  const causes = fields.cause.flatMap((name) => readText(record, [name]) ?? []);
  return {
    level: level === null ? 0 : product.levelWords.levelOf(level),
    tag: tag === null || tag === '' ? OTHER_TAG : tags.numberOf(encode(tag)),
    time: timeOf(readText(record, fields.time) ?? ''),
    ...encodeRange(cleanLine([message, ...causes].join(': '))),
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

/** Return the first of the given fields as a text, or null. An error may be an object. */
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
