import { rarity, type SearchIndex } from '../index/inverted-index.ts';
import type { Match } from '../numbers.ts';
import { asHiragana, asKatakana, fold } from '../tokenize/fold.ts';
import { isNamed, type Lexicon } from '../tokenize/lexicon.ts';
import { correctSpelling } from '../tokenize/spelling.ts';
import { stem } from '../tokenize/stem.ts';
import { keysOf, tokenize } from '../tokenize/tokens.ts';
import { findCodes } from './codes.ts';
import type { Query, Term } from './query.ts';
import { findVerbatim } from './rank-pages.ts';

/** A run of hiragana that is not the ending of another word. */
const HIRAGANA = /(?<![\u4e00-\u9fff\u30a1-\u30fa\u3041-\u3096ーA-Z0-9])[\u3041-\u3096ー]{3,}/gi;
/** Words in hiragana are at most this long. */
const MAX_KANA = 16;
/** A compound word is split only if it is at most this long. */
const MAX_COMPOUND = 30;
/** The fewest letters of a part: shorter parts match by chance. */
const MIN_PART = 3;
const MAX_COMPLETIONS = 6;
/** Labels that people put in brackets before a question. */
const LABEL = /^\s*(?:【([^】]{1,20})】|\[([\w -]{1,20})\](?=\s))/u;
const VERSION = /(?<![\w.])v?\d+\.\d+(?:\.\d+)?(?:-\d+)?(?![\w.])/gi;
/** A name with a number, as hosts and systems have: web12, rhel7. */
const NUMBERED = /^([a-z]{3,})\d{1,3}$/;
const NUMBER = /^\d+!?$/;

/** Read a query: drop its noise, and find out what each of its words may stand for. */
export function parseQuery(typed: string, index: SearchIndex): Query {
  const [, ...labels] = LABEL.exec(typed) ?? [];
  const unlabeled = typed.replace(LABEL, '');
  const clean = cleanQuery([...labels, unlabeled].join(' '), index.lexicon);
  const text = readHiragana(clean, index);
  const { codes, isOnlyCodes } = findCodes(text, index);
  const { places, foreign } = index.lexicon;
  const names = [places, foreign].flatMap((pattern) => text.match(pattern) ?? []);
  const contexts = new Set(keysOf([...names, ...labels].join(' ')));
  const isUnfinished = /[a-z]{2,}$/i.test(text);
  const tokens = tokenize(text);
  const terms = tokens.map((token, at): Term => {
    const [key = ''] = token.keys;
    const isKnown = token.keys.some((one) => index.counts.has(one));
    const isLast = isUnfinished && at === tokens.length - 1;
    const keys = isKnown ? [] : guessesFor(key, index, isLast);
    return {
      keys: [...token.keys.map((one, nth) => [one, nth > 0 ? 'plain' : 'own'] as const), ...keys],
      share: token.share,
      kind: contexts.has(key) || NUMBER.test(key) ? 'context' : keys.length > 0 ? 'guess' : 'word',
      rarity: 0,
      pages: [],
    };
  });
  return {
    typed: unlabeled,
    text,
    terms: [...addConcepts(clean, terms, index), ...codes],
    isOnlyCodes,
    verbatim: findVerbatim(unlabeled, index),
  };
}

/** Fix conversion mistakes, and drop noise, versions and servers unless nothing else is left. */
function cleanQuery(typed: string, { slips, noise, hosts, product }: Lexicon): string {
  const [official = '', ...others] = product;
  const steps: ((text: string) => string)[] = [
    (text) => slips.reduce((left, [slip, word]) => left.replaceAll(slip, word), text),
    (text) => others.reduce((left, name) => left.replaceAll(name, ` ${official} `), text),
    (text) => text.replace(hosts, ' '),
    (text) => text.replace(noise, ' '),
    (text) => text.replace(VERSION, ' '),
  ];
  return steps.reduce((text, step) => {
    const left = step(text);
    return /[\p{L}\p{N}]/u.test(left) ? left : text;
  }, typed.normalize('NFKC'));
}

/** Guess what an unknown word stands for: a typo, words written as one, a longer word. */
function guessesFor(
  key: string,
  { counts }: SearchIndex,
  isLast: boolean,
): (readonly [string, Match])[] {
  const word = key.replace('!', '');
  if (!/^[a-z]/.test(word)) return [];
  const bare = stem(NUMBERED.exec(word)?.[1] ?? '');
  if (counts.has(bare)) return [[bare, 'own']];
  const corrected = correctSpelling(word, counts) ?? [];
  const longer = isLast ? [...counts.keys()].filter((known) => known.startsWith(word)) : [];
  return [
    ...[splitWord(word, counts), corrected].flat().map((guess) => [guess, 'own'] as const),
    ...longer.slice(0, MAX_COMPLETIONS).map((known) => [known, 'prefix'] as const),
  ];
}

/** Split `autoretire` into auto and retire, with the longest known first part. */
function splitWord(word: string, counts: ReadonlyMap<string, number>): string[] {
  for (let at = Math.min(word.length, MAX_COMPOUND) - MIN_PART; at > MIN_PART; at--) {
    const parts = [stem(word.slice(0, at)), stem(word.slice(at))];
    if (parts.every((part) => counts.has(part))) return parts;
  }
  return [];
}

/**
 * Give each term the concepts that it names, and its rarity; add a term for each concept that
 * several words name together.
 */
function addConcepts(text: string, terms: Term[], index: SearchIndex): Term[] {
  const plain = asHiragana(text);
  const keys = new Set(terms.flatMap((term) => term.keys.map(([key]) => key)));
  const has = (key: string): boolean => keys.has(key);
  const together = new Map<string, Term>();
  for (const { key, patterns } of index.lexicon.concepts) {
    for (const pattern of patterns) {
      if (!isNamed(pattern, has, plain)) continue;
      for (const term of terms) {
        const by = term.keys.find(([one]) => pattern.keys.includes(one));
        if (by) term.keys.push([key, by[1]]);
      }
      if (pattern.keys.length !== 1)
        together.set(key, {
          keys: [[key, 'own']],
          share: 1,
          kind: 'concept',
          rarity: 0,
          pages: [],
        });
    }
  }
  const distinct = new Map(
    [...terms, ...together.values()].map((term) => [term.keys[0]?.[0], term]),
  );
  return [...distinct.values()].flatMap((term) => {
    const known = term.keys.filter(([key]) => index.counts.has(key));
    // Ignore the name of a place or platform that is on no page.
    if (known.length === 0 && !['word', 'guess'].includes(term.kind)) return [];
    return {
      ...term,
      kind: known.length > 0 ? term.kind : 'unknown',
      rarity: Math.min(rarity(index, ''), ...known.map(([key]) => rarity(index, key))),
    };
  });
}

/** Convert a known word at the beginning of hiragana to katakana: `ほすと` to `ホスト`. */
function readHiragana(text: string, { counts }: SearchIndex): string {
  return text.replace(HIRAGANA, (run) => {
    const word = longestKnown(run, counts);
    return asKatakana(word) + run.slice(word.length);
  });
}

/**
 * Return the longest known word at the beginning of a run. A word with the long vowel mark `ー` may
 * have fewer characters, because such words are normally written in katakana.
 */
function longestKnown(run: string, counts: ReadonlyMap<string, number>): string {
  for (let end = Math.min(run.length, MAX_KANA); end > 2; end--) {
    const word = run.slice(0, end);
    const read = tokenize(fold(word));
    const least = (end === run.length ? 1 : 2) - Number(word.includes('ー'));
    if (read.length > least && read.every(({ keys: [first = ''] }) => counts.has(first)))
      return word;
  }
  return '';
}
