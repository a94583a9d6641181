import type { WordIndex } from '../rank/read-query.ts';
import { squeeze } from '../tokenize/fold.ts';
import { mayContainMessage } from '../rank/classify-text.ts';
import { tokenize } from '../tokenize/tokens.ts';

/**
 * A query made only of the site's own words. It cannot contain anything private, so it may appear
 * in the address, in the history and in this browser's storage; no other user text may.
 */
export type PlainWords = string & { readonly kind: 'plain words' };

/** Words, and the marks that people type around them. */
const QUESTION = /^[\p{L}\p{M}\p{N}\s'’_?!、。・-]+$/u;
const BETWEEN = /[\s?!、。・]+/;
/** A run of one script: a word with its hyphens, katakana, kanji, hiragana, or other letters. */
const RUN =
  /[a-z0-9'’]+(?:[-_][a-z0-9'’]+)*|[\u30a1-\u30faー]+|[\u4e00-\u9fff々]+|[\u3041-\u3096]+|\p{L}+/giu;
/** Latin words and kanji also count as known in other forms and in compounds. */
const INFLECTED = /^(?:[a-z'’]+|[\u4e00-\u9fff々]+)$/i;
/** This many consecutive words of a message make the query an excerpt of it. */
const PIECE = 3;

/** Tests whether a query may leave a trace. */
export type IsPlain = (query: string) => query is PlainWords;

/** Create the test from the site's own words: titles, symptoms, synonyms and codes. */
export function plainWordsOf({ symptoms, titles }: WordIndex): IsPlain {
  const { counts, fields, pages, lexicon } = titles;
  const { same, product, others } = symptoms.thesaurus;
  const runs = new Set(
    [...fields.map(({ text }) => text), ...same.flat(), ...product, ...others].flatMap(runsOf),
  );
  const patterns = lexicon.concepts.flatMap(({ patterns: own }) => own);
  const keys = new Set([...patterns, ...lexicon.ours].flatMap(({ keys: own }) => own));
  const isKey = (key: string): boolean => counts.has(key) || keys.has(key);
  const entries = pages.filter(({ id }) => id.startsWith('entry:'));
  const messages = entries.flatMap(({ phrases }) => phrases);
  const isForm = (run: string): boolean =>
    INFLECTED.test(run) && tokenize(run).every(({ keys: own }) => own.some(isKey));
  const isRun = (run: string): boolean => runs.has(run) || isForm(run);
  const isCode = (word: string): boolean => Object.hasOwn(symptoms.codes, word.toLowerCase());
  const isKnown = (word: string): boolean => isCode(word) || runsOf(word).every(isRun);
  return (query): query is PlainWords => {
    const text = query.normalize('NFKC').trim();
    if (text === '' || mayContainMessage(text) || !QUESTION.test(text)) return false;
    const words = text.split(BETWEEN).filter((word) => word !== '');
    const piece = words.length < PIECE ? null : squeeze(text);
    return (
      words.every(isKnown) && !messages.some((message) => piece !== null && message.includes(piece))
    );
  };
}

function runsOf(text: string): string[] {
  return (text.normalize('NFKC').match(RUN) ?? []).map((run) => run.toLowerCase());
}
