import { fold } from './fold.ts';
import { stem } from './stem.ts';

/**
 * A token of a text. Queries and documents are tokenized in the same way:
 *
 * 1. The text is cut into runs: Latin, katakana, kanji, hiragana.
 * 2. A Latin run yields a stem; `a-b` and `a_b` yield the stems of their parts, and the whole name.
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

/** What a part of a word yields; null for a function word. */
type Part = Token | 'negation' | null;

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
/** Stems of verbs that also negate the next word: fails to start. */
const FAILURES = new Set(['fail', 'refus', 'unabl']);
/** The share of a word that a whole name counts as, in addition to its parts. */
const NAME_SHARE = 0.5;
/**
 * A run with an optional negating ending, which may follow a particle or a verb ending; `ずれ` and
 * `ずっと` are not negations. Other hiragana is not matched, so that a word is the same whatever its
 * ending.
 */
const WORDS =
  /(?:[A-Z0-9'’]+(?:[-_][A-Z0-9]+)*|[\u30a1-\u30fa][\u30a1-\u30fa\u30fc]*|[\u4e00-\u9fff々]+)(?:(?:[がはをもにでのと]|さえ|すら)?[\u3041-\u3096]{0,7}?(?:ない|ません|なかった|なくな|なく|ず(?![れっらい])|ぬ|ねえ|ねー|ねぇ|へん|なし(?=$|[^\u3041-\u3096])|[かさたなばまられせけえべめて]ん(?=$|[^\u3041-\u3096]|けど|やけど|のや|のです|のだ|ので|って)))?/gi;
const JOINS = /([\u4e00-\u9fff々])[りえきしいちみけめれべげせっじぎび]([\u4e00-\u9fff々])/g;
const HIRAGANA = /[\u3041-\u3096]/;

/** Tokenize a text. */
export function tokenize(text: string): Token[] {
  const plain = text
    .normalize('NFKC')
    .replace(/(?<=\d) ?%/g, ' percent ')
    .replace(/見つ/g, '発見')
    .replace(/すでに/g, '既に')
    .replace(/無(?=[いくかし])/g, 'な')
    .replace(/どこ(?=$|[?に]|です)/g, '場所');
  const found: Token[] = [];
  let isNegated = false;
  for (const part of plain.match(WORDS)?.flatMap(partsOf) ?? []) {
    if (part === 'negation') isNegated = true;
    else if (part) {
      found.push(isNegated ? negate(part) : part);
      isNegated = FAILURES.has(part.keys[0] ?? '');
    }
  }
  for (const [, first, second] of plain.matchAll(JOINS))
    found.push({ keys: [`${first}${second}`], share: 0.6 });
  return found;
}

/** Return the distinct keys of a text. */
export function keysOf(text: string): string[] {
  return [...new Set(tokenize(text).flatMap(({ keys }) => keys))];
}

const known = new Map<string, readonly Part[]>();

/** Split a word into its parts. The same words occur in every text; they share their parts. */
function partsOf(word: string): readonly Part[] {
  const parts = known.get(word) ?? readWord(word);
  known.set(word, parts);
  return parts;
}

/** Read a word; any hiragana at its end is a negation (see WORDS). */
function readWord(word: string): Part[] {
  const end = word.search(HIRAGANA);
  const run = end < 0 ? word : word.slice(0, end);
  const isNegated = end >= 0;
  if (!/^[A-Z0-9]/i.test(run)) return japaneseTokens(fold(run), isNegated);
  const parts = run.split(/[-_]+/).map((part) => latinPart(fold(part), isNegated));
  if (parts.length === 1) return parts;
  return [...parts, tokenOf(`=${run.toLowerCase().replaceAll('_', '-')}`, NAME_SHARE)];
}

function latinPart(word: string, isNegated: boolean): Part {
  if (FUNCTION_WORDS.has(word)) return null;
  return NEGATIONS.has(word) ? 'negation' : tokenOf(stem(word), 1, isNegated);
}

/**
 * Split a run of one script into character pairs, weighted as one word, or as up to two for longer
 * runs.
 */
function japaneseTokens(run: string, isNegated: boolean): Token[] {
  if (run.length === 1) return [tokenOf(run, isNegated ? 1 : 0.5, isNegated)];
  const isKatakana = /^[\u30a1-\u30fa]/.test(run);
  const words = isKatakana ? (run.length > 5 ? 1.6 : 1) : ([1, 1.3][run.length - 2] ?? 2);
  const pairs = Math.max(0, run.length - 1);
  return Array.from({ length: pairs }, (_, at) =>
    tokenOf(run.slice(at, at + 2), words / pairs, isNegated && at === pairs - 1),
  );
}

function tokenOf(key: string, share: number, isNegated = false): Token {
  return { keys: isNegated ? [`${key}!`, key] : [key], share };
}

/** Return the negated token of a word; one that is negated already stays as it is. */
function negate(token: Token): Token {
  return token.keys.length > 1 ? token : tokenOf(token.keys[0] ?? '', 1, true);
}
