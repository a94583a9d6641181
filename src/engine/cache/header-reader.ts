/**
 * Reads the most common headers without allocating; the result is in the reader's fields.
 *
 * Regular headers are unambiguous, so they are read in one pass: an optional date and time of day
 * between two literals, an optional source, then the level and the tag in angle brackets. Other
 * headers are left to header.ts, except those of products without tags, which are unambiguous, too.
 * The scanners of hole-types.ts are inlined, because they run for every line and a call would cost
 * more than its work.
 */
import { CHARACTER_CLASSES, DIGIT, NAME } from '../templates/hole-types.ts';
import type { LevelWords } from '../headers/levels.ts';
import { decode, matchesAt } from '../lines/bytes.ts';
import { readMinute, withSecond } from '../headers/timestamps.ts';
import { WordView } from '../lines/word-view.ts';
import { headerOf, isOwnProgram } from '../headers/header.ts';
import type { OwnHeaders } from '../headers/compiled-product.ts';
import type { HeaderForm } from '../headers/header-form.ts';

/**
 * A regular header: `before {date} {clock}after {source}: {level} <{tag}> `. Headers that differ
 * only in the source share one.
 */
interface RegularHeader {
  before: Uint8Array;
  hasStamp: boolean;
  after: Uint8Array;
  mayLackSource: boolean;
  mayHaveSource: boolean;
}

const NOTHING = new Uint8Array(0);
/** Bytes of `0000/00/00 00:00:00`, and of its part before the seconds. */
const STAMP = 19;
const MINUTE = 16;
const DIGITS_OF_MINUTE = [0, 1, 2, 3, 5, 6, 8, 9, 11, 12, 14, 15];

/** Describe a form as a regular header, or return null if it is not one. */
function regularOf({ program: { parts, holes } }: HeaderForm): RegularHeader | null {
  const literals = parts.map(({ literal }) => literal);
  const names = parts.map(
    ({ index, literal }) => holes[index]?.type ?? decode(literal, 0, literal.length),
  );
  if (names.slice(-4).join('') !== 'level <tag> ') return null;
  const hasSource = names.at(-6) === 'source' && names.at(-5) === ': ';
  const start = names.slice(0, hasSource ? -6 : -4);
  const date = start.indexOf('date');
  const regular = {
    before: NOTHING,
    hasStamp: date >= 0,
    after: NOTHING,
    mayLackSource: !hasSource,
    mayHaveSource: hasSource,
  };
  if (start.length === 0) return regular;
  if (
    date < 0 ||
    date > 1 ||
    start[date + 1] !== ' ' ||
    start[date + 2] !== 'clock' ||
    start.length !== date + 4
  )
    return null;
  return {
    ...regular,
    before: date === 1 ? (literals[0] as Uint8Array) : NOTHING,
    after: literals[date + 3] as Uint8Array,
  };
}

/** Merge headers that differ only in the source. */
function merge(headers: RegularHeader[]): RegularHeader[] {
  const merged = new Map<string, RegularHeader>();
  for (const header of headers) {
    const key = [header.hasStamp, header.before.join(), header.after.join()].join(' ');
    const same = merged.get(key);
    merged.set(
      key,
      same
        ? {
            ...same,
            mayLackSource: same.mayLackSource || header.mayLackSource,
            mayHaveSource: same.mayHaveSource || header.mayHaveSource,
          }
        : header,
    );
  }
  return [...merged.values()];
}

export class HeaderReader {
  /** Number of the level. */
  level = 0;
  /** Number of the tag. */
  tag = 0;
  /** Packed time (timestamps.ts), 0 for none. */
  time = 0;
  /** Where the message begins. */
  end = 0;

  readonly #product: OwnHeaders;
  readonly #levels: LevelWords;
  /** The headers of a product without tags, which all are unambiguous. */
  readonly #otherForms: readonly HeaderForm[];
  /** The form that matched last comes first. */
  readonly #regularHeaders: RegularHeader[];
  readonly #view = new WordView();
  /**
   * The last date and time up to the minute, as bytes and as a packed time: consecutive lines
   * mostly share it.
   */
  #minuteBytes = [0, 0, 0, 0];
  #minute = 0;

  constructor(product: OwnHeaders) {
    this.#product = product;
    this.#levels = product.levelWords;
    this.#regularHeaders = merge(product.headerForms.flatMap((form) => regularOf(form) ?? []));
    this.#otherForms = product.isTagged || product.fields ? [] : product.headerForms;
  }

  /**
   * Read the header at `from`.
   *
   * @returns whether there is one
   */
  readHeader(bytes: Uint8Array, from: number, to: number): boolean {
    for (let index = 0; index < this.#regularHeaders.length; index++) {
      if (!this.#fits(this.#regularHeaders[index] as RegularHeader, bytes, from, to)) continue;
      if (index > 0) this.#regularHeaders.unshift(...this.#regularHeaders.splice(index, 1));
      return true;
    }
    return this.#otherForms.length > 0 && this.#readOtherForm(bytes, from, to);
  }

  #readOtherForm(bytes: Uint8Array, from: number, to: number): boolean {
    if (this.#product.firstBytes[bytes[from] as number] !== 1) return false;
    for (const form of this.#otherForms) {
      const fits = this.#product.fitter.fit(form.program, { bytes, from, to }, true);
      if (!fits || !isOwnProgram(this.#product, form, fits, bytes)) continue;
      const header = headerOf(this.#product, form, fits, bytes, to);
      this.level = header.level;
      this.tag = header.tag;
      this.time = header.time;
      this.end = header.from;
      return true;
    }
    return false;
  }

  #fits(
    { before, hasStamp, after, mayLackSource, mayHaveSource }: RegularHeader,
    bytes: Uint8Array,
    from: number,
    to: number,
  ): boolean {
    let at = from;
    this.time = 0;
    if (hasStamp) {
      if (before.length > 0 && !matchesAt(bytes, at, before)) return false;
      at += before.length;
      if (!this.#readStamp(bytes, at, to)) return false;
      at += STAMP;
      if (bytes[at] === 46 || bytes[at] === 44) at = fractionEnd(bytes, at, to);
      if (!matchesAt(bytes, at, after)) return false;
      at += after.length;
    }
    let levelEnd = mayLackSource ? this.#levels.endOfWord(bytes, at, to) : -1;
    if (levelEnd < 0 && mayHaveSource) {
      at = sourceEnd(bytes, at, to);
      levelEnd = at < 0 ? -1 : this.#levels.endOfWord(bytes, at, to);
    }
    if (levelEnd < 0 || !this.#readTag(bytes, levelEnd, to)) return false;
    this.level = this.#levels.levelAt(bytes, at, levelEnd);
    return true;
  }

  /** Read ` <tag> ` into `tag`, and where the message begins into `end`. */
  #readTag(bytes: Uint8Array, from: number, to: number): boolean {
    let at = from;
    if (bytes[at] !== 32 || bytes[at + 1] !== 60) return false;
    const start = (at += 2);
    const first = bytes[at] as number;
    if (first < 97 || first > 122) return false;
    while (at < to && ((CHARACTER_CLASSES[bytes[at] as number] as number) & NAME) !== 0) at++;
    if (bytes[at - 1] === 46 || bytes[at] !== 62 || bytes[at + 1] !== 32 || at + 2 > to)
      return false;
    this.tag = this.#product.knownTags.numberOf(bytes, start, at);
    this.end = at + 2;
    return true;
  }

  /** Read a date and a time of day into `time`. */
  #readStamp(bytes: Uint8Array, at: number, to: number): boolean {
    if (at + STAMP > to) return false;
    const last = this.#minuteBytes;
    const view = this.#view.viewOf(bytes);
    const a = view.getInt32(at, true);
    const b = view.getInt32(at + 4, true);
    const c = view.getInt32(at + 8, true);
    const d = view.getInt32(at + 12, true);
    if (a !== last[0] || b !== last[1] || c !== last[2] || d !== last[3]) {
      if (!isMinute(bytes, at)) return false;
      this.#minuteBytes = [a, b, c, d];
      this.#minute = readMinute(bytes, at, at + 11);
    }
    const tens = (bytes[at + 17] as number) - 48;
    const ones = (bytes[at + 18] as number) - 48;
    if (bytes[at + MINUTE] !== 58 || tens < 0 || tens > 9 || ones < 0 || ones > 9) return false;
    this.time = withSecond(this.#minute, tens * 10 + ones);
    return true;
  }
}

/** Return whether `0000/00/00 00:00` or `0000-00-00 00:00` is at a position. */
function isMinute(bytes: Uint8Array, at: number): boolean {
  const mark = bytes[at + 4];
  if (
    (mark !== 47 && mark !== 45) ||
    bytes[at + 7] !== mark ||
    bytes[at + 10] !== 32 ||
    bytes[at + 13] !== 58
  )
    return false;
  return DIGITS_OF_MINUTE.every(
    (index) => ((CHARACTER_CLASSES[bytes[at + index] as number] as number) & DIGIT) !== 0,
  );
}

/** Return where the level may begin after `file.go:376: `, or -1. */
function sourceEnd(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to && ((CHARACTER_CLASSES[bytes[at] as number] as number) & NAME) !== 0) at++;
  if (
    bytes[at] !== 58 ||
    at < from + 4 ||
    bytes[at - 1] !== 111 ||
    bytes[at - 2] !== 103 ||
    bytes[at - 3] !== 46
  )
    return -1;
  const colon = at++;
  while (at < to && ((CHARACTER_CLASSES[bytes[at] as number] as number) & DIGIT) !== 0) at++;
  return at === colon + 1 || bytes[at] !== 58 || bytes[at + 1] !== 32 ? -1 : at + 2;
}

function fractionEnd(bytes: Uint8Array, from: number, to: number): number {
  let at = from + 1;
  while (at < to && ((CHARACTER_CLASSES[bytes[at] as number] as number) & DIGIT) !== 0) at++;
  return at > from + 1 ? at : from;
}
