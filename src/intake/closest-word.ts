import { editDistance } from '../model/edit-distance.ts';

/** Words shorter than this are near too many others. */
const MIN_VALUE = 5;

/**
 * Return the accepted value that a wrong one is probably meant to be; null if there is none, or if
 * an accepted value is a part of it: `ecs-fargate` is not a slip of `eks_fargate`.
 */
export function closestValue(found: string | null, accepted: string | undefined): string | null {
  if (found === null || found.length < MIN_VALUE) return null;
  const values = (accepted ?? '').split(', ');
  const same = values.find((value) => lettersOf(value) === lettersOf(found));
  if (same !== undefined) return same;
  const parts = found.toLowerCase().split(/[^a-z\d]+/);
  return values.some((value) => parts.length > 1 && parts.includes(value.toLowerCase()))
    ? null
    : closestWord(found, values);
}

function lettersOf(value: string): string {
  return value.toLowerCase().replace(/[^a-z\d]/g, '');
}

/**
 * Return the candidate nearest to a word, at most two edits away (Levenshtein distance, as in the
 * program's own check); null if there is none.
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
