import type { Symptoms, Titles } from '../catalog/index.ts';
import { conceptsOf, type Concepts } from './concepts.ts';
import { squeeze } from './fold.ts';
import { readQuery } from './read-query.ts';
import { units, type Unit } from './units.ts';

interface Phrase {
  keys: Set<string>;
  /** What its words weigh together. */
  weight: number;
}

interface Document {
  id: string;
  /** Weight of each key: the best field that it stands in. */
  weights: Map<string, number>;
  /** Titles and symptoms. */
  phrases: Phrase[];
  squeezed: string[];
}

/** A small index of titles, symptoms and summaries: it answers while full text is not there yet, and says when nothing fits. */
export interface TitleIndex {
  documents: Document[];
  concepts: Concepts;
  /** In how many documents a key stands. */
  counts: Map<string, number>;
}

/** How well a document answers a query; 1 is all that there can be. */
export interface Hit {
  id: string;
  score: number;
  /** Share of the query, by the weight of its words, that the document holds. */
  coverage: number;
  /** How many words of the query the document holds. */
  words: number;
  /** A title or symptom of it stands in the query word for word, or the query in it: how many characters. */
  exact: number;
}

type Field = [text: string, weight: number];

const TITLE = 1.1;
const SYMPTOM = 1;
const SLUG = 0.8;
const SUMMARY = 0.55;
/** Share of the score that comes from the most similar title or symptom; the rest comes from all words of the document. */
const SIMILAR = 0.5;
const GUIDE = 1.1;

/** Make the index from the titles of a language and from what people type; titles and symptoms of the other language are found too. */
export function indexTitles(words: Titles, { guides: symptoms, elsewhere, thesaurus }: Symptoms): TitleIndex {
  const concepts = conceptsOf(thesaurus);
  const counts = new Map<string, number>();
  const read: [string, Field[]][] = [
    ...Object.entries(words.guides).map(([slug, { title, summary }]): [string, Field[]] => [`guide:${slug}`, [[title, TITLE], ...(symptoms[slug] ?? []).map((text): Field => [text, SYMPTOM]), [slug, SLUG], [summary, SUMMARY]]]),
    ...Object.entries(words.entries).map(([id, { title, summary }]): [string, Field[]] => [`entry:${id}`, [[title.replace(/\{[\w-]+\}/g, ' '), TITLE], [id.replace('/', ' '), SLUG], [summary, SUMMARY]]]),
    ...Object.entries(words.tables).map(([slug, { title, summary }]): [string, Field[]] => [`table:${slug}`, [[title, SYMPTOM], [slug, SLUG], [summary, SUMMARY]]]),
    ...elsewhere.map(({ slug, title, words: phrases }): [string, Field[]] => [`elsewhere:${slug}`, [[title, TITLE], ...phrases.map((text): Field => [text, SYMPTOM])]]),
  ];
  const phrasesOf: Unit[][][] = [];
  const index: TitleIndex = { documents: [], concepts, counts };
  for (const [id, fields] of read) {
    const weights = new Map<string, number>();
    const phrases: Unit[][] = [];
    for (const [text, weight] of fields) {
      const found = concepts.widen(text, units(text), 'found');
      for (const { keys } of found) for (const [key] of keys) if ((weights.get(key) ?? 0) < weight) weights.set(key, weight);
      if (weight >= SYMPTOM) phrases.push(found);
    }
    for (const key of weights.keys()) counts.set(key, (counts.get(key) ?? 0) + 1);
    phrasesOf.push(phrases);
    const squeezed = fields.filter(([, weight]) => weight >= SYMPTOM).flatMap(([text]) => [squeeze(text), squeeze(quoted(text))]);
    index.documents.push({ id, weights, phrases: [], squeezed: squeezed.filter((text) => text.length > 3) });
  }
  // How rare a word is stands only now, when all documents have been read.
  for (const [at, document] of index.documents.entries()) {
    document.phrases = (phrasesOf[at] ?? []).map((found) => {
      const keys = new Set<string>();
      let weight = 0;
      for (const unit of found) {
        for (const [key] of unit.keys) keys.add(key);
        weight += weightOf(index, unit);
      }
      return { keys, weight };
    });
  }
  return index;
}

/** Find the documents that hold a query's words, best first. */
export function findTitles(index: TitleIndex, query: string): Hit[] {
  const read = readQuery(query, index);
  const asked = read.map((unit) => ({ unit, weight: weightOf(index, unit, read.length) }));
  const total = asked.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return [];
  const text = squeeze(query);
  return index.documents
    .map(({ id, weights, phrases, squeezed }): Hit => {
      let held = 0;
      let covered = 0;
      let words = 0;
      const holds = (keys: { has(key: string): boolean }, unit: Unit): number => Math.max(0, ...unit.keys.map(([key, fit]) => (keys.has(key) ? fit : 0)));
      for (const { unit, weight } of asked) {
        const best = Math.max(0, ...unit.keys.map(([key, fit]) => (weights.get(key) ?? 0) * fit));
        held += weight * best;
        if (best === 0) continue;
        covered += weight * Math.max(0.8, holds(weights, unit));
        words += unit.share;
      }
      if (held === 0) return { id, score: 0, coverage: 0, words: 0, exact: 0 };
      const similar = Math.max(0, ...phrases.map(({ keys, weight: own }) => (2 * asked.reduce((sum, { unit, weight }) => sum + weight * holds(keys, unit), 0)) / (total + own)));
      const exact = Math.max(0, ...squeezed.map((known) => (text.includes(known) ? known.length : text.length > 3 && known.includes(text) ? text.length : 0)));
      const share = text.length > 0 ? exact / text.length : 0;
      const score = ((1 - SIMILAR) * (held / total) + SIMILAR * similar) * (1 + 0.5 * share ** 3) * (id.startsWith('guide:') ? GUIDE : 1);
      return { id, score, coverage: covered / total, words, exact };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
}

/** The message at the head of a Japanese symptom: `command timed out` of 「command timed outと出る」. */
function quoted(text: string): string {
  const [head = ''] = /^[\x20-\x7e]{12,}(?=[^\x20-\x7e])/.exec(text) ?? [];
  return head;
}

/** What a unit weighs: the rarer, the more. A word that nobody uses weighs less in a long query; a pair of characters that nobody uses is often only the seam of two words. */
function weightOf({ documents, counts }: TitleIndex, { keys, share, isLatin, measure }: Unit, asked = 4): number {
  const size = Math.max(documents.length, 300);
  const meant = measure !== undefined && counts.has(measure) ? measure : keys.find(([key]) => counts.has(key))?.[0];
  // A number that no page has is a value of the reader's own.
  if (meant === undefined && /^\d+$/.test(keys[0]?.[0] ?? '')) return share * 0.5;
  if (meant === undefined) return share * Math.log(1 + size) * (isLatin ? (asked < 4 ? 0.9 : asked < 6 ? 0.6 : 0.4) : 0.35);
  return share * Math.log(1 + size / ((counts.get(meant) ?? 0) + 0.5));
}
