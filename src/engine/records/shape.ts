/**
 * The shape of a message: what it says but for the words with a digit in them. Messages of one shape are read alike, as a port, a host,
 * an id or a time differs from line to line and changes nothing, so the second one need not be read.
 *
 * That holds because no literal of a template can stand in such a word: a word that a literal holds, as 403 or x509, belongs to the shape
 * as it is. Where a hole touches a letter of a literal, as in `{value}s`, words that may be such a place keep their letters. What a hole
 * takes (holes.ts) depends on no other letter, and on digits only by there being some: a number is told from a word with a digit in it.
 * Where digits are escapes there is no shape.
 */
import type { Catalog } from '../catalog.ts';
import { Identity } from '../findings/identity.ts';
import { isWord } from '../text.ts';
import { digitsIn, firstMark, View, zeros } from '../view.ts';

/** Bits that tell which words stand in a literal. Two may share one: then the other word counts too, and nothing is lost but time. */
const WORDS = 1 << 14;
/** Words that may differ. */
const MAX_UNITS = 64;
/** Of a longer message not all is read. */
const MAX_LENGTH = 4096;
/** What stands for a number, and for another word with a digit: no bytes. */
const NUMBER = 256;
const WORD = 257;
const ESCAPES = 0x5c5c5c5c;
/** 1 for a byte that belongs to a word. */
const IN_WORD = Uint8Array.from({ length: 256 }, (_, byte) => (isWord(byte) ? 1 : 0));

/** The words with a digit that the literals of a catalog hold, and how words begin and end that are partly a hole's. */
export class LiteralWords {
  readonly #catalog: Pick<Catalog, 'entries' | 'products'>;
  #gathered: Gathered | null = null;

  constructor(catalog: Pick<Catalog, 'entries' | 'products'>) {
    this.#catalog = catalog;
  }

  /** They are gathered when somebody asks: only a long log is worth it. */
  get all(): Gathered {
    return (this.#gathered ??= gather(this.#catalog));
  }
}

interface Gathered {
  /** By the hash of a word, 1 for one that stands in a literal, or begins one that may be cut off. */
  words: Uint8Array;
  /** By a word's first byte and by its last, 1 where a part of a literal may begin or end it. */
  begin: Uint8Array;
  end: Uint8Array;
  /** A hole may begin or end, or a literal stand, within a word with a digit: then there are no shapes. */
  isWithin: boolean;
}

const HOLE = /\{(?:[^{}:]*:)?([^{}]*)\}/g;
/** What stands for a hole, and for one that nests: no characters of a template. */
const [TAKES, NESTS] = ['\0', '\u0001'];

function gather({ entries, products }: Pick<Catalog, 'entries' | 'products'>): Gathered {
  const gathered: Gathered = {
    words: new Uint8Array(WORDS),
    begin: new Uint8Array(256),
    end: new Uint8Array(256),
    isWithin: false,
  };
  for (const { templates } of entries)
    for (const { text } of templates)
      addLiterals(
        text.replaceAll(HOLE, (_, type: string) =>
          type === 'cause' || type === 'foreign' ? NESTS : TAKES,
        ),
        gathered,
      );
  for (const { names, siblings } of products)
    for (const name of [...names, ...Object.keys(siblings)]) addLiterals(name, gathered);
  return gathered;
}

function addLiterals(text: string, gathered: Gathered): void {
  // Of two holes side by side the first one ends within a word.
  if (/[\0\u0001]{2}/.test(text)) gathered.isWithin = true;
  for (const { 0: word, index } of text.matchAll(/\w+/g)) {
    const sides = [text[index - 1] ?? '', text[index + word.length] ?? ''];
    const [isAfterHole, isBeforeHole] = sides.map((side) => side === TAKES || side === NESTS);
    const digit = word.search(/\d/);
    if (
      sides.includes(NESTS) ||
      (isAfterHole && isBeforeHole) ||
      ((isAfterHole || isBeforeHole) && digit >= 0)
    )
      gathered.isWithin = true;
    if (isBeforeHole) gathered.begin[word.charCodeAt(0)] = 1;
    if (isAfterHole) gathered.end[word.charCodeAt(word.length - 1)] = 1;
    if (digit >= 0) addWord(word, digit, gathered.words);
  }
}

/** Add a word, and what begins it from its first digit on. */
function addWord(word: string, digit: number, words: Uint8Array): void {
  let hash = 0;
  for (let at = 0; at < word.length; at++) {
    hash = goOn(hash, word.charCodeAt(at));
    if (at >= digit) words[hash & (WORDS - 1)] = 1;
  }
}

/** The hash of a word with one more byte. */
function goOn(hash: number, byte: number): number {
  return Math.imul(hash ^ byte, 0x5bd1e995) ^ (hash >>> 13);
}

/** A hash of the shape, 64 bits, as scan.ts has one of the message, and where the words are that may differ. */
export class Shape extends Identity {
  /** Number of the words that may differ, and where they end. */
  units = 0;
  readonly ends = new Int32Array(MAX_UNITS);
  readonly #literals: LiteralWords;
  readonly #bytes = new View();

  constructor(literals: LiteralWords) {
    super();
    this.#literals = literals;
  }

  /** Look over a text of plain ASCII without entities. @param isLong sets it apart @returns whether it has a shape */
  read(bytes: Uint8Array, from: number, to: number, isLong: boolean): boolean {
    const { words, begin, end, isWithin } = this.#literals.all;
    if (isWithin || to - from > MAX_LENGTH) return false;
    const view = this.#bytes.of(bytes);
    this.begin();
    this.number(isLong ? 1 : 0);
    this.units = 0;
    // As Identity writes bytes, but in variables: words are so short that going back and forth between the fields took a quarter of the time.
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
          hash = goOn(hash, byte);
          if (byte > 57) kind = WORD;
        }
        if (words[hash & (WORDS - 1)] !== 0) continue;
      }
      while (done < start) {
        const isWhole = done + 4 <= start;
        const part = isWhole ? view.getInt32(done, true) : (bytes[done] as number);
        low = Math.imul(low ^ part, 0x85ebca6b);
        low = (low << 13) | (low >>> 19);
        high = Math.imul(high ^ part, 0x5bd1e995) ^ (high >>> 15);
        done += isWhole ? 4 : 1;
      }
      this.low = low;
      this.high = high;
      if (digit === to) return true;
      if (this.units === MAX_UNITS) return false;
      if (
        kind === NUMBER ||
        (begin[bytes[start] as number] === 0 && end[bytes[at - 1] as number] === 0)
      )
        this.#differs(kind, at);
      else if (!this.#readLetters(bytes, start, at)) return false;
      ({ low, high } = this);
      done = at;
    }
  }

  /** A word whose letters count. */
  #readLetters(bytes: Uint8Array, from: number, to: number): boolean {
    for (let at = from; at < to;) {
      const byte = bytes[at++] as number;
      if (byte > 57) {
        this.number(byte);
        continue;
      }
      while (at < to && (bytes[at] as number) <= 57) at++;
      if (this.units === MAX_UNITS) return false;
      this.#differs(NUMBER, at);
    }
    return true;
  }

  #differs(as: number, end: number): void {
    this.number(as);
    this.ends[this.units++] = end;
  }
}

/** The first digit in `[from, to)`, or `to`; -1 where there is an escape before it. */
function nextDigit(view: DataView, from: number, to: number): number {
  let at = from;
  for (; at + 4 <= to; at += 4) {
    const word = view.getInt32(at, true);
    if (zeros(word ^ ESCAPES) !== 0) return -1;
    const digits = digitsIn(word);
    if (digits !== 0) return at + firstMark(digits);
  }
  for (; at < to; at++) {
    const byte = view.getUint8(at);
    if (byte === 0x5c) return -1;
    if (byte >= 48 && byte <= 57) return at;
  }
  return to;
}
