import { DECISION, NUMBERS } from '../numbers.ts';
import { isNamed, namesProduct, type Lexicon } from '../tokenize/lexicon.ts';
import { keysOf } from '../tokenize/tokens.ts';
import type { ReadQuery } from './read-query.ts';
import { hasLogLine } from './classify-text.ts';
import { NO_HIT, type Hit } from './rank-pages.ts';
import type { SearchIndex } from '../index/inverted-index.ts';
import type { Query } from './query.ts';

/**
 * Patterns that find the name of the program whose agent, API key or response status a text is
 * about.
 */
const OWNERS = [
  // After `to` or a pronoun, the word is a verb.
  /(?<![\w/.-]|\b(?:to|can|I|we|not) )([A-Za-z][A-Za-z0-9]+(?:-[a-z0-9]+)*?)(?:'s|の)?[ -]?(?:[Aa]gent(?![\w-])|エージェント)/g,
  /^(?:\[\w+\]|\W)*([A-Z][A-Z0-9]+)(?![\w./])(?=.+(?<![\d.])(?:4\d\d|50\d)(?![\d.]))/gi,
];
/** Endings of adjectives and participles, which names rarely have. */
const MODIFIER = /^[a-z]{3,}(?:ed|ing|ly|ful|less|ous|ible|able|ish|ical)$/;
/** A word in syllables that end in a vowel is rather Japanese in Latin letters than a name. */
const SYLLABLES = /^(?:[^\Waiueo]{0,2}[aiueo]|n)+$/;
/** Punctuation and columns that occur in messages but not in questions. */
const MESSAGE = /\w:\s|:$|::|[[=]|\w\(|\w>$|\S {2,}\S.*\S {2,}\S/;
/** Characters. */
const MIN_MESSAGE = 30;
/** A setting, path or name that pages explain; not a number or a plain word. */
const CODE = /[a-z]{2}[_./\\-]/;
/** A label that a person writes before a question: `Rocky Linux 9: `. */
const LABEL = /^[\w .-]{2,30}: /;

export type Feature = keyof typeof DECISION;

/** Return the signals for and against an answer, each from about 0 to 1. */
export function featuresOf(
  { query, titles: { lexicon } }: ReadQuery,
  hits: readonly Hit[],
): Record<Feature, number> {
  const { typed, text } = query;
  const best = hits.find(isHere) ?? NO_HIT;
  const isProduct = namesProduct(typed, lexicon);
  const ours = Math.min(1, countOurs(query, lexicon) / 2);
  // Next to a plugin's name, or a word such as "metrics", another name is that of the watched
  // program.
  const isOurs = isProduct || text.search(lexicon.watching) >= 0;
  const isOther = !isOurs && text.search(lexicon.other) >= 0;
  const isForeign = !isProduct && isMessage(typed);
  return {
    always: 1,
    evidence: Math.log1p(best.evidence) / 4,
    inPhrase: best.inPhrase,
    ours,
    rival: Number(!isProduct && text.search(lexicon.rival) >= 0),
    other: Number(isOther),
    // Next to words of the product's field, another name is a bystander.
    otherOurs: isOther ? ours : 0,
    // How much of a message no page has.
    message: isForeign ? 1 - best.coverage : 0,
  };
}

/** Return whether a query is about the agent, key or status of a name that no page has. */
function hasForeignOwner({ text, terms }: Query, { counts, lexicon }: SearchIndex): boolean {
  if (text.search(lexicon.plugin) >= 0) return false;
  const unknown = new Set(
    terms.flatMap(({ keys }) =>
      keys.some(([key]) => counts.has(key)) ? [] : (keys[0]?.[0] ?? []),
    ),
  );
  const isUnknown = (name: string): boolean =>
    keysOf(name.toLowerCase()).some((key) => unknown.has(key));
  const isRival = (name: string): boolean => name.search(lexicon.rival) === 0;
  return OWNERS.some((owner) =>
    Array.from(text.matchAll(owner)).some(
      ({ 1: name = '', index }) =>
        !MODIFIER.test(name.toLowerCase()) &&
        !SYLLABLES.test(name.toLowerCase()) &&
        // A bystander such as cron in `cronで実行すると401` is no owner.
        (isUnknown(name) || text.slice(index).search(lexicon.other) === 0 || isRival(name)),
    ),
  );
}

/** Count the words of the product's field in a query, and the settings, paths and names in it. */
function countOurs({ text, terms }: Query, { ours }: Lexicon): number {
  const keys = new Set(keysOf(text));
  const words = ours.filter((pattern) => isNamed(pattern, (key) => keys.has(key), text));
  const names = terms.filter(
    ({ kind, keys: [own] }) => kind === 'code' && CODE.test(own?.[0] ?? ''),
  );
  return words.length + names.length;
}

/** Return whether a page is one of this site. */
export function isHere({ id }: Hit): boolean {
  return !id.startsWith('elsewhere:');
}

/**
 * Return how certain it is that the site has an answer, from 0 to 1. For a message that the engine
 * knows, it is 1. For a log that the engine does not know, it is 0, unless a page quotes the log.
 */
export function certaintyOf(read: ReadQuery, hits: readonly Hit[]): number {
  const settled = settledCertainty(read, hits);
  return settled ?? probability(featuresOf(read, hits));
}

/**
 * Return the certainty if no signals have to be weighed, or else null. None have to be weighed for
 * a message that the engine knows, a log that it does not know, codes alone, another program's
 * agent or a question about something else, nor if the best page is clearly one elsewhere.
 */
export function settledCertainty(read: ReadQuery, hits: readonly Hit[]): number | null {
  const { query, route, titles: index } = read;
  const best = hits.find(isHere);
  if (!best) return 0;
  const isProduct = namesProduct(query.typed, index.lexicon);
  if (route?.kind === 'foreign' && (hasLogLine(query.text) || !isProduct)) {
    const isOurs = route.isOurs || isProduct;
    const least = isOurs ? 0 : query.text.length * NUMBERS.quotedShare;
    return best.verbatim >= Math.max(NUMBERS.quoted, least) ? 1 : 0;
  }
  if (!isProduct && hasForeignOwner(query, index)) return 0;
  if (route?.kind === 'message' && route.isOneMessage) return 1;
  if (route?.kind === 'message' || route?.kind === 'log' || query.isOnlyCodes)
    return !isProduct && query.text.search(index.lexicon.rival) >= 0 ? 0 : 1;
  // A question in which nothing is the product's may share a common word or two with any page, but
  // it also has words that are on no page.
  const isKnown = query.terms.every(({ kind }) => kind !== 'unknown');
  const isCovered = isKnown || (best.coverage >= NUMBERS.onTopic && best.inPhrase > 0);
  if (!isCovered && !isProduct && countOurs(query, index.lexicon) === 0) return 0;
  const [first] = hits;
  return first && (isHere(first) || best.score >= NUMBERS.here * first.score) ? null : 0;
}

/** Return whether a text has the punctuation of a message after its label. */
function isMessage(text: string): boolean {
  return MESSAGE.test(text.replace(LABEL, '')) && text.length > MIN_MESSAGE;
}

/** Return the probability that the site has an answer and the best page is it. */
function probability(features: Record<Feature, number>): number {
  const total = (Object.keys(DECISION) as Feature[]).reduce(
    (before, name) => before + DECISION[name] * features[name],
    0,
  );
  return 1 / (1 + Math.exp(-total));
}
