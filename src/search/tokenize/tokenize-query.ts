import { namesSynonym, addSynonyms, type CompiledThesaurus } from './synonyms.ts';
import { asHiragana, fold } from './fold.ts';
import { readRomaji } from './romaji.ts';
import { correctSpelling } from './spelling.ts';
import { stem } from './stem.ts';
import { distinctKeys, tokenize } from './tokens.ts';
import type { Token } from './tokenize-word.ts';

/**
 * The fit of a guess: of a word that was spell-corrected, joined or split, and of one that was
 * completed.
 */
const GUESS = 0.8;
const COMPLETED = 0.75;
const MAX_COMPLETIONS = 6;
/** Compound words are at most this long. */
const MAX_COMPOUND = 30;
/** Words in hiragana are at most this long. */
const MAX_KANA = 16;

/**
 * A name after a preposition of place or means, which is rarely the topic. Ignored in queries of
 * LONG_QUERY words or more, where any word may follow such a preposition.
 */
const PLACE =
  /(?<=\b(?:in|on|inside|under|within|with) (?:an? |the |our |my )?)[A-Za-z]{3,}(?![\w-])|[A-Za-z]{3,}(?=(?:上|の[^、。\s]{1,8})?で|に(?:入れ|導入|インストール))/g;
const LONG_QUERY = 6;

/** Tokenize a query, adding to unknown words the known words that they may stand for. */
export function tokenizeQuery(
  typed: string,
  { concepts, counts }: { concepts: CompiledThesaurus; counts: ReadonlyMap<string, number> },
): Token[] {
  const query = convertRomaji(typed, concepts, counts);
  const own = tokenize(query);
  const named = wordsOf(concepts, counts);
  const bystanders = new Set(
    own.length < LONG_QUERY
      ? distinctKeys(
          tokenize(
            [...(query.match(PLACE) ?? []), ...(concepts.beside.exec(query) ?? [])].join(' '),
          ),
        )
      : [],
  );
  const isUnfinished = /[A-Z]{2,}$/i.test(query);
  const read = own.map((token, at): Token => {
    const [first] = token.keys;
    if (!token.isLatin || !first || token.keys.some(([key]) => counts.has(key))) return token;
    const [key] = first;
    const word = key.replace('!', '');
    const name = withoutNumber(word, counts, named);
    const guesses = [
      ...split(word, counts),
      ...joined(word, own[at - 1], own[at + 1], counts),
      ...(named.has(word)
        ? []
        : [correctSpelling(word, counts) ?? correctSpelling(word, named) ?? []]),
    ]
      .flat()
      .flatMap((guess) => (key.endsWith('!') ? [`${guess}!`, guess] : [guess]));
    const completions =
      isUnfinished && at === own.length - 1
        ? [...counts.keys()].filter((known) => known.startsWith(word)).slice(0, MAX_COMPLETIONS)
        : [];
    if (name === null && guesses.length === 0 && completions.length === 0 && bystanders.has(key))
      return { ...token, isModifier: true };
    return {
      ...token,
      keys: [
        ...token.keys,
        ...(name === null ? [] : [[name, 1] as const]),
        ...guesses.map((guess) => [guess, GUESS] as const),
        ...completions.map((known) => [known, COMPLETED] as const),
      ],
    };
  });
  const widened = deduplicate(
    addSynonyms(query, [...read, ...readHiragana(query, counts)], concepts),
  );
  // If everything is typed in katakana, words that are never written that way match nothing, but
  // the concepts that they name do.
  return isAllKana(query) && widened.some(({ keys: [first] }) => first?.[0].startsWith('~'))
    ? widened.filter(({ keys, isLatin }) => isLatin || keys.some(([key]) => counts.has(key)))
    : widened;
}

/** Return the words that name a concept by themselves but appear on no page. */
function wordsOf(
  { fromQuery }: CompiledThesaurus,
  counts: ReadonlyMap<string, number>,
): Map<string, number> {
  return new Map(
    fromQuery.flatMap(({ patterns }) =>
      patterns.flatMap(({ keys: [key = '', ...more] }) =>
        more.length === 0 && /^[a-z]/.test(key) && !counts.has(key) ? [[key, 1] as const] : [],
      ),
    ),
  );
}

/** Read `loop0` as loop and `rhel7` as rhel: the number rarely matters. */
function withoutNumber(
  word: string,
  counts: ReadonlyMap<string, number>,
  named: ReadonlyMap<string, number>,
): string | null {
  const name = stem(/^([a-z]{3,})\d{1,3}$/.exec(word)?.[1] ?? '');
  return counts.has(name) || named.has(name) ? name : null;
}

/** Split `startup` into start and up, with the longest known first part. */
function split(word: string, counts: ReadonlyMap<string, number>): string[] {
  for (let at = Math.min(word.length, MAX_COMPOUND) - 2; at > 3; at--) {
    const [head, tail] = [stem(word.slice(0, at)), stem(word.slice(at))];
    if (counts.has(head) && (counts.has(tail) || /^(?:up|on|off|out|in|down)$/.test(tail)))
      return [head, tail];
  }
  return [];
}

/** Join `time out` to timeout. */
function joined(
  word: string,
  before: Token | undefined,
  after: Token | undefined,
  counts: ReadonlyMap<string, number>,
): string[] {
  const [left, right] = [before?.keys[0]?.[0] ?? '', after?.keys[0]?.[0] ?? ''];
  return [`${left}${word}`, `${word}${right}`].filter(
    (whole) => whole !== word && counts.has(whole),
  );
}

/**
 * Convert romaji such as `kidou shinai` to hiragana, if its words are otherwise unknown and the
 * result names something known.
 */
function convertRomaji(
  typed: string,
  concepts: CompiledThesaurus,
  counts: ReadonlyMap<string, number>,
): string {
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
        run.length > 2 && (namesSynonym(run, concepts) || readHiragana(run, counts).length > 0),
    );
    // Both word by word, for loanwords, and as one run, in which a verb is next to its negation.
    return isKnown
      ? [...read.map(({ word, kana: known }) => known ?? word), kana.join('')].join(' ')
      : words;
  });
}

/**
 * Read hiragana typed for katakana, such as `ほすと`: the longest known words of a run, from the left.
 * Hiragana after another word is an ending and is skipped.
 */
function readHiragana(query: string, counts: ReadonlyMap<string, number>): Token[] {
  return (
    query
      .normalize('NFKC')
      .match(/(?<![\u4e00-\u9fff\u30a1-\u30fa\u3041-\u3096ーA-Z0-9])[\u3041-\u3096ー]{3,}/gi) ?? []
  ).flatMap((run) => {
    const found: Token[] = [];
    for (let at = 0; at < run.length - 2;) {
      const word = longestKnown(run, at, counts);
      found.push(...word.read);
      at = word.end;
    }
    return found;
  });
}

/**
 * Find the longest known word that begins at an index. Return its tokens, or none, and its end. A
 * word with a long vowel may be shorter, because it is normally katakana.
 */
function longestKnown(
  run: string,
  at: number,
  counts: ReadonlyMap<string, number>,
): { read: Token[]; end: number } {
  for (let end = Math.min(run.length, at + MAX_KANA); end > at + 2; end--) {
    const read = tokenize(fold(run.slice(at, end)));
    if (
      read.length >
        (at === 0 && end === run.length ? 1 : 2) - Number(run.slice(at, end).includes('ー')) &&
      read.every(({ keys: [first] }) => counts.has(first?.[0] ?? ''))
    )
      return { read, end };
  }
  return { read: [], end: at + 1 };
}

/** Return whether katakana is the only Japanese in a text. */
function isAllKana(text: string): boolean {
  const plain = text.normalize('NFKC');
  return asHiragana(plain) !== plain;
}

/** Deduplicate tokens by their first key. */
function deduplicate(read: Token[]): Token[] {
  return [...new Map(read.map((token) => [token.keys[0]?.[0], token])).values()];
}
