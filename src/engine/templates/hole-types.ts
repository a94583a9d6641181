/**
 * The types of holes. A scanner gets the bytes, where the hole begins and where the text ends. It
 * returns the last position where a value of its type may end (if `bounded`, it ends exactly
 * there), or -1 if there is none. If not bounded, the next literal decides where the hole ends.
 */
import { LEVEL_NAMES, type LevelWords } from '../headers/levels.ts';
import { encode, matchesAt } from '../lines/bytes.ts';

export interface HoleType {
  /**
   * Whether the value ends exactly where the scanner says; otherwise it ends where the next literal
   * is.
   */
  bounded: boolean;
  /** Whether the value may be empty. */
  empty: boolean;
  /**
   * `line`: anything up to the end of the line; `all`: anything; `form`: text of a certain form.
   */
  takes: 'line' | 'all' | 'form';
  scan(bytes: Uint8Array, from: number, to: number): number;
}

/** Bits of the character classes of a byte. */
export const DIGIT = 1;
export const NAME = 2;
const SPACE = 4;
export const CHARACTER_CLASSES = Uint8Array.from({ length: 256 }, (_, byte) => {
  const isDigit = byte >= 48 && byte <= 57;
  const isLetter = (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122);
  return (
    (isDigit ? DIGIT : 0) |
    (isDigit || isLetter || byte === 95 || byte === 45 || byte === 46 ? NAME : 0) |
    (byte === 32 || (byte >= 9 && byte <= 13) ? SPACE : 0)
  );
});

function digits(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to && ((CHARACTER_CLASSES[bytes[at] as number] as number) & DIGIT) !== 0) at++;
  return at;
}

function name(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to && ((CHARACTER_CLASSES[bytes[at] as number] as number) & NAME) !== 0) at++;
  return at;
}

function nonSpace(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to && ((CHARACTER_CLASSES[bytes[at] as number] as number) & SPACE) === 0) at++;
  return at;
}

function oneLine(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to && bytes[at] !== 10) at++;
  return at;
}

const all = (_bytes: Uint8Array, _from: number, to: number): number => to;

function hasDigits(bytes: Uint8Array, at: number, count: number): boolean {
  for (let index = at; index < at + count; index++)
    if (((CHARACTER_CLASSES[bytes[index] as number] as number) & DIGIT) === 0) return false;
  return true;
}

/** `2026/11/24` or `2026-11-24`. */
function date(bytes: Uint8Array, from: number, to: number): number {
  if (from + 10 > to) return -1;
  const separator = bytes[from + 4];
  if ((separator !== 47 && separator !== 45) || bytes[from + 7] !== separator) return -1;
  return hasDigits(bytes, from, 4) && hasDigits(bytes, from + 5, 2) && hasDigits(bytes, from + 8, 2)
    ? from + 10
    : -1;
}

/** `22:41:04`, `7:41:04` or `224104`, with an optional fraction. */
function clock(bytes: Uint8Array, from: number, to: number): number {
  const at = endOfSeconds(bytes, from, to);
  if (at < 0 || at >= to || (bytes[at] !== 46 && bytes[at] !== 44)) return at;
  const end = digits(bytes, at + 1, to);
  return end > at + 1 ? end : at;
}

function endOfSeconds(bytes: Uint8Array, from: number, to: number): number {
  const minute = from + (bytes[from + 1] === 58 ? 1 : 2);
  const isCompact = bytes[minute] !== 58;
  const at = minute + (isCompact ? 4 : 6);
  return at <= to &&
    hasDigits(bytes, from, minute - from) &&
    (isCompact
      ? hasDigits(bytes, minute, 4) && !hasDigits(bytes, at, 1)
      : bytes[minute + 3] === 58 &&
        hasDigits(bytes, minute + 1, 2) &&
        hasDigits(bytes, minute + 4, 2))
    ? at
    : -1;
}

/** `+09:00` or `-0800`. */
function offset(bytes: Uint8Array, from: number, to: number): number {
  if (from + 5 > to || (bytes[from] !== 43 && bytes[from] !== 45) || !hasDigits(bytes, from + 1, 2))
    return -1;
  const minutes = bytes[from + 3] === 58 ? from + 4 : from + 3;
  return minutes + 2 <= to && hasDigits(bytes, minutes, 2) ? minutes + 2 : -1;
}

/** ISO 8601 with an optional fraction and zone: `2026-11-24T22:41:04.123+09:00`. */
function stamp(bytes: Uint8Array, from: number, to: number): number {
  const day = date(bytes, from, to);
  if (day < 0 || day >= to || bytes[day] !== 84) return -1;
  const second = clock(bytes, day + 1, to);
  if (second < 0) return -1;
  if (second < to && bytes[second] === 90) return second + 1;
  const zone = offset(bytes, second, to);
  return zone < 0 ? second : zone;
}

function anyOf(words: string[]): (bytes: Uint8Array, from: number, to: number) => number {
  const wanted = words.map(encode);
  return (bytes, from, to) => {
    for (const word of wanted)
      if (from + word.length <= to && matchesAt(bytes, from, word)) return from + word.length;
    return -1;
  };
}

/**
 * Return the type of a level.
 *
 * @param excluded if given, punctuation in the header marks the word as a level, so any word but
 *   these is accepted
 */
export function levelType(words: LevelWords, excluded?: LevelWords): HoleType {
  return bounded((bytes, from, to) => {
    const end = words.endOfWord(bytes, from, to);
    if (end >= 0 || !excluded) return end;
    const last = letters(bytes, from, to);
    return excluded.levelAt(bytes, from, last) > 0 ? -1 : last;
  });
}

/** The longest word that may be a level. */
const MAX_LEVEL = 16;

function letters(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to && ((bytes[at] as number) | 0x20) >= 97 && ((bytes[at] as number) | 0x20) <= 122)
    at++;
  return at === from || at - from > MAX_LEVEL ? -1 : at;
}

/** `command.go:376` */
function source(bytes: Uint8Array, from: number, to: number): number {
  const colon = name(bytes, from, to);
  if (
    colon < from + 4 ||
    colon >= to ||
    bytes[colon] !== 58 ||
    bytes[colon - 3] !== 46 ||
    bytes[colon - 2] !== 103 ||
    bytes[colon - 1] !== 111
  )
    return -1;
  const end = digits(bytes, colon + 1, to);
  return end > colon + 1 ? end : -1;
}

function tag(bytes: Uint8Array, from: number, to: number): number {
  const first = bytes[from] as number;
  if (from >= to || first < 97 || first > 122) return -1;
  const end = name(bytes, from, to);
  return bytes[end - 1] === 46 ? -1 : end;
}

function integer(bytes: Uint8Array, from: number, to: number): number {
  const sign = from < to && (bytes[from] === 43 || bytes[from] === 45) ? 1 : 0;
  const end = digits(bytes, from + sign, to);
  return end > from + sign ? end : -1;
}

const notANumber = anyOf(['NaN', '+Inf', '-Inf', 'Inf']);

function number(bytes: Uint8Array, from: number, to: number): number {
  const named = notANumber(bytes, from, to);
  if (named >= 0) return named;
  const whole = integer(bytes, from, to);
  if (whole < 0 || whole >= to || bytes[whole] !== 46) return whole;
  const end = digits(bytes, whole + 1, to);
  return end > whole + 1 ? end : whole;
}

function quoted(bytes: Uint8Array, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    if (bytes[at] === 92) at++;
    else if (bytes[at] === 34) return at;
  }
  return to;
}

/** A day of the month, preceded by a space if it has one digit. */
function day(bytes: Uint8Array, from: number, to: number): number {
  return digits(bytes, bytes[from] === 32 ? from + 1 : from, to);
}

/** `2026` */
function year(bytes: Uint8Array, from: number, to: number): number {
  return from + 4 <= to && hasDigits(bytes, from, 4) ? from + 4 : -1;
}

/** `01` to `12` */
function monthNumber(bytes: Uint8Array, from: number, to: number): number {
  return from + 2 <= to && hasDigits(bytes, from, 2) ? from + 2 : -1;
}

/** Time since 1970 in seconds, with an optional fraction, or in milli-, micro- or nanoseconds. */
function epoch(bytes: Uint8Array, from: number, to: number): number {
  const end = digits(bytes, from, to);
  const length = end - from;
  if (length !== 10) return length === 13 || length === 16 || length === 19 ? end : -1;
  const fraction = bytes[end] === 46 ? digits(bytes, end + 1, to) : end;
  return fraction > end + 1 ? fraction : end;
}

function spaces(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to && bytes[at] === 32) at++;
  return at;
}

function someName(bytes: Uint8Array, from: number, to: number): number {
  const end = name(bytes, from, to);
  return end > from ? end : -1;
}

/** The name of a program, or of a unit with an instance such as `agent@1`. */
function bareProgram(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (
    at < to &&
    (((CHARACTER_CLASSES[bytes[at] as number] as number) & NAME) !== 0 || bytes[at] === 64)
  )
    at++;
  return at;
}

/** The name of a program; in parentheses if its manager has not run it yet: `(el-agent)`. */
function program(bytes: Uint8Array, from: number, to: number): number {
  if (bytes[from] !== 40) return bareProgram(bytes, from, to);
  const end = bareProgram(bytes, from + 1, to);
  return end > from + 1 && end < to && bytes[end] === 41 ? end + 1 : from;
}

/** A name, such as `agent-1` or `agent.1.x7k2p@node1`, and the spaces that pad its column. */
function column(bytes: Uint8Array, from: number, to: number): number {
  const end = bareProgram(bytes, from, to);
  let at = end;
  while (at < to && bytes[at] === 32) at++;
  return end > from && at > end ? at : -1;
}

const unbounded = (scan: HoleType['scan'], empty = false): HoleType => ({
  bounded: false,
  empty,
  takes: scan === oneLine ? 'line' : scan === all ? 'all' : 'form',
  scan,
});
const bounded = (scan: HoleType['scan'], empty = false): HoleType => ({
  bounded: true,
  empty,
  takes: 'form',
  scan,
});

/** Hole types by name. chain.ts also matches the text inside `cause` and `foreign`. */
export const HOLE_TYPES: Readonly<Record<string, HoleType>> = {
  word: unbounded(nonSpace),
  type: unbounded(nonSpace),
  host: unbounded(nonSpace),
  addr: unbounded(nonSpace),
  url: unbounded(nonSpace),
  file: unbounded(nonSpace),
  text: unbounded(oneLine, true),
  path: unbounded(oneLine),
  duration: unbounded(oneLine),
  int: bounded(integer),
  number: bounded(number),
  quoted: bounded(quoted, true),
  json: unbounded(all),
  rest: unbounded(all, true),
  cause: unbounded(all, true),
  foreign: unbounded(all, true),
  date: bounded(date),
  clock: bounded(clock),
  stamp: bounded(stamp),
  month: bounded(
    anyOf(['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']),
  ),
  day: bounded(day),
  'month-number': bounded(monthNumber),
  year: bounded(year),
  epoch: bounded(epoch),
  level: levelType(LEVEL_NAMES),
  source: bounded(source),
  tag: bounded(tag),
  name: bounded(someName),
  spaces: bounded(spaces, true),
  flag: bounded(anyOf(['F', 'P'])),
  program: bounded(program),
  column: bounded(column),
};
