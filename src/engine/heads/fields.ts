/** The message inside a line of JSON or CSV. */
import { cleanLine } from '../clean.ts';
import { unescape } from '../quote.ts';
import { sliceOf, type Slice } from '../slices.ts';
import { decode, decodeLine, skipSpace } from '../text.ts';

/** The first of some fields that a JSON line has as a string, or null; a line that was cut is read as far as it goes. */
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

/** journald writes a text with control characters in it, such as colours, as the numbers of its bytes. */
function isBytes(value: unknown): value is number[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((byte) => Number.isInteger(byte) && byte >= 0 && byte < 256)
  );
}

/** The program that a JSON line says that it is from, or null. */
export function readSender(fields: readonly string[], text: string): string | null {
  return new RegExp(`"(?:${fields.join('|')})"\\s*:\\s*"([^"\\\\]*)`).exec(text)?.[1] ?? null;
}

const MEMBER = /^\s*"[\w.@-]+"\s*:\s/;
/** What is a line of its own where an object of JSON stands over several. */
const PART = /^\s*(?:[{}[\]]+,?|"[\w.@-]+"\s*:\s*(?:".*"|[-+.\deE]+|true|false|null|[[{]),?)\s*$/;

/** The message in a line of JSON that stands over several, one for each field, or null. */
export function readMember(fields: readonly string[], line: string): string | null {
  return MEMBER.test(line) ? readJsonField(fields, `{${line.replace(/,\s*$/, '')}}`) : null;
}

/** A string that fills its line, as an element of a list or the value of a field, in JSON or YAML. */
const ELEMENT = /^(?:- |"([\w.@-]+)"\s*:\s*)?"((?:[^"\\]|\\.)*)",?\s*$/;

/** Knows the lines of JSON that stands over several lines and holds messages: those that hold none belong to no message. */
export class SpreadJson {
  #isSeen = false;
  readonly #fields: readonly string[];

  /** @param fields that may hold a message */
  constructor(fields: readonly string[]) {
    this.#fields = fields;
  }

  /** Whether a line is a part of such JSON that holds no message; before the first message nobody can know. */
  isPart({ bytes, from, to }: Slice): boolean {
    const at = skipSpace(bytes, from, to);
    if (bytes[at] !== 34 && !this.#isSeen) return false;
    const line = decode(bytes, at, to);
    const isMessage = readMember(this.#fields, line) !== null;
    this.#isSeen ||= isMessage;
    return !isMessage && this.#isSeen && PART.test(line);
  }

  /** The lines in a string that fills its line, whose field nobody knows, where one of them is the product's; else none. */
  linesIn({ bytes, from, to }: Slice, isOwn: (line: Slice) => boolean): Slice[] {
    const at = skipSpace(bytes, from, to);
    if (bytes[at] !== 34 && bytes[at] !== 45) return [];
    const [, field = '', string] = ELEMENT.exec(decode(bytes, at, to)) ?? [];
    if (string === undefined || this.#fields.includes(field)) return [];
    const lines = unescape(string)
      .split('\n')
      .map((text) => sliceOf(cleanLine(text)));
    if (!lines.some(isOwn)) return [];
    this.#isSeen = true;
    return lines;
  }
}

/** The lines in the strings of an object of JSON whose fields nobody knows, or of a list of such, as they were printed, where one of them is the product's; else none. @param line from its first brace on */
export function linesInObject(
  { bytes, from, to }: Slice,
  isOwn: (line: Slice) => boolean,
): Slice[][] {
  if (bytes[from + 1] !== 34) return [];
  const strings = readStrings(decodeLine(bytes, bytes[from - 1] === 91 ? from - 1 : from, to)).map(
    (lines) => lines.map((text) => sliceOf(cleanLine(text))),
  );
  return strings.some((lines) => lines.some(isOwn)) ? strings : [];
}

/** Strings of an object, or of a list, that are looked at. */
const MAX_STRINGS = 10_000;

/**
 * The strings in the object, or the list, of JSON that ends a text, as lines; none where it is no JSON. A runner of commands lists an output as a whole,
 * and line by line once more: what was told is left out.
 */
function readStrings(text: string): string[][] {
  const told = new Set<string>();
  const strings: string[][] = [];
  const collect = (value: unknown): void => {
    if (strings.length === MAX_STRINGS) return;
    if (typeof value === 'string') {
      const lines = value.split('\n');
      if (lines.every((line) => told.has(line))) return;
      for (const line of lines) told.add(line);
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

/** The message of a CSV row whose fields are all quoted: its longest field, or the only one; null for anything else. */
export function readRow(row: string): string | null {
  if (!row.includes('","') && !/^"(?:[^"]|"")*"\s*$/.test(row)) return null;
  const fields = [...row.matchAll(/"((?:[^"]|"")*)"/g)].map(([, field = '']) =>
    field.replaceAll('""', '"'),
  );
  return fields.reduce((longest, field) => (field.length > longest.length ? field : longest), '');
}

/** The last field of a CSV row. */
export function readCsvField(text: string): string {
  return text.startsWith('"') ? text.slice(1).replace(/"\s*$/, '').replaceAll('""', '"') : text;
}
