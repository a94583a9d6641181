import { encodeRange, type ByteRange } from '../lines/byte-range.ts';
import { decodeLine, indexOfByte } from '../lines/bytes.ts';
import { cleanLine } from '../lines/clean-line.ts';
import { unescape } from '../lines/go-quote.ts';
import type { LogLine } from './log-line.ts';
import { readSeparately, type RepairContext, type RepairStep } from './step.ts';

/** Most strings of an object or a list that are examined. */
const MAX_STRINGS = 10_000;

/** Matches a field whose value begins with a quote or a bracket. */
const FIELD = /(?:^|[\s,])"[\w.@-]{1,64}"\s*:\s*["[]/;
/** Matches a string in a list or as the value of a field; the last one may be cut. */
const STRING = /[:[,]\s*"((?:[^"\\]|\\.)*)(?:"(?!\s*:)|$)/g;

/**
 * A JSON object, or a list of them, whose strings hold lines of the product. It may be a part that
 * begins at a field.
 */
export function jsonStrings({ record }: RepairContext): RepairStep {
  return {
    name: 'json-strings',
    mayApply: (line) => indexOfObject(line) >= 0 || hasField(line),
    apply: (line) => {
      const at = indexOfObject(line);
      const whole = at < 0 ? [] : linesInObject({ ...line.text, from: at });
      const groups = whole.length > 0 ? whole : linesInPart(line);
      return groups.some((lines) => lines.some(record.messages.isProductLine))
        ? readSeparately(groups)
        : 'not mine';
    },
  };
}

/** Return whether the step for envelopes has read the line: an object with a known field. */
function isEnvelope({ text: { bytes, from }, variants }: LogLine): boolean {
  return variants.length > 1 && bytes[from] === 123;
}

/** Return where the object begins, or -1. JSON after a header belongs to that message. */
function indexOfObject(line: LogLine): number {
  const { bytes, from, to } = line.text;
  const brace = indexOfByte(bytes, 123, from, to);
  if (brace < 0 || bytes[brace + 1] !== 34) return -1;
  return isEnvelope(line) || brace >= (line.embeddedHeaders[0]?.at ?? to) ? -1 : brace;
}

/** Return whether a line without an object may have a field in front of its first header. */
function hasField(line: LogLine): boolean {
  if (isEnvelope(line)) return false;
  const { bytes, from, to } = line.text;
  const quote = indexOfByte(bytes, 34, from, to);
  if (quote < 0 || quote >= (line.embeddedHeaders[0]?.at ?? to)) return false;
  return indexOfByte(bytes, 58, quote, to) >= 0;
}

/** Return the lines of the strings in JSON that begins at a field. */
function linesInPart(line: LogLine): ByteRange[][] {
  if (!hasField(line)) return [];
  const text = decodeLine(line.text.bytes, line.text.from, line.text.to);
  const field = FIELD.exec(text);
  if (!field) return [];
  const strings = [...text.slice(field.index).matchAll(STRING)].slice(0, MAX_STRINGS);
  return onlyNew(strings.map(([, string = '']) => unescape(string).split('\n')));
}

/** Return the lines of the strings in the JSON from a brace on. */
function linesInObject({ bytes, from, to }: ByteRange): ByteRange[][] {
  return onlyNew(readStrings(decodeLine(bytes, bytes[from - 1] === 91 ? from - 1 : from, to)));
}

/** Some command runners list their output twice, as a whole and by line; keep one. */
function onlyNew(strings: readonly string[][]): ByteRange[][] {
  const seen = new Set<string>();
  return strings.flatMap((lines) => {
    if (lines.every((line) => seen.has(line))) return [];
    for (const line of lines) seen.add(line);
    return [lines.map((text) => encodeRange(cleanLine(text)))];
  });
}

/** Split the strings of the JSON object or list that ends a text. Return none if it is not JSON. */
function readStrings(text: string): string[][] {
  const strings: string[][] = [];
  const collect = (value: unknown): void => {
    if (strings.length === MAX_STRINGS) return;
    if (typeof value === 'string') strings.push(value.split('\n'));
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect);
  };
  try {
    collect(JSON.parse(text));
  } catch {
    return [];
  }
  return strings;
}
