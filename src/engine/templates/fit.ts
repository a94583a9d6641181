/**
 * Fits templates to bytes. A template is compiled to a program: literals as bytes, holes as
 * scanners. An unbounded hole ends at the first place where the next literal occurs and the
 * remainder fits; only a few places are tried, so the time is linear in the text.
 */
import { HOLE_TYPES, type HoleType } from './hole-types.ts';
import type { TemplatePart } from './template.ts';
import type { ByteRange } from '../lines/byte-range.ts';
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

/** The maximum number of holes of a template. */
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

/** A literal with at least this many bytes rarely occurs in a value by chance. */
const MIN_DISTINCT = 6;
/** The most places tried as the end of one hole, and of all holes of a template. */
const MAX_TRIES_PER_HOLE = 8;
const MAX_TRIES = 64;
/** Literal bytes that must match before a long text may break off within a template. */
const MIN_LITERAL = 16;

/**
 * Compile a template's parts.
 *
 * @param typeOf returns the type of the hole at an index, or undefined for the type that the
 * template names
 */
export function compileParts(
  parts: readonly TemplatePart[],
  typeOf: (index: number) => HoleType | undefined = () => undefined,
): Program {
  const holes: { name: string; type: string }[] = [];
  return {
    parts: parts.map((part, index) => {
      if (typeof part === 'string') return { literal: encode(part), hole: null, index: -1 };
      holes.push({ name: part.name, type: part.type });
      return {
        literal: NO_LITERAL,
        hole: typeOf(index) ?? (HOLE_TYPES[part.inQuotes ? 'quoted' : part.type] as HoleType),
        index: holes.length - 1,
      };
    }),
    holes,
  };
}

/** Fits programs to texts, one after another: a fit uses fields of this object for its state. */
export class Fitter {
  #parts: readonly Part[] = [];
  #bytes: Uint8Array = NO_LITERAL;
  #to = 0;
  #mayGoOn = false;
  #mayBeTruncated = false;
  #isOneLine = false;
  #tries = 0;
  #literal = 0;
  #least = MIN_LITERAL;
  readonly #spans = new Int32Array(2 * MAX_HOLES);

  /**
   * Fit a program to a text.
   *
   * @param mayGoOn other text may follow; otherwise the program must reach the end
   * @param mayBeTruncated the text may break off within the template, once enough literal bytes
   * match
   * @param skip bytes at the start that are known to match the first literal
   * @param isOneLine the text is known to contain no line break
   * @param least how many literal bytes must match before the text may break off
   * @returns null if it does not fit
   */
  fit(
    { parts, holes }: Program,
    { bytes, from, to }: ByteRange,
    mayGoOn: boolean,
    mayBeTruncated = false,
    skip = 0,
    isOneLine = false,
    least = MIN_LITERAL,
  ): Fit | null {
    this.#parts = parts;
    this.#bytes = bytes;
    this.#to = to;
    this.#mayGoOn = mayGoOn;
    this.#mayBeTruncated = mayBeTruncated;
    this.#isOneLine = isOneLine;
    this.#least = least;
    this.#tries = 0;
    this.#literal = skip;
    const { length } = holes;
    for (let index = 0; index < 2 * length; index++) this.#spans[index] = -1;
    const end = this.#run(skip > 0 ? 1 : 0, from + skip);
    return end < 0 ? null : { spans: copySpans(this.#spans, length), end, literal: this.#literal };
  }

  /** Fit a program to a text that may break off within it after `least` literal bytes. */
  fitBeginning(program: Program, text: ByteRange, least: number): Fit | null {
    return this.fit(program, text, false, true, 0, false, least);
  }

  /** Fit the parts from `first` on, at `start`; return where they end, or -1. */
  #run(first: number, start: number): number {
    const parts = this.#parts;
    const bytes = this.#bytes;
    const to = this.#to;
    let at = start;
    for (let index = first; index < parts.length; index++) {
      const part = parts[index] as Part;
      const { hole, literal } = part;
      if (hole === null) {
        const { length } = literal;
        if (at + length > to || !matchesAt(bytes, at, literal)) return this.#breakOff(literal, at);
        at += length;
        this.#literal += length;
        continue;
      }
      const limit =
        hole.takes === 'all' || (this.#isOneLine && hole.takes === 'line')
          ? to
          : hole.scan(bytes, at, to);
      if (limit < at || (limit === at && !hole.empty)) return this.#endBeforeHole(at);
      this.#spans[2 * part.index] = at;
      this.#spans[2 * part.index + 1] = limit;
      if (!hole.bounded && index + 1 < parts.length)
        return this.#endAtLiteral(
          part,
          (parts[index + 1] as Part).literal,
          index + 1,
          hole.empty ? at : at + 1,
          limit,
        );
      at = limit;
    }
    return at === to || (this.#mayGoOn && isBreak(bytes, at)) ? at : -1;
  }

  /** Return the end of the text if it breaks off before a value, or -1. */
  #endBeforeHole(at: number): number {
    return this.#mayBeTruncated && at === this.#to && this.#literal >= this.#least ? at : -1;
  }

  /** Return the end of the text if it breaks off within a literal, or -1. */
  #breakOff(literal: Uint8Array, at: number): number {
    const left = this.#to - at;
    if (
      !this.#mayBeTruncated ||
      literal.length <= left ||
      this.#literal + left < this.#least ||
      !matchesAt(this.#bytes, at, literal.subarray(0, left))
    )
      return -1;
    this.#literal += left;
    return this.#to;
  }

  /** End a hole where the next literal occurs and the remainder fits. */
  #endAtLiteral(part: Part, next: Uint8Array, index: number, from: number, limit: number): number {
    const bytes = this.#bytes;
    const spans = this.#spans;
    const to = this.#to;
    const before = this.#literal;
    const end = 2 * part.index + 1;
    const at = spans[end - 1] as number;
    let found = indexOfBytes(bytes, next, from, limit + 1, to);
    for (
      let tries = 0;
      tries < MAX_TRIES_PER_HOLE && this.#tries < MAX_TRIES && found >= 0;
      tries++, this.#tries++
    ) {
      spans[end] = found;
      this.#literal = before + next.length;
      const reached = this.#run(index + 1, found + next.length);
      if (reached >= 0) return reached;
      this.#literal = before;
      found = indexOfBytes(bytes, next, found + 1, limit + 1, to);
    }
    if (!this.#mayBeTruncated || goesOnAfter(bytes, next, from, to)) return -1;
    for (
      let length = Math.min(next.length - 1, to - at);
      length >= 0 && this.#literal + length >= this.#least && to - length <= limit;
      length--
    ) {
      if (!endsWith(bytes, to, next, length)) continue;
      spans[end] = to - length;
      this.#literal += length;
      return to;
    }
    return -1;
  }
}

/**
 * Return whether a text has the beginning of the literal after a hole, but continues differently.
 * Then it is another message, not one that was truncated within the hole.
 */
function goesOnAfter(bytes: Uint8Array, next: Uint8Array, from: number, to: number): boolean {
  if (next.length < MIN_DISTINCT) return false;
  const found = indexOfBytes(bytes, next.subarray(0, MIN_DISTINCT), from, to, to);
  return found >= 0 && found + next.length <= to;
}

/** Copy the spans. An array literal of the exact size is the fastest to create. */
function copySpans(spans: Int32Array, holes: number): number[] {
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

/** Return whether a text that ends at `to` ends with the first `length` bytes of a literal. */
function endsWith(bytes: Uint8Array, to: number, literal: Uint8Array, length: number): boolean {
  for (let index = length - 1; index >= 0; index--)
    if (bytes[to - length + index] !== literal[index]) return false;
  return true;
}

/** Return whether a position is not inside a word. */
function isBreak(bytes: Uint8Array, at: number): boolean {
  return !isWord(bytes[at - 1]) || !isWord(bytes[at]);
}
