/** Extracts messages from lines of JSON or CSV. */
import { cleanLine } from '../lines/clean-line.ts';
import { unescape } from '../lines/go-quote.ts';
import { encodeRange, type ByteRange } from '../lines/byte-range.ts';
import { decode, decodeLine, skipSpace } from '../lines/bytes.ts';

/**
 * Return the first of the given fields that is a string in a line of JSON, or null. A truncated
 * line is read as far as it goes.
 */
export function readJsonField(fields: readonly string[], text: string): string | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return null;
    // Some collectors wrap the line once more, such as `{"jsonPayload": {"message": …}}`.
    for (const record of [value, ...Object.values(value)]) {
      for (const field of fields) {
        const inner: unknown = (record as Record<string, unknown> | null)?.[field];
        if (typeof inner === 'string') return inner.replace(/\n$/, '');
        if (isBytes(inner))
          return decode(Uint8Array.from(inner), 0, inner.length).replace(/\n$/, '');
      }
    }
  } catch {
    for (const field of fields) {
      const [, inner] = new RegExp(`"${field}"\\s*:\\s*"((?:[^"\\\\]|\\\\.)*)`).exec(text) ?? [];
      if (inner !== undefined) return unescape(inner).replace(/\n$/, '');
    }
  }
  return null;
}

/**
 * Return whether a value is a text as journald writes it if it contains control characters such as
 * colors: an array of bytes.
 */
function isBytes(value: unknown): value is number[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((byte) => Number.isInteger(byte) && byte >= 0 && byte < 256)
  );
}

/** Return the program that a line of JSON names as its source, or null. */
export function readJsonSender(fields: readonly string[], text: string): string | null {
  return new RegExp(`"(?:${fields.join('|')})"\\s*:\\s*"([^"\\\\]*)`).exec(text)?.[1] ?? null;
}

const JSON_MEMBER = /^\s*"[\w.@-]+"\s*:\s/;
/** Matches a line of a multi-line JSON object. */
const JSON_FRAGMENT =
  /^\s*(?:[{}[\]]+,?|"[\w.@-]+"\s*:\s*(?:".*"|[-+.\deE]+|true|false|null|[[{]),?)\s*$/;

/** Return the message in a line of a multi-line JSON object with one field per line, or null. */
export function readJsonMember(fields: readonly string[], line: string): string | null {
  return JSON_MEMBER.test(line) ? readJsonField(fields, `{${line.replace(/,\s*$/, '')}}`) : null;
}

/**
 * Matches a string that fills its line, as an element of a list or the value of a field, in JSON or
 * YAML.
 */
const ELEMENT = /^(?:- |"([\w.@-]+)"\s*:\s*)?"((?:[^"\\]|\\.)*)",?\s*$/;

/** Recognizes multi-line JSON that holds messages: its other lines do not belong to any message. */
export class MultilineJson {
  #isSeen = false;
  readonly #fields: readonly string[];

  constructor(fields: readonly string[]) {
    this.#fields = fields;
  }

  /**
   * Return whether a line belongs to such JSON but holds no message. Before the first message this
   * cannot be known.
   */
  isPart({ bytes, from, to }: ByteRange): boolean {
    const at = skipSpace(bytes, from, to);
    if (bytes[at] !== 34 && !this.#isSeen) return false;
    const line = decode(bytes, at, to);
    const isMessage = readJsonMember(this.#fields, line) !== null;
    this.#isSeen ||= isMessage;
    return !isMessage && this.#isSeen && JSON_FRAGMENT.test(line);
  }

  /**
   * Split a string that fills its line and is the value of an unknown field. Return its lines if
   * one of them is the product's, otherwise none.
   */
  linesIn({ bytes, from, to }: ByteRange, isOwn: (line: ByteRange) => boolean): ByteRange[] {
    const at = skipSpace(bytes, from, to);
    if (bytes[at] !== 34 && bytes[at] !== 45) return [];
    const [, field = '', string] = ELEMENT.exec(decode(bytes, at, to)) ?? [];
    if (string === undefined || this.#fields.includes(field)) return [];
    const lines = unescape(string)
      .split('\n')
      .map((text) => encodeRange(cleanLine(text)));
    if (!lines.some(isOwn)) return [];
    this.#isSeen = true;
    return lines;
  }
}

/**
 * Split the strings of a JSON object with unknown fields, or of a list of such objects. Return
 * their lines if one of them is the product's, otherwise none.
 *
 * @param line from its first brace on
 */
export function linesInObject(
  { bytes, from, to }: ByteRange,
  isOwn: (line: ByteRange) => boolean,
): ByteRange[][] {
  if (bytes[from + 1] !== 34) return [];
  const strings = readStrings(decodeLine(bytes, bytes[from - 1] === 91 ? from - 1 : from, to)).map(
    (lines) => lines.map((text) => encodeRange(cleanLine(text))),
  );
  return strings.some((lines) => lines.some(isOwn)) ? strings : [];
}

/** Most strings of an object or a list that are examined. */
const MAX_STRINGS = 10_000;

/**
 * Split the strings of the JSON object or list that ends a text. Return none if it is not JSON.
 *
 * Some command runners list an output as a whole and again line by line; the repetition is left
 * out.
 */
function readStrings(text: string): string[][] {
  const seen = new Set<string>();
  const strings: string[][] = [];
  const collect = (value: unknown): void => {
    if (strings.length === MAX_STRINGS) return;
    if (typeof value === 'string') {
      const lines = value.split('\n');
      if (lines.every((line) => seen.has(line))) return;
      for (const line of lines) seen.add(line);
      strings.push(lines);
    } else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect);
  };
  try {
    collect(JSON.parse(text));
  } catch {
    return [];
  }
  return strings;
}

/**
 * Return the message of a CSV row whose fields are all quoted: its longest field, or null if it is
 * not such a row.
 */
export function readCsvRow(row: string): string | null {
  if (!row.includes('","') && !/^"(?:[^"]|"")*"\s*$/.test(row)) return null;
  const fields = [...row.matchAll(/"((?:[^"]|"")*)"/g)].map(([, field = '']) =>
    field.replaceAll('""', '"'),
  );
  return fields.reduce((longest, field) => (field.length > longest.length ? field : longest), '');
}

/** Return the last field of a CSV row. */
export function readCsvField(text: string): string {
  return text.startsWith('"') ? text.slice(1).replace(/"\s*$/, '').replaceAll('""', '"') : text;
}
