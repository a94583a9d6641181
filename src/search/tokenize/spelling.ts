import { editDistance } from '../../model/edit-distance.ts';

const LETTERS = /^[a-z]+$/;

/**
 * Endings that stemming removed from the known word but not from the query's, because of the typo.
 */
const LOST_ENDINGS = ['', 'e', 'ed', 'ing'];

/**
 * Find the known word that a typo most likely meant: same first letter, at most one edit apart
 * (two in a word of eight letters or more, or for an anagram or wrongly doubled letters). Prefer
 * fewer edits, then the more common word.
 */
export function correctSpelling(word: string, known: ReadonlyMap<string, number>): string | null {
  return (
    LOST_ENDINGS.map((ending) => correctWithEnding(ending, word, known)).find(
      (found) => found !== null,
    ) ?? null
  );
}

function correctWithEnding(
  ending: string,
  word: string,
  known: ReadonlyMap<string, number>,
): string | null {
  if (word.length < 4 || !LETTERS.test(word)) return null;
  const allowed = word.length >= 8 ? 2 : 1;
  let best: { term: string; edits: number; count: number } | null = null;
  for (const [term, count] of known) {
    const difference = Math.abs(term.length + ending.length - word.length);
    if (term[0] !== word[0] || difference > allowed || !LETTERS.test(term) || term.length < 4)
      continue;
    const whole = `${term}${ending}`;
    const edits = editDistance(whole, word, { swaps: true });
    if (!isLikelyTypo(word, whole, edits, allowed)) continue;
    if (!best || edits < best.edits || (edits === best.edits && count > best.count))
      best = { term, edits, count };
  }
  return best?.term ?? null;
}

function isLikelyTypo(word: string, whole: string, edits: number, allowed: number): boolean {
  if (edits > allowed && !(edits === 2 && (isAnagram(whole, word) || isDoubled(whole, word))))
    return false;
  return word.length > 4 || whole.length > 4;
}

/** Return whether two words differ only in which letters are doubled, a common mistake. */
function isDoubled(a: string, b: string): boolean {
  const [one, other] = [a, b].map((word) => word.replace(/(.)\1/g, '$1'));
  return one === other;
}

/** Return whether two words are anagrams, which is rarely a coincidence. */
function isAnagram(a: string, b: string): boolean {
  return a.length === b.length && [...a].sort().join('') === [...b].sort().join('');
}
