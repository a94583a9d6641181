import { hasProductWord, namesProduct } from '../tokenize/synonyms.ts';
import { tokenizeForIndex } from './rank-documents.ts';
import { idf, documentCount } from '../index/idf.ts';
import { tokenizeQuery } from '../tokenize/tokenize-query.ts';
import { MODIFIER } from '../tokenize/tokenize-word.ts';
import { readRomaji } from '../tokenize/romaji.ts';
import type { SearchIndex } from '../index/inverted-index.ts';
import { distinctKeys, tokenize } from '../tokenize/tokens.ts';

/** A name before "agent"; after `to` or a pronoun the word is a verb, not a name. */
const AGENT =
  /(?<![\w/.-]|\b(?:to|can|I|we|not) )([A-Za-z][A-Za-z0-9]+(?:-[a-z0-9]+)*?)(?:'s|の)?[ -]?(?:[Aa]gent(?![\w-])|エージェント)/g;
/**
 * A name before "API key". Often a verb is there instead, so the name must begin the text or be
 * capitalized.
 */
const KEY =
  /(?:^(?:error: |the |our |my )?([a-z][a-z0-9]+(?:-[a-z0-9]+)*)|(?<![\w/.-])([A-Z]\w+))(?:'s|の)?[ -]?(?:[Aa][Pp][Ii][ -]?[Kk]ey|APIキー)/g;
/** A name at the beginning of a text, or after its level, if the text has an HTTP error status. */
const WITH_STATUS =
  /^(?:\[\w+\]|\W)*([A-Z][A-Z0-9]+)(?![\w./])(?=.+(?<![\d.])(?:4\d\d|50\d)(?![\d.]))/gi;

/**
 * The topic of a question in Japanese: a Latin name at its beginning. A name followed by a particle
 * of place is where something happens, not the topic.
 */
const TOPIC =
  /^(?:[^\p{L}\p{N}]*(?=[A-Za-z]{2})|\W*(?=[A-Z][A-Za-z]{3}))([A-Za-z]+)(?:[がはを]|の(?![^、。\s]{1,8}で)|に(?=接続|つなが|繋が|ログイン|アクセス)|\s+)(?=[\u3041-\u30fe\u4e00-\u9fff])/u;
/** A query of this many words may mention any name, … */
const LONG_QUERY = 5;
/**
 * … while in a shorter one, this share of the other words must appear in one title or symptom
 * together with the name.
 */
const MIN_COVERAGE = 0.35;

/**
 * Return whether a text is about another product's agent, API key or response status. It must name
 * a product that no page mentions, and must not name this one.
 */
export function isAboutForeignProduct(text: string, index: SearchIndex): boolean {
  if (text.includes('\n') || namesProduct(text, index.concepts)) return false;
  if (index.concepts.phrases.test(text)) return true;
  // Lowercase, so that a camel-case name such as GitLab is not split. Romaji is not a product name.
  const owners = [AGENT, KEY]
    .flatMap((owned) =>
      Array.from(text.matchAll(owned), ([, head = '', name = head]) => name.toLowerCase()),
    )
    .filter((name) => readRomaji(name) === null);
  return [...owners, ...Array.from(text.matchAll(WITH_STATUS), ([, name = '']) => name)].some(
    (name) => !MODIFIER.test(name.toLowerCase()) && isUnknown(name, index),
  );
}

/**
 * Return whether a text without any word of this product is about a program that runs beside it, or
 * about a name that no page has.
 */
export function isAboutNeighbor(text: string, index: SearchIndex): boolean {
  return (
    namesNeighbor(text, index) ||
    (hasNoProductWord(text, index) && isUnknown(TOPIC.exec(text)?.[1] ?? '', index))
  );
}

/** Return whether a text without any word of this product names a program that runs beside it. */
export function namesNeighbor(text: string, index: SearchIndex): boolean {
  if (!hasNoProductWord(text, index)) return false;
  const names = Array.from(text.matchAll(index.concepts.around), ([name]) => name);
  return index.concepts.beside.test(text) || (names.length > 0 && !isCovered(text, names, index));
}

/** Return whether a text is one line without any word of this product. */
function hasNoProductWord(text: string, { concepts }: SearchIndex): boolean {
  return !text.includes('\n') && !namesProduct(text, concepts) && !hasProductWord(text, concepts);
}

/** Return whether one title or symptom has the names and enough of the other words of a text. */
function isCovered(text: string, names: string[], index: SearchIndex): boolean {
  const asked = tokenizeForIndex(index, text);
  if (asked.reduce((sum, { share }) => sum + share, 0) >= LONG_QUERY) return true;
  const read = asked.map(({ keys, share }) => {
    const known = keys.flatMap(([key]) => index.postings.get(key) ?? []);
    return {
      fields: new Set(known),
      own: keys[0]?.[0] ?? '',
      weight:
        share *
        Math.max(
          ...keys.map(([key]) => (index.counts.has(key) ? idf(index, key) : 0)),
          known.length > 0 ? 0 : Math.log(1 + documentCount(index)),
        ),
    };
  });
  const inNames = distinctKeys(tokenize(names.join(' ')));
  // Synonyms of a name count too, but not words that it only implies (`~>`).
  const named = asked.flatMap(({ keys }) =>
    inNames.includes(keys[0]?.[0] ?? '')
      ? [
          new Set(
            keys.flatMap(([key]) => (key.startsWith('~>') ? [] : (index.postings.get(key) ?? []))),
          ),
        ]
      : [],
  );
  const rest = read.filter(({ own }) => !inNames.includes(own));
  const total = rest.reduce((sum, { weight }) => sum + weight, 0);
  return index.fields.some(
    ({ isPhrase, document }, at) =>
      isPhrase &&
      !index.documents[document]?.id.startsWith('elsewhere:') &&
      named.every((fields) => fields.has(at)) &&
      rest.reduce((sum, { fields, weight }) => sum + (fields.has(at) ? weight : 0), 0) >=
        total * MIN_COVERAGE,
  );
}

/** Return whether some part of a name appears on no page of this site, even with typos fixed. */
function isUnknown(name: string, { documents, fields, postings, ...index }: SearchIndex): boolean {
  const isHere = (at: number): boolean =>
    !documents[fields[at]?.document ?? -1]?.id.startsWith('elsewhere:');
  return tokenizeQuery(`${name} `, index).some(
    ({ keys }) => !keys.some(([key]) => postings.get(key)?.some(isHere)),
  );
}
