import type { PatternFault } from '../model/inspection.ts';

/** Maximum length in characters. */
export const MAX_PATTERN = 2000;

/** Syntax of other programs: lookaround, references to groups, and some escapes. */
const NOT_IN_GO = /(?<!\\)(?:\\\\)*(?:\(\?(?:[=!#>]|<[=!])|\\(?:[1-9](?![0-7])|[Zhk]))/;
/** A repetition of nothing, as in a glob. */
const REPEATS_NOTHING = /(?:^|(?<!\\)[(|])[*+]/;
/** A class of characters, after pairs of backslashes. */
const CLASS = /(?<!\\)((?:\\\\)*)\[(?:\\.|[^[\]\\])+\]/g;
/** Text whose brackets are literal. */
const LITERAL = '\\Q';

/**
 * Find a fault that Go's regexp package refuses; null if there is none. An untrusted pattern is
 * compiled here, but never run.
 */
export function checkPattern(pattern: string): PatternFault | null {
  if (NOT_IN_GO.test(pattern.replace(CLASS, '$1'))) return 'not-in-go';
  try {
    new RegExp(pattern.includes(LITERAL) ? '' : inJavaScript(pattern));
    return null;
  } catch {
    return REPEATS_NOTHING.test(pattern) ? 'nothing-to-repeat' : 'not-valid';
  }
}

/** Replace what Go accepts and JavaScript does not: flags, names of classes, repeated anchors. */
function inJavaScript(pattern: string): string {
  return pattern
    .replace(/\(\?(?:P?<\w+>|[imsU]*(?:-[imsU]+)?:)/g, '(')
    .replace(/\(\?[imsU]*(?:-[imsU]+)?\)/g, '')
    .replace(/\[:\^?[a-z]+:\]|\\[xpP]\{\^?\w+\}|(?:\\[bB]|[\^$])(?=[*+?{])/g, 'a');
}
