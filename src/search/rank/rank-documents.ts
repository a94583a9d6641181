import { namesProduct, normalizeNames } from '../tokenize/synonyms.ts';
import { squeeze } from '../tokenize/fold.ts';
import { idf, documentCount } from '../index/idf.ts';
import { distinctKeys, tokenize } from '../tokenize/tokens.ts';
import { tokenizeQuery } from '../tokenize/tokenize-query.ts';
import type { Postings } from '../index/postings.ts';
import type { SearchIndex } from '../index/inverted-index.ts';
import type { Token } from '../tokenize/tokenize-word.ts';

/** How well a document matches a query. */
export interface Hit {
  id: string;
  score: number;
  /** Share of the query, by the weight of its words, that the document contains (0 to 1). */
  coverage: number;
  /** How many words of the query the document contains. */
  words: number;
  /** How many words the query has. */
  queryWords: number;
  /**
   * Length in characters of the longest verbatim match between the query and a title or symptom,
   * either way round.
   */
  verbatimLength: number;
}

/**
 * Share of the score that comes from the most similar title or symptom; the rest comes from all
 * words of the document.
 */
const SIMILARITY_SHARE = 0.5;
const GUIDE_BOOST = 1.1;
/** Factor for the weight of a platform's name, … */
const PLACE_WEIGHT = 0.45;
/** … and the most that its rarity counts: few pages name Rocky Linux, but that is no topic. */
const MAX_PLACE_RARITY = 3;
/**
 * How much the pages about one product alone lose if the question does not name it: nothing if it
 * has the most of such pages, because most is asked about it, all of this if it has hardly any.
 */
const OTHER_PRODUCT = 0.3;
/** Least length, in characters, of a phrase that counts as quoted after a colon, … */
const MIN_QUOTED = 10;
/** … and anywhere in the query. */
const MIN_VERBATIM = 20;
/** Bonus for a quoted phrase: the text before it only says where it was seen. */
const QUOTE_BONUS = 0.4;

/**
 * Find the documents that contain words of a query, best first.
 *
 * @param read the tokenized query
 */
export function rankDocuments(
  index: SearchIndex,
  query: string,
  read = tokenizeForIndex(index, query),
): Hit[] {
  if (namesAnother(query, read, index)) return [];
  const places = new Set(
    distinctKeys(tokenize((query.match(index.concepts.places) ?? []).join(' '))),
  );
  const isPlace = ({ keys: [first] }: Token): boolean => places.has(first?.[0] ?? '');
  const others = read.reduce((sum, token) => sum + (isPlace(token) ? 0 : token.share), 0);
  const asked = read.map((token) => {
    const weight = weightOf(index, token, read.length);
    // A question of a platform and a word is about the platform.
    return isPlace(token) && others > 1
      ? { token, weight: PLACE_WEIGHT * Math.min(weight, MAX_PLACE_RARITY * token.share) }
      : { token, weight };
  });
  const total = asked.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return [];
  const length = read.reduce((sum, { share }) => sum + share, 0);
  const text = squeeze(query);
  const isAscii = /^[\0-\x7f]*$/.test(text);
  const tails = query.split(/:\s/).slice(1).map(squeeze);
  const isQuoted = (known: string): boolean =>
    known.length >= MIN_QUOTED &&
    ((known.length >= MIN_VERBATIM && text.includes(known)) ||
      tails.some((tail) => tail.startsWith(known))) &&
    index.documents.some(
      ({ id, squeezed }) =>
        id.startsWith('entry:') && squeezed.some((message) => message.includes(known)),
    );
  const { held, covered, words, similar } = tally(index, asked, total);
  const priors = priorsOf(index, query);
  return index.documents
    .map(({ id, squeezed }, at): Hit => {
      const matching =
        held[at] === 0
          ? []
          : squeezed.filter(
              (known) =>
                text.includes(known) || (text.length > (isAscii ? 3 : 1) && known.includes(text)),
            );
      const exact = Math.max(0, ...matching.map((known) => Math.min(known.length, text.length)));
      // Text before the query within a phrase may change its topic; text after it may just not have
      // been typed yet.
      const share = Math.max(
        0,
        ...matching.map((known) =>
          known.startsWith(text)
            ? 1
            : Math.min(known.length, text.length) / Math.max(known.length, text.length),
        ),
      );
      const score =
        ((1 - SIMILARITY_SHARE) * ((held[at] ?? 0) / total) +
          SIMILARITY_SHARE * (similar[at] ?? 0)) *
        (1 + Math.max(0.5 * share ** 3, matching.some(isQuoted) ? QUOTE_BONUS : 0)) *
        (id.startsWith('guide:') ? GUIDE_BOOST : 1) *
        (priors.get(id) ?? 1);
      return {
        id,
        score,
        coverage: (covered[at] ?? 0) / total,
        words: words[at] ?? 0,
        queryWords: length,
        verbatimLength: exact,
      };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
}

/** Return factors for the pages about one product alone; a page of several has none. */
function priorsOf({ products }: SearchIndex, query: string): Map<string, number> {
  const text = query.toLowerCase();
  const most = Math.max(1, ...products.map(({ pages }) => pages.length));
  return new Map(
    products
      .filter(({ words }) => !words.some((word) => text.includes(word.toLowerCase())))
      .flatMap(({ pages }) =>
        pages.map((id) => [id, 1 - OTHER_PRODUCT * (1 - pages.length / most)] as const),
      ),
  );
}

/** Tokenize a query for an index. */
export function tokenizeForIndex(index: SearchIndex, query: string): Token[] {
  return tokenizeQuery(normalizeNames(query, index.concepts), index);
}

/**
 * Return whether a query is about a competing program: it names one that no page names, and does
 * not name the product.
 */
function namesAnother(
  query: string,
  read: readonly Token[],
  { counts, concepts }: SearchIndex,
): boolean {
  return (
    !namesProduct(query, concepts) &&
    read.some(
      ({ keys: [first] }) =>
        first !== undefined && concepts.others.has(first[0]) && !counts.has(first[0]),
    )
  );
}

/** Per-document sums over the words of a query. */
interface Tally {
  /** Weight of the matching words, times the worth of the field that holds them. */
  held: Float64Array;
  /** The same without the worth of the field. */
  covered: Float64Array;
  words: Float64Array;
  /** Similarity (Dice coefficient of weights) of the most similar title or symptom. */
  similar: Float64Array;
}

/** Sum up by postings, so that only fields with a word of the query are visited. */
function tally(
  { documents, fields, weights, postings }: SearchIndex,
  asked: { token: Token; weight: number }[],
  total: number,
): Tally {
  const zeros = (): Float64Array => new Float64Array(documents.length);
  const [held, covered, words, similar] = [zeros(), zeros(), zeros(), zeros()];
  const shared = new Float64Array(fields.length);
  for (const { token, weight } of asked) {
    const [worths, fits] = [zeros(), zeros()];
    for (const [at, fit] of fitsOf(postings, token)) {
      const { document = 0, worth = 0 } = fields[at] ?? {};
      addTo(shared, at, weight * fit);
      raiseTo(worths, document, worth * fit);
      raiseTo(fits, document, fit);
    }
    for (const [document, fit] of fits.entries()) {
      if (fit === 0) continue;
      addTo(held, document, weight * (worths[document] ?? 0));
      addTo(covered, document, weight * Math.max(0.8, fit));
      addTo(words, document, token.share);
    }
  }
  for (const [at, { document, isPhrase }] of fields.entries())
    if (isPhrase)
      raiseTo(similar, document, (2 * (shared[at] ?? 0)) / (total + (weights[at] ?? 0)));
  return { held, covered, words, similar };
}

function addTo(numbers: Float64Array, at: number, more: number): void {
  numbers[at] = (numbers[at] ?? 0) + more;
}

function raiseTo(numbers: Float64Array, at: number, least: number): void {
  numbers[at] = Math.max(numbers[at] ?? 0, least);
}

/** Return the fields that contain a token, each with the fit of its best key there. */
function fitsOf(postings: Postings, { keys }: Token): Map<number, number> {
  const fits = new Map<number, number>();
  for (const [key, fit] of keys)
    for (const at of postings.get(key) ?? []) if (fit > (fits.get(at) ?? 0)) fits.set(at, fit);
  return fits;
}

/**
 * Weigh a token by its rarity. An unknown word weighs less in a long query, and little if it is
 * only an adverb or adjective. An unknown character pair often just spans the end of one word and
 * the beginning of the next.
 */
function weightOf(
  index: SearchIndex,
  { keys, share, isLatin, isModifier, rarityKey }: Token,
  asked: number,
): number {
  const { counts } = index;
  const knownKey =
    rarityKey !== undefined && counts.has(rarityKey)
      ? rarityKey
      : keys.find(([key]) => counts.has(key))?.[0];
  // A two-digit number counts or measures something and says little about the topic.
  if (knownKey !== undefined)
    return share * idf(index, knownKey) * (/^\d{2}$/.test(knownKey) ? 0.5 : 1);
  // A number that no page has is the user's own value.
  if (/^\d+$/.test(keys[0]?.[0] ?? '')) return share * 0.5;
  return (
    share *
    Math.log(1 + documentCount(index)) *
    (isModifier ? 0.2 : isLatin ? (asked < 4 ? 0.9 : asked < 6 ? 0.6 : 0.4) : 0.35)
  );
}
