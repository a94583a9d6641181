import { namesProduct, settleNames } from './concepts.ts';
import { squeeze } from './fold.ts';
import { rarityOf, sizeOf } from './rarity.ts';
import { readQuery } from './read-query.ts';
import type { Postings } from './terms.ts';
import type { TitleIndex } from './title-index.ts';
import type { Unit } from './units.ts';

/** How well a document answers a query; 1 is all that there can be. */
export interface Hit {
  id: string;
  score: number;
  /** Share of the query, by the weight of its words, that the document holds. */
  coverage: number;
  /** How many words of the query the document holds, … */
  words: number;
  /** … and how many it has. */
  asked: number;
  /** A title or symptom of it stands in the query word for word, or the query in it: how many characters. */
  exact: number;
}

/** Share of the score that comes from the most similar title or symptom; the rest comes from all words of the document. */
const SIMILAR = 0.5;
const GUIDE = 1.1;
/** A phrase of so many characters that stands in a message is one, … */
const SAID = 10;
/** … and one of so many wherever it stands, … */
const WHOLE = 20;
/** … and this is what it adds to the score where a text comes to it behind a colon: what stands before only says where it was seen. */
const QUOTED = 0.4;

/** Find the documents that hold a query's words, best first. `read`: the query as it is read. */
export function findTitles(
  index: TitleIndex,
  query: string,
  read = readTitles(index, query),
): Hit[] {
  if (namesAnother(query, read, index)) return [];
  const asked = read.map((unit) => ({ unit, weight: weightOf(index, unit, read.length) }));
  const total = asked.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return [];
  const length = read.reduce((sum, { share }) => sum + share, 0);
  const text = squeeze(query);
  const isAscii = /^[\0-\x7f]*$/.test(text);
  const tails = query.split(/:\s/).slice(1).map(squeeze);
  const isSaid = (known: string): boolean =>
    known.length >= SAID &&
    ((known.length >= WHOLE && text.includes(known)) ||
      tails.some((tail) => tail.startsWith(known))) &&
    index.documents.some(
      ({ id, squeezed }) =>
        id.startsWith('entry:') && squeezed.some((message) => message.includes(known)),
    );
  const { held, covered, words, similar } = tally(index, asked, total);
  return index.documents
    .map(({ id, squeezed }, at): Hit => {
      const standing =
        held[at] === 0
          ? []
          : squeezed.filter(
              (known) =>
                text.includes(known) || (text.length > (isAscii ? 3 : 1) && known.includes(text)),
            );
      const exact = Math.max(0, ...standing.map((known) => Math.min(known.length, text.length)));
      // What a phrase has before the query may be what it is about; what it has behind may only not have been typed.
      const share = Math.max(
        0,
        ...standing.map((known) =>
          known.startsWith(text)
            ? 1
            : Math.min(known.length, text.length) / Math.max(known.length, text.length),
        ),
      );
      const score =
        ((1 - SIMILAR) * ((held[at] ?? 0) / total) + SIMILAR * (similar[at] ?? 0)) *
        (1 + Math.max(0.5 * share ** 3, standing.some(isSaid) ? QUOTED : 0)) *
        (id.startsWith('guide:') ? GUIDE : 1);
      return {
        id,
        score,
        coverage: (covered[at] ?? 0) / total,
        words: words[at] ?? 0,
        asked: length,
        exact,
      };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
}

/** Read a query for the documents of an index. */
export function readTitles(index: TitleIndex, query: string): Unit[] {
  return readQuery(settleNames(query, index.concepts), index);
}

/** Whether a query is about another program for the same work: it names one that no page names, and not the product. */
function namesAnother(
  query: string,
  read: readonly Unit[],
  { counts, concepts }: TitleIndex,
): boolean {
  return (
    !namesProduct(query, concepts) &&
    read.some(
      ({ keys: [first] }) =>
        first !== undefined && concepts.others.has(first[0]) && !counts.has(first[0]),
    )
  );
}

/** What each document holds of a query. */
interface Tally {
  /** The weight of the words that it holds, by what they are worth where they stand, … */
  held: Float64Array;
  /** … and without that. */
  covered: Float64Array;
  words: Float64Array;
  /** How similar its most similar title or symptom is. */
  similar: Float64Array;
}

/** Go through the fields that have a word of the query, and no others. */
function tally(
  { documents, fields, weights, postings }: TitleIndex,
  asked: { unit: Unit; weight: number }[],
  total: number,
): Tally {
  const zeros = (): Float64Array => new Float64Array(documents.length);
  const [held, covered, words, similar] = [zeros(), zeros(), zeros(), zeros()];
  const shared = new Float64Array(fields.length);
  for (const { unit, weight } of asked) {
    const [worths, fits] = [zeros(), zeros()];
    for (const [at, fit] of fitsOf(postings, unit)) {
      const { document = 0, worth = 0 } = fields[at] ?? {};
      add(shared, at, weight * fit);
      raise(worths, document, worth * fit);
      raise(fits, document, fit);
    }
    for (const [document, fit] of fits.entries()) {
      if (fit === 0) continue;
      add(held, document, weight * (worths[document] ?? 0));
      add(covered, document, weight * Math.max(0.8, fit));
      add(words, document, unit.share);
    }
  }
  for (const [at, { document, isPhrase }] of fields.entries())
    if (isPhrase) raise(similar, document, (2 * (shared[at] ?? 0)) / (total + (weights[at] ?? 0)));
  return { held, covered, words, similar };
}

function add(numbers: Float64Array, at: number, more: number): void {
  numbers[at] = (numbers[at] ?? 0) + more;
}

function raise(numbers: Float64Array, at: number, least: number): void {
  numbers[at] = Math.max(numbers[at] ?? 0, least);
}

/** The fields that hold a unit, with how well its best key there fits. */
function fitsOf(postings: Postings, { keys }: Unit): Map<number, number> {
  const fits = new Map<number, number>();
  for (const [key, fit] of keys)
    for (const at of postings.get(key) ?? []) if (fit > (fits.get(at) ?? 0)) fits.set(at, fit);
  return fits;
}

/** What a unit weighs: the rarer, the more. A word that nobody uses weighs less in a long query, and little where it only says how something is; a pair of characters that nobody uses is often only the seam of two words. */
function weightOf(
  index: TitleIndex,
  { keys, share, isLatin, isManner, measure }: Unit,
  asked: number,
): number {
  const { counts } = index;
  const meant =
    measure !== undefined && counts.has(measure)
      ? measure
      : keys.find(([key]) => counts.has(key))?.[0];
  // A number of two digits counts or measures something, and says little about what is looked for.
  if (meant !== undefined)
    return share * rarityOf(index, meant) * (/^\d{2}$/.test(meant) ? 0.5 : 1);
  // A number that no page has is a value of the reader's own.
  if (/^\d+$/.test(keys[0]?.[0] ?? '')) return share * 0.5;
  return (
    share *
    Math.log(1 + sizeOf(index)) *
    (isManner ? 0.2 : isLatin ? (asked < 4 ? 0.9 : asked < 6 ? 0.6 : 0.4) : 0.35)
  );
}
