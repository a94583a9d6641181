import { tokenize } from '../tokenize/tokens.ts';
import type { Token } from '../tokenize/tokenize-word.ts';

/** Inverted index: the ascending field numbers for each key. */
export type Postings = Map<string, number[]>;

/** Tokenized fields, with units replaced by numbers. */
export interface TokenizedFields {
  /** All distinct units; memoization makes the units of one word the same object everywhere. */
  units: Token[];
  /** For each unit, the fields that contain it. */
  posted: number[][];
  /** For each field, the numbers of its units. */
  fields: number[][];
}

/**
 * Tokenize fields. For speed: numbers are cheaper than strings, and callbacks cheaper than
 * iterators in cold code.
 */
export function tokenizeFields(fields: readonly { text: string }[]): TokenizedFields {
  const numbers = new Map<Token, number>();
  const known: Token[] = [];
  const posted: number[][] = [];
  const read = fields.map(({ text }, field) =>
    tokenize(text).map((unit) => {
      const number = numbers.get(unit);
      if (number === undefined) {
        numbers.set(unit, known.length);
        posted.push([field]);
        return known.push(unit) - 1;
      }
      const own = posted[number];
      if (own !== undefined && own[own.length - 1] !== field) own.push(field);
      return number;
    }),
  );
  return { units: known, posted, fields: read };
}

/**
 * Build the postings of all keys. Units share a key if a word is also negated, or a pair is part of
 * several runs.
 */
export function buildPostings({ units: known, posted }: TokenizedFields): Postings {
  const postings: Postings = new Map();
  const shared = new Set<string>();
  known.forEach(({ keys }, number) =>
    keys.forEach((key) => {
      const others = postings.get(key[0]);
      const own = posted[number] ?? [];
      if (others !== undefined) shared.add(key[0]);
      postings.set(key[0], others === undefined ? own : others.concat(own));
    }),
  );
  shared.forEach((key) => postings.set(key, ascending(postings.get(key) ?? [])));
  return postings;
}

/** Return the distinct numbers in ascending order. */
export function ascending(numbers: Iterable<number>): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}
