import { fold } from './fold.ts';
import { memoize } from './memoize.ts';
import { stem } from './stem.ts';
import type { Unit } from './units.ts';

/** A part of a word: it says something, says nothing, denies what follows, or is written in characters that no other word denies. */
export type Part =
  | { role: 'word' | 'characters'; unit: Unit }
  | { role: 'denial'; unit: Unit | null }
  | { role: 'empty'; unit: null };

/** Words that say nothing about what is looked for. */
const EMPTY = new Set(
  'a an the is are was be been being it its this that these those of to in on at for by with and or do does did i im ive we my our you your me how what why when where which who from as but if so r u ur pls plz thx vs versus has have had get gets got getting still even any some faq please help message messages issue problem problems says said say seems looks like ok prod production someone there then than can could would should will shall may might just really also into up about since yesterday today monday tuesday wednesday thursday friday saturday sunday morning evening ago am become becomes became sure legacy existing actual entire whole faulty zombie ghost hung sick spare weird odd lazy crazy silly dumb rogue lonely runaway unhealthy proper standalone onpremise parent certain particular specific fresh persistent staging dev test stupid damn bloody poor ugh argh wtf suddenly now recently always sometimes often randomly constantly properly correctly exactly actually simply usually normally immediately currently keep keeps anymore use used uses using behind via inside within under onto through want wants need needs try tried trying way after before during while every everything know knows'.split(
    ' ',
  ),
);
const DENIES = new Set(
  'not no never wont dont doesnt didnt cant cannot couldnt isnt arent wasnt werent hasnt havent wouldnt dosnt doenst doesent unable fail fails failed failing refuses refused without longer nothing'.split(
    ' ',
  ),
);
/** Those that are words of their own too. */
const SPEAKS = new Set([
  'unable',
  'fail',
  'fails',
  'failed',
  'failing',
  'refused',
  'refuses',
  'nothing',
]);
/** How words end that say what something is like or how it happens, as names seldom do. */
export const MANNER = /^[a-z]{3,}(?:ed|ing|ly|ful|less|ous|ible|able|ish|ical)$/;
const HIRAGANA = /[\u3041-\u3096]/;
/** Chinese characters before an ending that does not deny: 少ない, 危ない. */
const UNDENIED = /[少危]$/;

/** Take a word apart that has the hiragana that denies it behind it, and no other. Words come back in every text, and share what is read. */
export const readWord = memoize((word): readonly Part[] => {
  const end = word.search(HIRAGANA);
  const run = end < 0 ? word : word.slice(0, end);
  const isDenied = end >= 0 && !UNDENIED.test(run);
  if (/^[A-Za-z0-9]/.test(run)) return latin(run, isDenied);
  return japanese(fold(run), isDenied).map((unit) => ({ role: 'characters', unit }));
});

/** The unit of an English word where a word before it denies it. */
export function deny(unit: Unit): Unit {
  return unit.keys.length > 1 ? unit : unitOf(unit.keys[0]?.[0] ?? '', 1, true, true);
}

function latin(run: string, isDenied: boolean): Part[] {
  if (/^[a-z]+$/.test(run)) return [partOf(run, isDenied)];
  const words = run
    .replace(/([a-z0-9])([A-Z])(?=[A-Za-z])/g, '$1 $2')
    .split(/[-_\s]+/)
    .map(fold);
  return words.filter((word) => word !== '').map((word) => partOf(word, isDenied));
}

function partOf(word: string, isDenied: boolean): Part {
  if (DENIES.has(word))
    return {
      role: 'denial',
      unit: SPEAKS.has(word) ? unitOf(stem(word), 1, isDenied, true) : null,
    };
  if (EMPTY.has(word)) return { role: 'empty', unit: null };
  const unit = unitOf(stem(word), 1, isDenied, true);
  return { role: 'word', unit: MANNER.test(word) ? { ...unit, isManner: true } : unit };
}

/** A run of one script is one word, from four characters on likely two. */
function japanese(run: string, isDenied: boolean): Unit[] {
  if (run === '') return [];
  if (run.length === 1) return [unitOf(run, isDenied ? 1 : 0.5, isDenied, false)];
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
  const found: Unit[] = [];
  for (let at = 0; at < pairs; at++)
    found.push(
      unitOf(
        run.slice(at, at + 2),
        words / pairs,
        isDenied && at === pairs - 1,
        false,
        isKatakana ? run : undefined,
      ),
    );
  return found;
}

function unitOf(
  key: string,
  share: number,
  isDenied: boolean,
  isLatin: boolean,
  whole = key,
): Unit {
  return {
    keys: isDenied
      ? [
          [`${whole}!`, 1],
          [key, 0.7],
        ]
      : [[key, 1]],
    share,
    isLatin,
  };
}
