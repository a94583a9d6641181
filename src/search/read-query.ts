import { namesConcept, widen, type Concepts } from './concepts.ts';
import { asHiragana, fold } from './fold.ts';
import { readRomaji } from './romaji.ts';
import { mend } from './slips.ts';
import { stem } from './stem.ts';
import { keysOf, units, type Unit } from './units.ts';

/** How well a word fits that was mended, joined, split, completed, or read from hiragana. */
const MENDED = 0.8;
const COMPLETED = 0.75;
const MOST_COMPLETIONS = 6;
/** No word of two is longer. */
const MOST_LETTERS = 30;
/** No word is longer in hiragana. */
const MOST_KANA = 16;

/** The name of what something is in, or done with: a question is seldom about that. In a story of so many words any word may stand there. */
const PLACE =
  /(?<=\b(?:in|on|inside|under|within|with) (?:an? |the |our |my )?)[A-Za-z]{3,}(?![\w-])|[A-Za-z]{3,}(?=(?:上|の[^、。\s]{1,8})?で|に(?:入れ|導入|インストール))/g;
const STORY = 6;

/** Read what somebody typed: its units, with the known words that unknown ones may stand for. */
export function readQuery(
  typed: string,
  { concepts, counts }: { concepts: Concepts; counts: ReadonlyMap<string, number> },
): Unit[] {
  const query = withKana(typed, concepts, counts);
  const own = units(query);
  const named = wordsOf(concepts, counts);
  const aside = new Set(
    own.length < STORY
      ? keysOf(
          units([...(query.match(PLACE) ?? []), ...(concepts.beside.exec(query) ?? [])].join(' ')),
        )
      : [],
  );
  const isUnfinished = /[A-Za-z]{2,}$/.test(query);
  const read = own.map((unit, at): Unit => {
    const [first] = unit.keys;
    if (!unit.isLatin || !first || unit.keys.some(([key]) => counts.has(key))) return unit;
    const [key] = first;
    const word = key.replace('!', '');
    const name = numbered(word, counts, named);
    const guesses = [
      ...split(word, counts),
      ...joined(word, own[at - 1], own[at + 1], counts),
      ...(named.has(word) ? [] : [mend(word, counts) ?? mend(word, named) ?? []]),
    ]
      .flat()
      .flatMap((guess) => (key.endsWith('!') ? [`${guess}!`, guess] : [guess]));
    const completions =
      isUnfinished && at === own.length - 1
        ? [...counts.keys()].filter((known) => known.startsWith(word)).slice(0, MOST_COMPLETIONS)
        : [];
    if (name === null && guesses.length === 0 && completions.length === 0 && aside.has(key))
      return { ...unit, isManner: true };
    return {
      ...unit,
      keys: [
        ...unit.keys,
        ...(name === null ? [] : [[name, 1] as const]),
        ...guesses.map((guess) => [guess, MENDED] as const),
        ...completions.map((known) => [known, COMPLETED] as const),
      ],
    };
  });
  const widened = once(widen(query, [...read, ...fromHiragana(query, counts)], concepts));
  // Who types all in katakana types words in it that are never written so: their meanings are enough.
  return isAllKana(query) && widened.some(({ keys: [first] }) => first?.[0].startsWith('~'))
    ? widened.filter(({ keys, isLatin }) => isLatin || keys.some(([key]) => counts.has(key)))
    : widened;
}

/** The words that name a concept by themselves and stand on no page. */
function wordsOf({ asked }: Concepts, counts: ReadonlyMap<string, number>): Map<string, number> {
  return new Map(
    asked.flatMap(({ patterns }) =>
      patterns.flatMap(({ keys: [key = '', ...more] }) =>
        more.length === 0 && /^[a-z]/.test(key) && !counts.has(key) ? [[key, 1] as const] : [],
      ),
    ),
  );
}

/** `loop0` for loop, `rhel7` for rhel: which of several it is says nothing. */
function numbered(
  word: string,
  counts: ReadonlyMap<string, number>,
  named: ReadonlyMap<string, number>,
): string | null {
  const name = stem(/^([a-z]{3,})\d{1,3}$/.exec(word)?.[1] ?? '');
  return counts.has(name) || named.has(name) ? name : null;
}

/** `startup` for start and up: the longer of the two known words. */
function split(word: string, counts: ReadonlyMap<string, number>): string[] {
  for (let at = Math.min(word.length, MOST_LETTERS) - 2; at > 3; at--) {
    const [head, tail] = [stem(word.slice(0, at)), stem(word.slice(at))];
    if (counts.has(head) && (counts.has(tail) || /^(?:up|on|off|out|in|down)$/.test(tail)))
      return [head, tail];
  }
  return [];
}

/** `time out` for timeout. */
function joined(
  word: string,
  before: Unit | undefined,
  after: Unit | undefined,
  counts: ReadonlyMap<string, number>,
): string[] {
  const [left, right] = [before?.keys[0]?.[0] ?? '', after?.keys[0]?.[0] ?? ''];
  return [`${left}${word}`, `${word}${right}`].filter(
    (whole) => whole !== word && counts.has(whole),
  );
}

/** `kidou shinai` in hiragana: words that nobody knows otherwise, where together they say something that is known. */
function withKana(typed: string, concepts: Concepts, counts: ReadonlyMap<string, number>): string {
  return typed.replace(/(?<![\w-])[a-z]{2,}(?: [a-z]{2,})*(?![\w-])/g, (words) => {
    const read = words.split(' ').map((word) => ({
      word,
      kana:
        counts.has(stem(word)) || concepts.others.has(stem(word)) || split(word, counts).length > 0
          ? null
          : readRomaji(word),
    }));
    const kana = read.flatMap((word) => word.kana ?? []);
    const isKnown = [...kana, kana.join('')].some(
      (run) =>
        run.length > 2 && (namesConcept(run, concepts) || fromHiragana(run, counts).length > 0),
    );
    // As words, of which some are katakana else, and as one, in which a verb stands with what denies it.
    return isKnown
      ? [...read.map(({ word, kana: known }) => known ?? word), kana.join('')].join(' ')
      : words;
  });
}

/** Hiragana typed for katakana, such as `ほすと`: the longest known words of a run, from its left. What follows another word is an ending. */
function fromHiragana(query: string, counts: ReadonlyMap<string, number>): Unit[] {
  return (
    query
      .normalize('NFKC')
      .match(/(?<![\u4e00-\u9fff\u30a1-\u30fa\u3041-\u3096ーA-Za-z0-9])[\u3041-\u3096ー]{3,}/g) ??
    []
  ).flatMap((run) => {
    const found: Unit[] = [];
    for (let at = 0; at < run.length - 2;) {
      const word = longestKnown(run, at, counts);
      found.push(...word.read);
      at = word.end;
    }
    return found;
  });
}

/** The longest known word that begins at a place: how it is read, and where it ends; nothing, where none begins there. One with a long vowel may be shorter, as it is katakana else. */
function longestKnown(
  run: string,
  at: number,
  counts: ReadonlyMap<string, number>,
): { read: Unit[]; end: number } {
  for (let end = Math.min(run.length, at + MOST_KANA); end > at + 2; end--) {
    const read = units(fold(run.slice(at, end)));
    if (
      read.length >
        (at === 0 && end === run.length ? 1 : 2) - Number(run.slice(at, end).includes('ー')) &&
      read.every(({ keys: [first] }) => counts.has(first?.[0] ?? ''))
    )
      return { read, end };
  }
  return { read: [], end: at + 1 };
}

/** Whether a text has katakana, and no other Japanese. */
function isAllKana(text: string): boolean {
  const plain = text.normalize('NFKC');
  return asHiragana(plain) !== plain;
}

/** A word that is typed twice counts once. */
function once(read: Unit[]): Unit[] {
  return [...new Map(read.map((unit) => [unit.keys[0]?.[0], unit])).values()];
}
