import { fold } from './fold.ts';
import { stem } from './stem.ts';

/**
 * Text → units, the same way for what people type and for what they shall find. Over 80 lines because English and Japanese stand side by side.
 *
 * 1. A text is cut into runs: Latin, katakana, Chinese characters, hiragana.
 * 2. A Latin run gives a stem; `camelCase`, `a-b` and `a_b` give their parts, and are one word for those who write them so.
 * 3. Chinese characters and katakana give pairs of characters, which together weigh as the one or two words that they are.
 *    見つかる is not 見える, though it is written with the same one. Characters that hiragana joins (`書き込み`) are also paired without it (`書込`).
 * 4. Hiragana is endings and particles, and left out; but it says whether something does *not* happen. What is denied gets a key of its own
 *    (`起動!` for 起動しない, 起動できず, 起動しません; `start!` for won't start, fails to start), because "does not start" and "starts" are opposites.
 */
export interface Unit {
  /** What it can be found by, with how well that fits: the first key is the text's own. */
  keys: readonly (readonly [key: string, fit: number])[];
  /** How much of a word it is: a pair of a long run is a part of one. */
  share: number;
  isLatin: boolean;
  /** The key that says how rare it is, where that is not the first one. */
  measure?: string | undefined;
}

/** Words that say nothing about what is looked for. */
const EMPTY = new Set('a an the is are was be been being it its this that these those of to in on at for by with and or do does did i im ive we my our you your me how what why when where which who from as but if so has have had get gets got getting still even any some faq please help message messages issue problem problems says said say seems looks like ok prod production someone there then than can could would should will shall may might just really also into up about since yesterday today suddenly now recently always sometimes often randomly constantly properly correctly exactly actually simply usually normally immediately currently keep keeps anymore use used uses using behind via through want wants need needs try tried trying way after before during while every'.split(' '));
const DENIES = new Set('not no never wont dont doesnt didnt cant cannot couldnt isnt arent wasnt werent hasnt havent wouldnt unable fail fails failed failing refuses refused without longer nothing'.split(' '));
/** Those that are words of their own too. */
const SPEAKS = new Set(['unable', 'fail', 'fails', 'failed', 'failing', 'refused', 'refuses', 'nothing']);
const EMPTY_JA = /場合|方法|発生|について|教えて|下さい|御|困って|知りたい|出力されて|出力する|使用(?=[すしで])|利用(?=[すしで])|昨日|今日|最近|急に|突然|毎回/g;
const RUNS = /[A-Za-z0-9'’]+(?:[-_][A-Za-z0-9]+)*|[\u30a1-\u30fa\u30fcー]+|[\u4e00-\u9fff々]+|[\u3041-\u3096]+/g;
/** An ending that denies, behind a particle or the ending of a verb; `ずれ` and `ずっと` do not. */
const DENIAL = /^(が|は|を|も|に|で|の|と|さえ|すら)?([\u3041-\u3096]{0,7}?)(?:ない|ません|なかった|なくな|なく|ず(?![れっらい])|ぬ)/;
const JOINS = /([\u4e00-\u9fff々])[りえきしいちみけめれべげせっじぎび]{1}([\u4e00-\u9fff々])/g;

/** Take a text apart. */
export function units(text: string): Unit[] {
  // Half of all texts are English, and what follows leaves them as they are.
  const isAscii = /^[\0-\x7f]*$/.test(text);
  const plain = isAscii ? text : text.normalize('NFKC').replace(EMPTY_JA, ' ').replace(/見つ/g, '発見').replace(/無(?=[いくかし])/g, 'な').replace(/出来/g, 'でき');
  const found: Unit[] = [];
  const runs = [...plain.matchAll(RUNS)];
  let denied = 0;
  for (const [at, run] of runs.entries()) {
    const [word] = run;
    const next = runs[at + 1];
    const ending = next && next.index === run.index + word.length && /^[\u3041-\u3096]/.test(next[0]) ? next[0] : '';
    const isDenied = DENIAL.test(ending) && !/[少危]$/.test(word);
    if (/^[A-Za-z0-9]/.test(word)) {
      for (const part of latin(word)) {
        if (DENIES.has(part)) {
          denied = 3;
          if (!SPEAKS.has(part)) continue;
        } else if (EMPTY.has(part)) {
          denied--;
          continue;
        }
        const key = stem(part);
        const deniesThis = (denied > 0 && !DENIES.has(part)) || isDenied;
        found.push({ keys: deniesThis ? [[`${key}!`, 1], [key, 0.7]] : [[key, 1]], share: 1, isLatin: true });
        if (!DENIES.has(part)) denied = 0;
      }
    } else if (!/^[\u3041-\u3096]/.test(word)) {
      found.push(...japanese(fold(word), isDenied));
    }
  }
  if (!isAscii) for (const [, first, second] of plain.matchAll(JOINS)) found.push({ keys: [[`${first}${second}`, 1]], share: 0.6, isLatin: false });
  return found;
}

/** Words come back in every text; what is in them is read once. */
const read = new Map<string, string[]>();

function latin(run: string): string[] {
  const known = read.get(run) ?? partsOf(run);
  read.set(run, known);
  return known;
}

function partsOf(run: string): string[] {
  return run
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .split(/[-_\s]+/)
    .map(fold)
    .filter((part) => part !== '');
}

/** A run of one script is one word, from four characters on likely two. */
function japanese(run: string, isDenied: boolean): Unit[] {
  if (run === '') return [];
  if (run.length === 1) return [{ keys: isDenied ? [[`${run}!`, 1], [run, 0.7]] : [[run, 1]], share: isDenied ? 1 : 0.5, isLatin: false }];
  const pairs = Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2));
  const words = /^[\u30a1-\u30fa]/.test(run) ? (run.length > 5 ? 1.6 : 1) : run.length > 3 ? 2 : run.length > 2 ? 1.3 : 1;
  const found = pairs.map((pair): Unit => ({ keys: [[pair, 1]], share: words / pairs.length, isLatin: false }));
  const last = found.at(-1);
  if (isDenied && last) {
    const key = /^[\u30a1-\u30fa]/.test(run) ? run : run.slice(-2);
    last.keys = [[`${key}!`, 1], ...last.keys.map(([own]) => [own, 0.7] as const)];
  }
  return found;
}

/** The keys of units, each once. */
export function keysOf(own: readonly Unit[]): string[] {
  return [...new Set(own.flatMap(({ keys }) => keys.map(([key]) => key)))];
}
