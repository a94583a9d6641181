import { tokenize } from '../tokenize/tokens.ts';
import type { Token } from '../tokenize/tokenize-word.ts';

/** Inverted index: the ascending field numbers for each key. */
export type Postings = Map<string, number[]>;

/** Tokenized fields, in which each token is a number. */
export interface TokenizedFields {
  /** All distinct tokens. Memoization makes the tokens of one word the same objects everywhere. */
  tokens: Token[];
  /** For each token, the fields that contain it. */
  posted: number[][];
  /** For each field, the numbers of its tokens. */
  fields: number[][];
}

/**
 * Tokenize fields. For speed, use numbers instead of strings, and callbacks instead of iterators,
 * which are slower in cold code.
 */
export function tokenizeFields(fields: readonly { text: string }[]): TokenizedFields {
  const numbers = new Map<Token, number>();
  const known: Token[] = [];
  const posted: number[][] = [];
  const read = fields.map(({ text }, field) =>
    tokenize(text).map((token) => {
      const number = numbers.get(token);
      if (number === undefined) {
        numbers.set(token, known.length);
        posted.push([field]);
        return known.push(token) - 1;
      }
      const own = posted[number];
      if (own !== undefined && own[own.length - 1] !== field) own.push(field);
      return number;
    }),
  );
  return { tokens: known, posted, fields: read };
}

/**
 * Build the postings of all keys. Several tokens have the same key if a word occurs both plain and
 * negated, or a character pair occurs in several runs.
 */
export function buildPostings({ tokens: known, posted }: TokenizedFields): Postings {
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
