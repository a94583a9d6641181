/**
 * Fits templates to bytes. A template is compiled to a program: literals as bytes, holes as
 * scanners. An unbounded hole ends at the first place where the next literal occurs and the
 * remainder fits; only a few places are tried, so the time is linear in the text.
 */
import { HOLE_TYPES, type HoleType } from './hole-types.ts';
import type { TemplatePart } from './template.ts';
import { encode, indexOfBytes, isWord, matchesAt } from '../lines/bytes.ts';

/** A part of a program: a literal, or a hole with its number in the template. */
export interface Part {
  literal: Uint8Array;
  hole: HoleType | null;
  index: number;
}

/** A compiled template. */
export interface Program {
  parts: readonly Part[];
  holes: readonly { name: string; type: string }[];
}

/** The most holes of a template. */
const MAX_HOLES = 16;
const NO_LITERAL = new Uint8Array(0);

/**
 * How a program fits: start and end of each hole, -1 for one that the text does not reach; where
 * the program ends; and the literal bytes that matched.
 */
export interface Fit {
  spans: number[];
  end: number;
  literal: number;
}

/** The most places tried as the end of one hole, and of all holes of a template. */
const MAX_TRIES_PER_HOLE = 8;
const MAX_TRIES = 64;
/** Literal bytes that must match in a truncated template. */
const MIN_LITERAL = 16;

/** Compile a template's parts. */
export function compileParts(parts: readonly TemplatePart[]): Program {
  const holes: { name: string; type: string }[] = [];
  return {
    parts: parts.map((part) => {
      if (typeof part === 'string') return { literal: encode(part), hole: null, index: -1 };
      holes.push({ name: part.name, type: part.type });
      return {
        literal: NO_LITERAL,
        hole: HOLE_TYPES[part.inQuotes ? 'quoted' : part.type] as HoleType,
        index: holes.length - 1,
      };
    }),
    holes,
  };
}

/** Counts the templates within which the text breaks off, or may. */
export const breakOffCounter = { brokenOff: 0 };

/** The state of the current fit. One fit never starts inside another. */
let parts: readonly Part[] = [];
let bytes: Uint8Array = NO_LITERAL;
let to = 0;
let loose = false;
let cut = false;
let tries = 0;
let literal = 0;
let noBreak = false;
const spans = new Int32Array(2 * MAX_HOLES);

/**
 * Fit a program to `[from, end)`.
 *
 * @param mayGoOn other text may follow; otherwise the program must reach the end
 * @param mayBreakOff the text may be truncated within the template, once enough literal bytes match
 * @param skip bytes of the first literal, if it is known to match
 * @param oneLine the text is known to contain no line break
 * @returns null if it does not fit
 */
export function fit(
  program: Program,
  text: Uint8Array,
  from: number,
  end: number,
  mayGoOn = false,
  mayBreakOff = false,
  skip = 0,
  oneLine = false,
): Fit | null {
  parts = program.parts;
  bytes = text;
  to = end;
  loose = mayGoOn;
  cut = mayBreakOff;
  tries = 0;
  literal = skip;
  noBreak = oneLine;
  const { length } = program.holes;
  for (let index = 0; index < 2 * length; index++) spans[index] = -1;
  const reached = run(skip > 0 ? 1 : 0, from + skip);
  return reached < 0 ? null : { spans: copySpans(length), end: reached, literal };
}

/** An array literal of the exact size is the fastest to create. */
function copySpans(holes: number): number[] {
  if (holes === 0) return NO_SPANS;
  if (holes === 1) return [spans[0] as number, spans[1] as number];
  if (holes === 2)
    return [spans[0] as number, spans[1] as number, spans[2] as number, spans[3] as number];
  const copy: number[] = [
    spans[0] as number,
    spans[1] as number,
    spans[2] as number,
    spans[3] as number,
    spans[4] as number,
    spans[5] as number,
  ];
  for (let index = 6; index < 2 * holes; index++) copy.push(spans[index] as number);
  return copy;
}

const NO_SPANS: number[] = [];

function run(first: number, start: number): number {
  let at = start;
  for (let index = first; index < parts.length; index++) {
    const part = parts[index] as Part;
    const { hole } = part;
    if (hole === null) {
      const length = part.literal.length;
      if (at + length <= to && matchesAt(bytes, at, part.literal)) {
        at += length;
        literal += length;
        continue;
      }
      if (
        at + length <= to ||
        literal + to - at < MIN_LITERAL ||
        !matchesAt(bytes, at, part.literal.subarray(0, to - at))
      )
        return -1;
      breakOffCounter.brokenOff++;
      if (!cut) return -1;
      literal += to - at;
      return to;
    }
    const limit =
      hole.takes === 'all' || (noBreak && hole.takes === 'line') ? to : hole.scan(bytes, at, to);
    if (limit < at || (limit === at && !hole.empty)) return -1;
    spans[2 * part.index] = at;
    spans[2 * part.index + 1] = limit;
    if (!hole.bounded && index + 1 < parts.length)
      return endAtLiteral(
        part,
        (parts[index + 1] as Part).literal,
        index + 1,
        hole.empty ? at : at + 1,
        limit,
      );
    at = limit;
  }
  return at === to || (loose && isBreak(at)) ? at : -1;
}

/** End a hole where the next literal occurs and the remainder fits. */
function endAtLiteral(
  part: Part,
  next: Uint8Array,
  index: number,
  from: number,
  limit: number,
): number {
  const before = literal;
  const end = 2 * part.index + 1;
  const at = spans[end - 1] as number;
  let found = indexOfBytes(bytes, next, from, limit + 1, to);
  for (let n = 0; n < MAX_TRIES_PER_HOLE && tries < MAX_TRIES && found >= 0; n++, tries++) {
    spans[end] = found;
    literal = before + next.length;
    const reached = run(index + 1, found + next.length);
    if (reached >= 0) return reached;
    literal = before;
    found = indexOfBytes(bytes, next, found + 1, limit + 1, to);
  }
  for (
    let length = Math.min(next.length - 1, to - at);
    length >= 0 && literal + length >= MIN_LITERAL && to - length <= limit;
    length--
  ) {
    if ((length > 0 && bytes[to - 1] !== next[length - 1]) || !endsWith(length, next)) continue;
    breakOffCounter.brokenOff++;
    if (!cut) return -1;
    spans[end] = to - length;
    literal += length;
    return to;
  }
  return -1;
}

/** Return whether the text ends with the first `length` bytes of a literal. */
function endsWith(length: number, wanted: Uint8Array): boolean {
  for (let index = 0; index < length; index++)
    if (bytes[to - length + index] !== wanted[index]) return false;
  return true;
}

/** Return whether a position is not inside a word. */
function isBreak(at: number): boolean {
  return !isWord(bytes[at - 1]) || !isWord(bytes[at]);
}
