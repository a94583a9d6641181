import { editDistance } from '../../model/edit-distance.ts';

const LETTERS = /^[a-z]{4,}$/;

/**
 * Endings that stemming removed from the known word but not from the query's, because of the typo.
 */
const LOST_ENDINGS = ['', 'e', 'ed', 'ing'];

/**
 * Find the known word that a typo most likely meant: same first letter, at most one edit apart, or
 * two in a word of eight letters or more, whichever letters are doubled. Prefer fewer edits, then
 * the more common word.
 */
export function correctSpelling(typed: string, known: ReadonlyMap<string, number>): string | null {
  if (!LETTERS.test(typed)) return null;
  const word = undouble(typed);
  let best = { term: '', edits: typed.length >= 8 ? 3 : 2, count: 0 };
  for (const [term, count] of known) {
    if (term[0] !== word[0] || !LETTERS.test(term)) continue;
    for (const ending of LOST_ENDINGS) {
      const whole = undouble(`${term}${ending}`);
      const difference = Math.abs(whole.length - word.length);
      if (difference > best.edits || Math.max(term.length, typed.length) < 5) continue;
      const edits = editDistance(whole, word, { swaps: true });
      if (edits < best.edits || (edits === best.edits && best.term !== '' && count > best.count))
        best = { term, edits, count };
    }
  }
  return best.term || null;
}

function undouble(word: string): string {
  return word.replace(/(.)\1/g, '$1');
}
