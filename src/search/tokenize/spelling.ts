import { editDistance } from '../../model/edit-distance.ts';

const LETTERS = /^[a-z]{4,}$/;
/** Letters of a typo and of the word that it meant; shorter words are too similar by chance. */
const MIN_LETTERS = 9;
/** Endings that stemming removes from a known word, but not from its misspelling. */
const LOST_ENDINGS = ['', 'e', 'ed', 'ing'];

/**
 * Find the most common known word that a typo may have meant: one edit apart, with the same first
 * letter.
 */
export function correctSpelling(typed: string, known: ReadonlyMap<string, number>): string | null {
  if (!LETTERS.test(typed)) return null;
  const isMeant = (term: string): boolean =>
    term[0] === typed[0] &&
    LETTERS.test(term) &&
    term.length + typed.length >= MIN_LETTERS &&
    LOST_ENDINGS.some(
      (ending) =>
        Math.abs(term.length + ending.length - typed.length) <= 1 &&
        editDistance(term + ending, typed, { swaps: true }) === 1,
    );
  const meant = [...known].filter(([term]) => isMeant(term));
  return meant.sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}
