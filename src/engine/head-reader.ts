/**
 * Reads the head of the common line, without making anything: what it found stands in its fields.
 *
 * Only heads of a regular make are read here: maybe a date and a clock between two literals, maybe the source, then level and tag in
 * angle brackets. They leave no doubt. The scanners of holes.ts are written out, because this runs for every line and a call would
 * cost more than what it does; a head of another make is read by header.ts.
 */
import { CLASS, DIGIT, NAME } from './holes.ts';
import type { Form } from './header.ts';
import { levelLength, levelOf } from './levels.ts';
import type { Tags } from './tags.ts';
import { decode, standsAt } from './text.ts';
import { readTime } from './times.ts';

/** A regular head: `before {date} {clock}after {source}: {level} <{tag}> `, where stamp and source may be missing. */
interface RegularHead {
  before: Uint8Array;
  hasStamp: boolean;
  after: Uint8Array;
  hasSource: boolean;
}

const NOTHING = new Uint8Array(0);

/** Describe a form as a regular head, or null where it is none. */
function regularOf({ program: { parts, holes } }: Form): RegularHead | null {
  const literals = parts.map(({ literal }) => literal);
  const names = parts.map(({ index, literal }) => holes[index]?.type ?? decode(literal, 0, literal.length));
  if (names.slice(-4).join('') !== 'level <tag> ') return null;
  const hasSource = names.at(-6) === 'source' && names.at(-5) === ': ';
  const start = names.slice(0, hasSource ? -6 : -4);
  const date = start.indexOf('date');
  const regular = { before: NOTHING, hasStamp: date >= 0, after: NOTHING, hasSource };
  if (start.length === 0) return regular;
  if (date < 0 || date > 1 || start[date + 1] !== ' ' || start[date + 2] !== 'clock' || start.length !== date + 4) return null;
  return { ...regular, before: date === 1 ? (literals[0] as Uint8Array) : NOTHING, after: literals[date + 3] as Uint8Array };
}

export class HeadReader {
  /** Number of the level. */
  level = 0;
  /** Number of the tag. */
  tag = 0;
  /** Packed time (times.ts), 0 for none. */
  time = 0;
  /** Where the message begins. */
  end = 0;

  readonly #tags: Tags;
  /** The head that fitted last comes first. */
  readonly #heads: RegularHead[];

  constructor(forms: readonly Form[], tags: Tags) {
    this.#tags = tags;
    this.#heads = forms.flatMap((form) => regularOf(form) ?? []);
  }

  /** Read the head at `from`. @returns whether there is one */
  read(bytes: Uint8Array, from: number, to: number): boolean {
    for (let index = 0; index < this.#heads.length; index++) {
      if (!this.#fits(this.#heads[index] as RegularHead, bytes, from, to)) continue;
      if (index > 0) this.#heads.unshift(...this.#heads.splice(index, 1));
      return true;
    }
    return false;
  }

  #fits({ before, hasStamp, after, hasSource }: RegularHead, bytes: Uint8Array, from: number, to: number): boolean {
    let at = from;
    let date = -1;
    if (hasStamp) {
      if (before.length > 0 && !standsAt(bytes, at, before)) return false;
      date = at += before.length;
      const mark = bytes[at + 4];
      if ((mark !== 47 && mark !== 45) || bytes[at + 7] !== mark || bytes[at + 10] !== 32 || bytes[at + 13] !== 58 || bytes[at + 16] !== 58) return false;
      for (let index = 0; index < 19; index++) if (((CLASS[bytes[at + index] as number] as number) & DIGIT) === 0 && STAMP[index] === 1) return false;
      at += 19;
      if (bytes[at] === 46 || bytes[at] === 44) at = fractionEnd(bytes, at, to);
      if (!standsAt(bytes, at, after)) return false;
      at += after.length;
    }
    if (hasSource) {
      const start = at;
      while (at < to && ((CLASS[bytes[at] as number] as number) & NAME) !== 0) at++;
      if (bytes[at] !== 58 || at < start + 4 || bytes[at - 1] !== 111 || bytes[at - 2] !== 103 || bytes[at - 3] !== 46) return false;
      const colon = at++;
      while (at < to && ((CLASS[bytes[at] as number] as number) & DIGIT) !== 0) at++;
      if (at === colon + 1 || bytes[at] !== 58 || bytes[at + 1] !== 32) return false;
      at += 2;
    }
    const level = levelOf(bytes, at, to);
    if (level === 0) return false;
    at += levelLength(level);
    if (bytes[at] !== 32 || bytes[at + 1] !== 60) return false;
    const start = (at += 2);
    const first = bytes[at] as number;
    if (first < 97 || first > 122) return false;
    while (at < to && ((CLASS[bytes[at] as number] as number) & NAME) !== 0) at++;
    if (bytes[at - 1] === 46 || bytes[at] !== 62 || bytes[at + 1] !== 32 || at + 2 > to) return false;
    this.level = level;
    this.tag = this.#tags.numberOf(bytes, start, at);
    this.end = at + 2;
    this.time = date >= 0 ? readTime(bytes, date, date + 11) : 0;
    return true;
  }
}

/** Where `0000/00/00 00:00:00` has a digit. */
const STAMP = Uint8Array.from('0000/00/00 00:00:00', (character) => (character === '0' ? 1 : 0));

function fractionEnd(bytes: Uint8Array, from: number, to: number): number {
  let at = from + 1;
  while (at < to && ((CLASS[bytes[at] as number] as number) & DIGIT) !== 0) at++;
  return at > from + 1 ? at : from;
}
