import { encodeRange, type ByteRange } from '../lines/byte-range.ts';
import { decodeLine, indexOfByte } from '../lines/bytes.ts';
import { cleanLine } from '../lines/clean-line.ts';
import type { LogLine } from './log-line.ts';
import { readSeparately, type RepairContext, type RepairStep } from './step.ts';

/** Most strings of an object or a list that are examined. */
const MAX_STRINGS = 10_000;

/** A JSON object, or a list of them, whose strings hold lines of the product. */
export function jsonStrings({ record }: RepairContext): RepairStep {
  return {
    name: 'json-strings',
    mayApply: (line) => indexOfObject(line) >= 0,
    apply: (line) => {
      const groups = linesInObject({ ...line.text, from: indexOfObject(line) });
      return groups.some((lines) => lines.some(record.messages.isProductLine))
        ? readSeparately(groups)
        : 'not mine';
    },
  };
}

/**
 * Return where the object begins, or -1. JSON after a header belongs to that message, and the step
 * for envelopes has read whole lines of JSON with a known field.
 */
function indexOfObject(line: LogLine): number {
  const { bytes, from, to } = line.text;
  const brace = indexOfByte(bytes, 123, from, to);
  if (brace < 0 || bytes[brace + 1] !== 34) return -1;
  const isEnvelope = line.variants.length > 1 && brace === from;
  return isEnvelope || brace >= (line.embeddedHeaders[0]?.at ?? to) ? -1 : brace;
}

/** Return the lines of the strings in the JSON from a brace on. */
function linesInObject({ bytes, from, to }: ByteRange): ByteRange[][] {
  return readStrings(decodeLine(bytes, bytes[from - 1] === 91 ? from - 1 : from, to)).map((lines) =>
    lines.map((text) => encodeRange(cleanLine(text))),
  );
}

/**
 * Split the strings of the JSON object or list that ends a text. Return none if it is not JSON.
 *
 * Some command runners list their output twice, as a whole and by line; keep one.
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
