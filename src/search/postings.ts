import { units } from './tokens.ts';
import type { Unit } from './tokenize-word.ts';

/** Inverted index: the ascending field numbers for each key. */
export type Postings = Map<string, number[]>;

/** Tokenized fields, with units replaced by numbers. */
export interface Terms {
  /** All distinct units; memoization makes the units of one word the same object everywhere. */
  units: Unit[];
  /** For each unit, the fields that contain it. */
  posted: number[][];
  /** For each field, the numbers of its units. */
  fields: number[][];
}

/**
 * Tokenize fields. For speed: numbers are cheaper than strings, and callbacks cheaper than
 * iterators in cold code.
 */
export function readTerms(fields: readonly { text: string }[]): Terms {
  const numbers = new Map<Unit, number>();
  const known: Unit[] = [];
  const posted: number[][] = [];
  const read = fields.map(({ text }, field) =>
    units(text).map((unit) => {
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
export function postTerms({ units: known, posted }: Terms): Postings {
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
