/**
 * The shape of a line: its text with each run of digits masked. A port, an ID or a time changes
 * from line to line without changing what the line means to the templates, because they compare no
 * digits but those of their literals: words with such digits, as 403 or x509, remain as they are. A
 * line with an escape has no shape, because its digits may be part of the escape.
 */
import type { Catalog } from '../../model/catalog.ts';
import { isWord } from '../lines/bytes.ts';
import { HIGH_SEED, LOW_SEED, mixHigh, mixLow } from '../lines/hash-mix.ts';
import type { Hash64 } from './record-cache.ts';

/**
 * Number of slots in the filter of words in literals. A collision keeps a word in the shape that
 * could be masked, which costs only time.
 */
const FILTER_SIZE = 1 << 14;
/** Longer lines have no shape. */
const MAX_LENGTH = 4096;
const BACKSLASH = 92;
/** Masks a run of digits. Larger than any byte. */
const DIGITS = 256;

/** The words with a digit in the literals of a catalog. */
export class LiteralWords {
  readonly #catalog: Pick<Catalog, 'entries' | 'products'>;
  #filter: Uint8Array | null | undefined;

  constructor(catalog: Pick<Catalog, 'entries' | 'products'>) {
    this.#catalog = catalog;
  }

  /**
   * By hash of a word: 1 if a literal contains it or, because texts may be truncated, a longer word
   * that begins with it. Null if such a word touches a hole, so that a longer word may contain it.
   * Created on demand, because it pays only for a long log.
   */
  get filter(): Uint8Array | null {
    return (this.#filter = this.#filter === undefined ? makeFilter(this.#catalog) : this.#filter);
  }
}

const HOLE = /\{[^{}]*\}/g;

function makeFilter({
  entries,
  products,
}: Pick<Catalog, 'entries' | 'products'>): Uint8Array | null {
  const filter = new Uint8Array(FILTER_SIZE);
  const literals = [
    ...entries.flatMap(({ templates }) => templates.map(({ text }) => text.replaceAll(HOLE, '\0'))),
    ...products.flatMap(({ names, siblings }) => [...names, ...Object.keys(siblings)]),
  ];
  for (const literal of literals) {
    if (/\0\w*\d|\d\w*\0/.test(literal)) return null;
    for (const [word] of literal.matchAll(/\w*\d\w*/g)) addPrefixes(word, filter);
  }
  return filter;
}

/** Add a word, and each prefix of it that contains its first digit. */
function addPrefixes(word: string, filter: Uint8Array): void {
  const digit = word.search(/\d/);
  let hash = 0;
  for (let at = 0; at < word.length; at++) {
    hash = addByte(hash, word.charCodeAt(at));
    if (at >= digit) filter[hash & (FILTER_SIZE - 1)] = 1;
  }
}

function addByte(hash: number, byte: number): number {
  return Math.imul(hash ^ byte, 0x5bd1e995) ^ (hash >>> 13);
}

/** Return the hash of a line's shape, or null if it has none. */
export function shapeOf(
  { filter }: LiteralWords,
  bytes: Uint8Array,
  from: number,
  to: number,
): Hash64 | null {
  if (filter === null || to - from > MAX_LENGTH) return null;
  let low = LOW_SEED;
  let high = HIGH_SEED;
  for (let at = from; at < to;) {
    let word = bytes[at] as number;
    if (word === BACKSLASH) return null;
    if (!isWord(word)) at++;
    else {
      let [hash, masked] = [0, 0];
      let isNumber = false;
      let hasDigit = false;
      for (; at < to && isWord(bytes[at]); at++) {
        const byte = bytes[at] as number;
        const isDigit = byte >= 48 && byte <= 57;
        hash = addByte(hash, byte);
        if (!isDigit || !isNumber) masked = addByte(masked, isDigit ? DIGITS : byte);
        hasDigit ||= isDigit;
        isNumber = isDigit;
      }
      word = hasDigit && filter[hash & (FILTER_SIZE - 1)] === 0 ? masked : hash;
    }
    low = mixLow(low, word);
    high = mixHigh(high, word);
  }
  return { low, high };
}
