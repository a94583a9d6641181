import { editDistance } from '../model/edit-distance.ts';

/**
 * Return the candidate nearest to a word, at most two edits away (Levenshtein distance, by which
 * the diagnosed program suggests names too); null if there is none.
 */
export function closestWord(word: string, words: readonly string[]): string | null {
  if (word.length < 3) return null;
  let best: string | null = null;
  let least = 3;
  for (const candidate of words) {
    if (Math.abs(candidate.length - word.length) >= least) continue;
    const edits = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (edits < least) [best, least] = [candidate, edits];
  }
  return best;
}
