import type { Match } from '../numbers.ts';

/** A word of a query, with the keys that it may stand for. */
export interface Term {
  keys: (readonly [key: string, match: Match])[];
  share: number;
  /** A guess stands for an unknown word, such as a typo. */
  kind: 'word' | 'guess' | 'context' | 'code' | 'concept' | 'unknown';
  /** The rarity of its meaning: of its own key, or of the most common concept that it names. */
  rarity: number;
  /** The pages about it, best first, if it is a code. */
  pages: number[];
}

export interface Query {
  /** The query as typed, without a label in brackets before it. */
  typed: string;
  /** The query without noise, names of servers, and conversion mistakes. */
  text: string;
  terms: Term[];
  /** Whether it has only codes and words that announce codes. */
  isOnlyCodes: boolean;
  /** The pages that have it verbatim in a title or symptom, or vice versa. */
  verbatim: Map<number, Verbatim>;
}

/** How much of a query and of a title or symptom is the same text. */
export interface Verbatim {
  /** 1 if the title or symptom begins with the query, else the shorter length by the longer one. */
  share: number;
  /** Characters. */
  length: number;
}
