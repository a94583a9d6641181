/**
 * What each type of hole takes. A scanner gets the text, the place where the hole begins and where the text ends, and returns the
 * place where a value of that type must end at the latest (`bounded`: it ends exactly there), or -1 where none begins.
 * The literal that follows decides where a hole of the other types ends.
 */
export interface HoleType {
  /** The value ends where the scanner says; else it ends at the following literal, at the latest where the scanner says. */
  bounded: boolean;
  /** The value may have no characters. */
  empty: boolean;
  scan(text: string, from: number, to: number): number;
}

const while_ = (test: (code: number) => boolean) => (text: string, from: number, to: number): number => {
  let at = from;
  while (at < to && test(text.charCodeAt(at))) at++;
  return at;
};

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13);
const isWordCharacter = (code: number): boolean =>
  isDigit(code) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95 || code === 45 || code === 46;

const digits = while_(isDigit);
const nonSpace = while_((code) => !isSpace(code));
const oneLine = while_((code) => code !== 10);
const toEnd = (_text: string, _from: number, to: number): number => to;

/** Fixed forms such as `0000/00/00`: `0` is a digit, the rest itself. */
function form(...shapes: string[]): (text: string, from: number, to: number) => number {
  return (text, from, to) => {
    for (const shape of shapes) {
      let at = from;
      let index = 0;
      for (; index < shape.length && at < to; index++, at++) {
        const wanted = shape.charCodeAt(index);
        if (wanted === 48 ? !isDigit(text.charCodeAt(at)) : text.charCodeAt(at) !== wanted) break;
      }
      if (index === shape.length) return at;
    }
    return -1;
  };
}

const date = form('0000/00/00', '0000-00-00');
const time = form('00:00:00');

function clock(text: string, from: number, to: number): number {
  const at = time(text, from, to);
  if (at < 0 || at >= to || (text[at] !== '.' && text[at] !== ',')) return at;
  const end = digits(text, at + 1, to);
  return end > at + 1 ? end : at;
}

/** ISO 8601 with an optional fraction and zone: `2026-11-24T22:41:04.123+09:00`. */
function stamp(text: string, from: number, to: number): number {
  const day = date(text, from, to);
  if (day < 0 || text[day] !== 'T') return -1;
  const second = clock(text, day + 1, to);
  if (second < 0) return -1;
  if (text[second] === 'Z') return second + 1;
  const zone = form('+00:00', '-00:00', '+0000', '-0000')(text, second, to);
  return zone < 0 ? second : zone;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const LEVELS = ['TRACE', 'DEBUG', 'INFO', 'WARNING', 'ERROR', 'CRITICAL'];

const oneOf = (words: string[]) => (text: string, from: number, to: number): number => {
  const word = words.find((candidate) => from + candidate.length <= to && text.startsWith(candidate, from));
  return word === undefined ? -1 : from + word.length;
};

/** `command.go:376` */
function source(text: string, from: number, to: number): number {
  const name = while_((code) => isWordCharacter(code))(text, from, to);
  if (name === from || text[name] !== ':' || !text.startsWith('.go', name - 3)) return -1;
  const end = digits(text, name + 1, to);
  return end > name + 1 ? end : -1;
}

const tag = (text: string, from: number, to: number): number => {
  const first = text.charCodeAt(from);
  if (from >= to || first < 97 || first > 122) return -1;
  const end = while_(isWordCharacter)(text, from, to);
  return text.charCodeAt(end - 1) === 46 ? -1 : end;
};

function integer(text: string, from: number, to: number): number {
  const sign = text[from] === '+' || text[from] === '-' ? 1 : 0;
  const end = digits(text, from + sign, to);
  return end > from + sign ? end : -1;
}

function number(text: string, from: number, to: number): number {
  const named = oneOf(['NaN', '+Inf', '-Inf', 'Inf'])(text, from, to);
  if (named >= 0) return named;
  const whole = integer(text, from, to);
  if (whole < 0 || text[whole] !== '.') return whole;
  const end = digits(text, whole + 1, to);
  return end > whole + 1 ? end : whole;
}

function quoted(text: string, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '"') return at;
  }
  return to;
}

const open = (scan: HoleType['scan'], empty = false): HoleType => ({ bounded: false, empty, scan });
const fixed = (scan: HoleType['scan']): HoleType => ({ bounded: true, empty: false, scan });

/** The types of holes, by name. `cause` and `foreign` are read further by the chain. */
export const HOLE_TYPES: Readonly<Record<string, HoleType>> = {
  word: open(nonSpace), type: open(nonSpace), host: open(nonSpace), addr: open(nonSpace), url: open(nonSpace), file: open(nonSpace),
  text: open(oneLine, true), path: open(oneLine), duration: open(oneLine),
  int: fixed(integer), number: fixed(number),
  quoted: { bounded: true, empty: true, scan: quoted },
  json: open(toEnd), rest: open(toEnd, true), cause: open(toEnd, true), foreign: open(toEnd, true),
  date: fixed(date), clock: fixed(clock), stamp: fixed(stamp), month: fixed(oneOf(MONTHS)),
  day: fixed((text, from, to) => digits(text, text[from] === ' ' ? from + 1 : from, to)),
  level: fixed(oneOf(LEVELS)), source: fixed(source), tag: fixed(tag), flag: fixed(oneOf(['F', 'P'])),
  program: fixed(while_((code) => isWordCharacter(code) || code === 64)),
};
