/**
 * The shape of a message: its text without the words that contain a digit. A port, host, ID or time
 * changes from line to line without changing the meaning, so messages of one shape are read alike
 * and need not be parsed again.
 *
 * This is safe because such a word never contains a literal of a template: words of literals, such
 * as 403 or x509, remain in the shape. If a hole touches a letter of a literal, as in `{value}s`,
 * a word that may match both, such as `5s`, keeps its letters. Apart from these letters, whether a
 * hole accepts a word (hole-types.ts) depends only on whether the word is a number, which a shape
 * records. A message with an escape has no shape, because its digits may be part of the escape.
 */
import type { Catalog } from '../../model/catalog.ts';
import { isWord } from '../lines/bytes.ts';
import { HIGH_SEED, LOW_SEED, mixHigh, mixLow } from '../lines/hash-mix.ts';
import { markDigitBytes, firstMark, WordView, markZeroBytes } from '../lines/word-view.ts';

/**
 * Number of slots in the filter of words in literals. A collision keeps a word in the shape that
 * could be left out, which costs only time.
 */
const FILTER_SIZE = 1 << 14;
/** The most words that may differ. */
const MAX_VARIABLE_WORDS = 64;
/** Longer messages have no shape. */
const MAX_LENGTH = 4096;
/** Stand-ins for a number and for any other word with a digit; no byte has these values. */
const NUMBER = 256;
const WORD = 257;
const ESCAPES = 0x5c5c5c5c;
/** 1 for each byte that belongs to a word. */
const IN_WORD = Uint8Array.from({ length: 256 }, (_, byte) => (isWord(byte) ? 1 : 0));

/**
 * The words with a digit in the literals of a catalog, and the letters at which a literal and a
 * hole may meet within a word.
 */
export class LiteralWordFilter {
  readonly #catalog: Pick<Catalog, 'entries' | 'products'>;
  #gathered: Gathered | null = null;

  constructor(catalog: Pick<Catalog, 'entries' | 'products'>) {
    this.#catalog = catalog;
  }

  /** Created on demand, because it pays only for a long log. */
  get all(): Gathered {
    return (this.#gathered ??= gather(this.#catalog));
  }
}

interface Gathered {
  /**
   * By hash of a word: 1 if a literal contains it or, because texts may be truncated, a longer word
   * that begins with it.
   */
  words: Uint8Array;
  /**
   * By the first byte of a word: 1 if the word may begin with the last letters of a literal, which
   * a hole follows.
   */
  begin: Uint8Array;
  /** The same for the last byte, if the word may end with the first letters of a literal. */
  end: Uint8Array;
  /**
   * Whether a hole may begin or end within a word with a digit, or a literal may be within one. If
   * so, no message has a shape.
   */
  mayShareWord: boolean;
}

const HOLE = /\{(?:[^{}:]*:)?([^{}]*)\}/g;
/** Stand-ins for a hole, and for a hole in which texts nest; no template contains them. */
const [VALUE_HOLE, NESTING_HOLE] = ['\0', '\u0001'];

function gather({ entries, products }: Pick<Catalog, 'entries' | 'products'>): Gathered {
  const gathered: Gathered = {
    words: new Uint8Array(FILTER_SIZE),
    begin: new Uint8Array(256),
    end: new Uint8Array(256),
    mayShareWord: false,
  };
  for (const { templates } of entries)
    for (const { text } of templates)
      addLiterals(
        text.replaceAll(HOLE, (_, type: string) =>
          type === 'cause' || type === 'foreign' ? NESTING_HOLE : VALUE_HOLE,
        ),
        gathered,
      );
  for (const { names, siblings } of products)
    for (const name of [...names, ...Object.keys(siblings)]) addLiterals(name, gathered);
  return gathered;
}

function addLiterals(text: string, gathered: Gathered): void {
  // The first of two adjacent holes may end within a word.
  if (/[\0\u0001]{2}/.test(text)) gathered.mayShareWord = true;
  for (const { 0: word, index } of text.matchAll(/\w+/g)) {
    const sides = [text[index - 1] ?? '', text[index + word.length] ?? ''];
    const [isAfterHole, isBeforeHole] = sides.map(
      (side) => side === VALUE_HOLE || side === NESTING_HOLE,
    );
    const digit = word.search(/\d/);
    if (
      sides.includes(NESTING_HOLE) ||
      (isAfterHole && isBeforeHole) ||
      ((isAfterHole || isBeforeHole) && digit >= 0)
    )
      gathered.mayShareWord = true;
    if (isBeforeHole) gathered.begin[word.charCodeAt(0)] = 1;
    if (isAfterHole) gathered.end[word.charCodeAt(word.length - 1)] = 1;
    if (digit >= 0) addWord(word, digit, gathered.words);
  }
}

/** Add a word, and each prefix of it that contains its first digit. */
function addWord(word: string, digit: number, words: Uint8Array): void {
  let hash = 0;
  for (let at = 0; at < word.length; at++) {
    hash = addByte(hash, word.charCodeAt(at));
    if (at >= digit) words[hash & (FILTER_SIZE - 1)] = 1;
  }
}

/** Add one byte to the hash of a word. */
function addByte(hash: number, byte: number): number {
  return Math.imul(hash ^ byte, 0x5bd1e995) ^ (hash >>> 13);
}

/** The 64-bit hash of a shape, comparable to the one of a message in scan.ts. */
export class MessageFingerprint {
  low = 0;
  high = 0;
  /** The number of words that may differ. */
  variableWords = 0;
  readonly #literals: LiteralWordFilter;
  readonly #bytes = new WordView();

  constructor(literals: LiteralWordFilter) {
    this.#literals = literals;
  }

  /**
   * Compute the shape of a text of plain ASCII without entities.
   *
   * @param isLong whether the message is long; long and short messages have different shapes
   * @returns whether the text has a shape
   */
  computeShape(bytes: Uint8Array, from: number, to: number, isLong: boolean): boolean {
    const { words, mayShareWord } = this.#literals.all;
    if (mayShareWord || to - from > MAX_LENGTH) return false;
    const view = this.#bytes.viewOf(bytes);
    this.low = LOW_SEED;
    this.high = HIGH_SEED;
    this.#addNumber(isLong ? 1 : 0);
    this.variableWords = 0;
    // Words are short, so accessing the fields would take a quarter of the time.
    let { low, high } = this;
    for (let at = from, done = from; ;) {
      const digit = nextDigit(view, at, to);
      if (digit < 0) return false;
      let start = digit;
      let kind = NUMBER;
      at = digit;
      if (digit < to) {
        while (start > done && IN_WORD[bytes[start - 1] as number] === 1) start--;
        let hash = 0;
        for (at = start; at < to && IN_WORD[bytes[at] as number] === 1; at++) {
          const byte = bytes[at] as number;
          hash = addByte(hash, byte);
          if (byte > 57) kind = WORD;
        }
        if (words[hash & (FILTER_SIZE - 1)] !== 0) continue;
      }
      while (done < start) {
        const isWhole = done + 4 <= start;
        const part = isWhole ? view.getInt32(done, true) : (bytes[done] as number);
        low = mixLow(low, part);
        high = mixHigh(high, part);
        done += isWhole ? 4 : 1;
      }
      this.low = low;
      this.high = high;
      if (digit === to) return true;
      if (this.variableWords === MAX_VARIABLE_WORDS) return false;
      if (!this.#addWord(kind, bytes, start, at)) return false;
      ({ low, high } = this);
      done = at;
    }
  }

  /** Add a word with a digit. Its letters count if a literal may begin or end within it. */
  #addWord(kind: number, bytes: Uint8Array, from: number, to: number): boolean {
    const { begin, end } = this.#literals.all;
    if (kind === WORD && (begin[bytes[from] as number] || end[bytes[to - 1] as number]))
      return this.#readLetters(bytes, from, to);
    this.#addVariable(kind);
    return true;
  }

  /** Add a word whose letters count. */
  #readLetters(bytes: Uint8Array, from: number, to: number): boolean {
    for (let at = from; at < to;) {
      const byte = bytes[at++] as number;
      if (byte > 57) {
        this.#addNumber(byte);
        continue;
      }
      while (at < to && (bytes[at] as number) <= 57) at++;
      if (this.variableWords === MAX_VARIABLE_WORDS) return false;
      this.#addVariable(NUMBER);
    }
    return true;
  }

  #addNumber(value: number): void {
    this.low = Math.imul(this.low ^ value, 0x01000193);
    this.high = mixHigh(this.high, value);
  }

  #addVariable(as: number): void {
    this.#addNumber(as);
    this.variableWords++;
  }
}

/** Return the first digit in `[from, to)`, or `to`; -1 if an escape comes before it. */
function nextDigit(view: DataView, from: number, to: number): number {
  let at = from;
  for (; at + 4 <= to; at += 4) {
    const word = view.getInt32(at, true);
    if (markZeroBytes(word ^ ESCAPES) !== 0) return -1;
    const digits = markDigitBytes(word);
    if (digits !== 0) return at + firstMark(digits);
  }
  for (; at < to; at++) {
    const byte = view.getUint8(at);
    if (byte === 0x5c) return -1;
    if (byte >= 48 && byte <= 57) return at;
  }
  return to;
}
