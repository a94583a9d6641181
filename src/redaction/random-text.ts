/**
 * Find text that looks random.
 *
 * Each character has two costs in bits: in a key, where all characters of the alphabet are equally
 * likely, and in a name, where letters follow one another as in words and case and digits seldom
 * change. Over a key the difference adds up; over a path, a name or a sentence of any length it
 * stays below zero.
 */
import { isAlphanumeric, isDigitCode, isSlash } from '../engine/lines/character-classes.ts';
import { WORD_START, PAIR_COSTS } from './letter-pairs.ts';

/** A piece of a text, as offsets. */
export interface Span {
  from: number;
  to: number;
}

/** Minimum length of a key, in characters. */
const MIN_LENGTH = 20;
/** The same for hexadecimal digits, which are also used as ids, and for letters of one case. */
const MIN_PLAIN_LENGTH = 32;
/** How many bits likelier a key must be than a name. */
const MIN_BITS = 2;
/** Minimum random core: longer than the suffix of a generated name (`web-7d4b9c6f5d-x2x9k`). */
const MIN_CORE = 17;
/** The same for letters of both cases. */
const MIN_MIXED_CORE = 12;
/** Minimum length of a path component; fewer letters between slashes may belong to a key. */
const MIN_NAME = 5;
/** Cost of `/`, `+`, `-` or `_` in a key: they are rarer there than between words. */
const SEPARATOR_BITS = 2;
/** Cost, in a name, of a character that repeats the one before, as in fillers. */
const REPEATED_BITS = 4;
/** The whole run is the key if at least this share of it is the random core. */
const MIN_CORE_SHARE = 0.5;

const LOWER = 1,
  UPPER = 2,
  DIGIT = 4,
  BEYOND_HEX = 8;

/** Consecutive pieces, as indexes, with their total score. */
interface Stretch {
  first: number;
  last: number;
  bits: number;
}

interface Piece extends Span {
  kinds: number;
  /** How many bits likelier the piece is in a key than in a name. */
  bits: number;
}

/**
 * Return whether a character may be part of a key: letters, digits, the symbols of base64 variants.
 */
export function isKeyCode(code: number): boolean {
  return isAlphanumeric(code) || code === 43 || code === 45 || code === 47 || code === 95;
}

/** Find the random part of a run of key characters; null if there is none. */
export function findRandom(text: string, from: number, to: number): Span | null {
  if (to - from < MIN_LENGTH) return null;
  const pieces = piecesOf(text, from, to);
  const best = heaviest(pieces);
  if (!best || best.bits < MIN_BITS) return null;
  const core = { from: (pieces[best.first] as Piece).from, to: (pieces[best.last] as Piece).to };
  const whole = isPathAround(text, pieces, best)
    ? folderAround(text, core, from, to)
    : { from, to };
  const isMost = core.to - core.from >= MIN_CORE_SHARE * (whole.to - whole.from);
  const found = isMost ? whole : core;
  const stretch = pieces.slice(best.first, best.last + 1);
  const kinds = stretch.reduce((all, piece) => all | piece.kinds, 0);
  const isMixed = (kinds & LOWER) !== 0 && (kinds & UPPER) !== 0;
  const isPlain = (kinds & BEYOND_HEX) === 0 || (!isMixed && (kinds & DIGIT) === 0);
  const isLong = found.to - found.from >= (isPlain ? MIN_PLAIN_LENGTH : MIN_LENGTH);
  // One-case alphabets have no symbols, so only an unbroken piece counts.
  const coreLength = isMixed
    ? core.to - core.from
    : Math.max(...stretch.map((piece) => piece.to - piece.from));
  return isLong && coreLength >= (isMixed ? MIN_MIXED_CORE : MIN_CORE) ? found : null;
}

/** Return whether the random part belongs to a path: after a slash, or beside lower-case names. */
function isPathAround(text: string, pieces: readonly Piece[], { first, last }: Stretch): boolean {
  if (isSlash(text.charCodeAt((pieces[0] as Piece).from - 1))) return true;
  const isName = ({ from, to, kinds }: Piece): boolean =>
    kinds === LOWER &&
    to - from >= MIN_NAME &&
    (text.charCodeAt(from - 1) === 47 || text.charCodeAt(to) === 47);
  return pieces.some((piece, index) => (index < first || index > last) && isName(piece));
}

/** Return the path component that contains a span. */
function folderAround(text: string, { from, to }: Span, least: number, most: number): Span {
  const end = text.indexOf('/', to);
  return {
    from: Math.max(least, text.lastIndexOf('/', from) + 1),
    to: end < 0 ? most : Math.min(most, end),
  };
}

/** Find the consecutive pieces with the highest total score (Kadane's algorithm). */
function heaviest(pieces: readonly Piece[]): Stretch | null {
  let best: Stretch | null = null;
  let [first, bits] = [0, 0];
  for (const [index, piece] of pieces.entries()) {
    if (bits - SEPARATOR_BITS <= 0) [first, bits] = [index, piece.bits];
    else bits += piece.bits - SEPARATOR_BITS;
    if (best === null || bits > best.bits) best = { first, last: index, bits };
  }
  return best;
}

/** Split a run into its pieces of letters and digits. */
function piecesOf(text: string, from: number, to: number): Piece[] {
  const pieces: Piece[] = [];
  for (let at = from; at < to;) {
    let end = at;
    while (end < to && isAlphanumeric(text.charCodeAt(end))) end++;
    if (end > at) pieces.push(weigh(text, at, end));
    at = end + 1;
  }
  return pieces;
}

/** Score a piece: its cost as a name minus its cost as a key, in bits. */
function weigh(text: string, from: number, to: number): Piece {
  let kinds = 0;
  let cost = 0;
  let before = WORD_START;
  let kindBefore = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    const kind = isDigitCode(code) ? DIGIT : code >= 97 ? LOWER : UPPER;
    kinds |= kind | (kind !== DIGIT && (code | 32) > 102 ? BEYOND_HEX : 0);
    if (at > from && code === text.charCodeAt(at - 1)) cost += REPEATED_BITS;
    else if (kind === DIGIT) cost += 3.3 + (kindBefore === DIGIT ? 0.6 : 4.5);
    else {
      const isNew = kindBefore === DIGIT || (kind === UPPER && kindBefore === LOWER);
      const letter = (code | 32) - 97;
      cost +=
        (PAIR_COSTS[(isNew ? WORD_START : before) * 26 + letter] as number) +
        changeCost(kindBefore, kind);
      before = letter;
    }
    kindBefore = kind;
  }
  return { from, to, kinds, bits: kinds === DIGIT ? 0 : cost - (to - from) * bitsOf(kinds) };
}

/** Return the cost, in a name, of a change to this kind of letter. */
function changeCost(before: number, kind: number): number {
  if (before === 0) return 1;
  if (before === DIGIT) return 3;
  if (before === LOWER) return kind === LOWER ? 0.15 : 4.5;
  return kind === LOWER ? 0.8 : 1.3;
}

/** Return the bits per character of the smallest alphabet that has all of these kinds. */
function bitsOf(kinds: number): number {
  if ((kinds & LOWER) !== 0 && (kinds & UPPER) !== 0) return 5.95;
  if ((kinds & DIGIT) === 0) return 4.7;
  return (kinds & BEYOND_HEX) === 0 ? 4 : 5.17;
}
