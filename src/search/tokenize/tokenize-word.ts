import { fold } from './fold.ts';
import { stem } from './stem.ts';

/** A part of a word, and what it does to a negation before it. Names and Japanese do nothing. */
export interface Part {
  role: 'word' | 'negation' | 'stop-word' | 'other';
  token: Token | null;
}

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
  'not no never wont dont doesnt didnt cant cannot couldnt isnt arent wasnt werent hasnt havent wouldnt dosnt doenst doesent without longer'.split(
    ' ',
  ),
);
/** Negations that also count as words. */
const FAILURES = new Set('unable fail fails failed failing refuses refused nothing'.split(' '));
/** The share of a word that a whole name counts as, in addition to its parts. */
const NAME_SHARE = 0.5;
const CAMEL_CASE = /([a-z0-9])([A-Z])(?=[A-Za-z])/g;
const HIRAGANA = /[\u3041-\u3096]/;
/** Kanji before a ない that is not a negation: 少ない, 危ない. */
const NOT_NEGATED = /[少危]$/;

const known = new Map<string, readonly Part[]>();

/**
 * Split a word into its parts. Any hiragana at its end is a negation (see WORDS in tokens.ts). The
 * same words occur in every text; they share their parts.
 */
export function tokenizeWord(word: string): readonly Part[] {
  const parts = known.get(word) ?? readWord(word);
  known.set(word, parts);
  return parts;
}

function readWord(word: string): Part[] {
  const end = word.search(HIRAGANA);
  const run = end < 0 ? word : word.slice(0, end);
  const isNegated = end >= 0 && !NOT_NEGATED.test(run);
  if (/^[A-Z0-9]/i.test(run)) return latinParts(run, isNegated);
  return japaneseTokens(fold(run), isNegated).map((token) => ({ role: 'other', token }));
}

/** Return the negated token of an English word; one that is negated already stays as it is. */
export function negate(token: Token): Token {
  return token.keys.length > 1 ? token : tokenOf(token.keys[0] ?? '', 1, true);
}

/** Split a Latin run. A name in camel case or with hyphens also counts as a whole. */
function latinParts(run: string, isNegated: boolean): Part[] {
  const parts = run
    .split(/[-_]+/)
    .filter((word) => word !== '')
    .flatMap((word) => {
      const inner = word.replace(CAMEL_CASE, '$1 $2').split(' ');
      const read = inner.map((part) => partOf(fold(part), isNegated));
      return inner.length > 1 ? [...read, nameOf(stem(fold(word)))] : read;
    });
  if (!/\w[-_]\w/.test(run)) return parts;
  return [...parts, nameOf(`=${run.toLowerCase().replaceAll('_', '-')}`)];
}

function nameOf(key: string): Part {
  return { role: 'other', token: tokenOf(key, NAME_SHARE) };
}

function partOf(word: string, isNegated: boolean): Part {
  if (FUNCTION_WORDS.has(word)) return { role: 'stop-word', token: null };
  if (NEGATIONS.has(word)) return { role: 'negation', token: null };
  const role = FAILURES.has(word) ? 'negation' : 'word';
  return { role, token: tokenOf(stem(word), 1, isNegated) };
}

/**
 * Split a run of one script into character pairs, weighted as one word, or as up to two for longer
 * runs.
 */
function japaneseTokens(run: string, isNegated: boolean): Token[] {
  if (run === '') return [];
  if (run.length === 1) return [tokenOf(run, isNegated ? 1 : 0.5, isNegated)];
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
  return Array.from({ length: pairs }, (_, at) => {
    const pair = run.slice(at, at + 2);
    return tokenOf(pair, words / pairs, isNegated && at === pairs - 1, isKatakana ? run : pair);
  });
}

function tokenOf(key: string, share: number, isNegated = false, whole = key): Token {
  return { keys: isNegated ? [`${whole}!`, key] : [key], share };
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
  /** The keys that it matches: its own, then the plain one if it is negated. */
  readonly keys: readonly string[];
  /** The share of a word that it counts as; a character pair is only a part of a long run. */
  readonly share: number;
}
