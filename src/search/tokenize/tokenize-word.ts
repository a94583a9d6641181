import { fold } from './fold.ts';
import { memoize } from './memoize.ts';
import { stem } from './stem.ts';

/**
 * A part of a word: a content word, a stop word, a negation of the words after it, or Japanese
 * characters, which can be negated only by their own ending.
 */
export type Part =
  | { role: 'word' | 'name' | 'characters'; token: Token }
  | { role: 'negation'; token: Token | null }
  | { role: 'stop-word'; token: null };

/**
 * Function words, which a negation skips to reach the next word. Other words that say nothing about
 * the topic are listed in the content (`noise`).
 */
const FUNCTION_WORDS = new Set(
  'a an the is are was be been being am it its this that these those of to in on at for by with and or do does did i im ive we my our you your me how what why when where which who from as but if so r u ur vs versus has have had get gets got getting even any some then than there can could would should will shall may might just really also into up about use used uses using via inside within under onto through want wants need needs try tried trying keep keeps way before after during while every everything know knows'.split(
    ' ',
  ),
);
const NEGATIONS = new Set(
  'not no never wont dont doesnt didnt cant cannot couldnt isnt arent wasnt werent hasnt havent wouldnt dosnt doenst doesent unable fail fails failed failing refuses refused without longer nothing'.split(
    ' ',
  ),
);
/** Negations that also count as words. */
const MEANINGFUL_NEGATIONS = new Set([
  'unable',
  'fail',
  'fails',
  'failed',
  'failing',
  'refused',
  'refuses',
  'nothing',
]);
/** The share of a word that a whole name counts as, in addition to its parts. */
const NAME_SHARE = 0.5;
const CAMEL_CASE = /([a-z0-9])([A-Z])(?=[A-Za-z])/g;
const HIRAGANA = /[\u3041-\u3096]/;
/** Kanji before a ない that is not a negation: 少ない, 危ない. */
const NOT_NEGATED = /[少危]$/;

/**
 * Split a word into its parts. Any hiragana at its end is a negation (see WORDS in tokens.ts).
 * Memoized, because the same words occur in every text; they share their parts.
 */
export const tokenizeWord = memoize((word): readonly Part[] => {
  const end = word.search(HIRAGANA);
  const run = end < 0 ? word : word.slice(0, end);
  const isNegated = end >= 0 && !NOT_NEGATED.test(run);
  if (/^[A-Z0-9]/i.test(run)) return latinParts(run, isNegated);
  return japaneseTokens(fold(run), isNegated).map((token) => ({ role: 'characters', token }));
});

/** Return the negated token of an English word; one that is negated already stays as it is. */
export function negate(token: Token): Token {
  return token.keys.length > 1 ? token : tokenOf(token.keys[0]?.[0] ?? '', 1, true, true);
}

function latinParts(run: string, isNegated: boolean): Part[] {
  if (/^[a-z]+$/.test(run)) return [partOf(run, isNegated)];
  const parts = run
    .split(/[-_]+/)
    .filter((word) => word !== '')
    .flatMap((word) => {
      const inner = word.replace(CAMEL_CASE, '$1 $2').split(' ');
      const read = inner.map((part) => partOf(fold(part), isNegated));
      return inner.length > 1 ? [...read, { role: 'name' as const, token: joinedOf(word) }] : read;
    });
  return /\w[-_]\w/.test(run) ? [...parts, { role: 'name', token: nameOf(run) }] : parts;
}

/** Return the token of a name in camel case, such as `MySQL`, as people write it: `mysql`. */
function joinedOf(word: string): Token {
  return tokenOf(stem(fold(word)), NAME_SHARE, false, true);
}

/** Return the token of a whole name, such as `check-disk`, which is rarer than its parts. */
function nameOf(run: string): Token {
  return tokenOf(`=${run.toLowerCase().replaceAll('_', '-')}`, NAME_SHARE, false, true);
}

function partOf(word: string, isNegated: boolean): Part {
  if (NEGATIONS.has(word))
    return {
      role: 'negation',
      token: MEANINGFUL_NEGATIONS.has(word) ? tokenOf(stem(word), 1, isNegated, true) : null,
    };
  if (FUNCTION_WORDS.has(word)) return { role: 'stop-word', token: null };
  return { role: 'word', token: tokenOf(stem(word), 1, isNegated, true) };
}

/**
 * Split a run of one script into character pairs, weighted as one word, or as up to two for longer
 * runs.
 */
function japaneseTokens(run: string, isNegated: boolean): Token[] {
  if (run === '') return [];
  if (run.length === 1) return [tokenOf(run, isNegated ? 1 : 0.5, isNegated, false)];
  const isKatakana = /^[\u30a1-\u30fa]/.test(run);
  const words = isKatakana
    ? run.length > 5
      ? 1.6
      : 1
    : run.length > 3
      ? 2
      : run.length > 2
        ? 1.3
        : 1;
  const pairs = run.length - 1;
  const found: Token[] = [];
  for (let at = 0; at < pairs; at++)
    found.push(
      tokenOf(
        run.slice(at, at + 2),
        words / pairs,
        isNegated && at === pairs - 1,
        false,
        isKatakana ? run : undefined,
      ),
    );
  return found;
}

function tokenOf(
  key: string,
  share: number,
  isNegated: boolean,
  isLatin: boolean,
  whole = key,
): Token {
  return {
    keys: isNegated
      ? [
          [`${whole}!`, 1],
          [key, 0.7],
        ]
      : [[key, 1]],
    share,
    isLatin,
  };
}

/**
 * A token of a text. Queries and documents are tokenized in the same way:
 *
 * 1. The text is cut into runs: Latin, katakana, kanji, hiragana.
 * 2. A Latin run yields a stem; `camelCase`, `a-b` and `a_b` yield the stems of their parts and
 *    of the whole.
 * 3. Kanji and katakana yield character pairs, whose weights sum up to those of one or two words.
 *    見つかる is kept apart from 見える, which shares its kanji. Kanji joined by hiragana (`書き込み`)
 *    also yield their pair without it (`書込`).
 * 4. Hiragana (endings and particles) is dropped, except that negation is kept: a negated word gets
 *    a key of its own (`起動!` for 起動しない, 起動できず, 起動しません; `start!` for won't start, fails
 *    to start), because "starts" and "does not start" are opposites.
 */
export interface Token {
  /** The keys that it matches, each with its fit (0 to 1); the first one is the text's own. */
  readonly keys: readonly (readonly [key: string, fit: number])[];
  /** The share of a word that it counts as; a character pair is only a part of a long run. */
  readonly share: number;
  readonly isLatin: boolean;
}
