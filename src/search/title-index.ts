import type { Titles } from '../catalog/index.ts';
import { fold, hiraganaTerms, importance, isSlip, isSlipOfNothing, terms } from './terms.ts';

interface Document {
  id: string;
  /** Weight of each term: the best field that it stands in. */
  weights: Map<string, number>;
  /** Titles and symptoms, folded, without what stands between words. */
  phrases: string[];
}

/** A small index of titles, symptoms and summaries: it answers while full text is not there yet, and says when nothing fits. */
export interface TitleIndex {
  documents: Document[];
  /** How rare a term is. */
  rarity(term: string): number;
  vocabulary: Set<string>;
}

/** How well a document answers a query. */
export interface Hit {
  id: string;
  score: number;
  /** Share of the query, by rarity, that the document holds: 1 is all. */
  coverage: number;
  /** A title or symptom of it stands in the query, or the query in it. */
  isPhrase: boolean;
}

/** Make the index from the words of a language; symptoms of the other language are found too. */
export function indexTitles(words: Titles): TitleIndex {
  const documents = [
    ...Object.entries(words.guides).map(([slug, { title, summary, symptoms }]) => documentOf(`guide:${slug}`, [[title, 3], [(words.symptoms[slug] ?? []).join('\n'), 2.5], [symptoms.join('\n'), 2.5], [slug, 2], [summary, 1]])),
    ...Object.entries(words.entries).map(([id, { title, summary }]) => documentOf(`entry:${id}`, [[title, 2], [id, 1.5], [summary, 1]])),
  ];
  const counts = new Map<string, number>();
  for (const { weights } of documents) for (const term of weights.keys()) counts.set(term, (counts.get(term) ?? 0) + 1);
  return { documents, vocabulary: new Set(counts.keys()), rarity: (term) => Math.log(1 + documents.length / ((counts.get(term) ?? 0) + 0.5)) };
}

function documentOf(id: string, fields: [string, number][]): Document {
  const weights = new Map<string, number>();
  for (const [text, weight] of fields) for (const term of terms(text)) weights.set(term, Math.max(weight, weights.get(term) ?? 0));
  return { id, weights, phrases: fields.filter(([, weight]) => weight > 1).flatMap(([text]) => text.split('\n')).map(squeeze).filter((phrase) => phrase.length > 3) };
}

/** Find the documents that hold a query's terms, best first; a word that nobody uses is read as the nearest one that differs by one slip. */
export function findTitles(index: TitleIndex, query: string): Hit[] {
  const asked = [...terms(query), ...hiraganaTerms(query, (term) => index.vocabulary.has(term))];
  const wanted = [...new Set(asked)]
    .map((term) => ({ term: nearest(index, term), rarity: index.rarity(term) * importance(term, index.vocabulary.has(term)) }))
    .filter(({ term }) => index.vocabulary.has(term) || !isSlipOfNothing(term));
  const total = wanted.reduce((sum, { rarity }) => sum + rarity, 0);
  if (total === 0) return [];
  const phrase = squeeze(query);
  return index.documents
    .map(({ id, weights, phrases }): Hit => {
      let score = 0;
      let covered = 0;
      let isStrong = false;
      for (const { term, rarity } of wanted) {
        const weight = weights.get(term);
        if (weight === undefined) continue;
        score += weight * index.rarity(term);
        covered += Math.min(rarity, index.rarity(term));
        isStrong ||= term.length > 1;
      }
      if (!isStrong) return { id, score: 0, coverage: 0, isPhrase: false };
      const isPhrase = phrase.length > 3 && phrases.some((known) => known.includes(phrase) || phrase.includes(known));
      return { id, score: score * (isPhrase ? 1.6 : 1) * (covered / total) * (id.startsWith('guide:') ? 1.15 : 1), coverage: covered / total, isPhrase };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
}

function squeeze(text: string): string {
  return fold(text).replace(/[\s、。・「」！？!?.,:;()（）]/g, '');
}

function nearest(index: TitleIndex, term: string): string {
  if (index.vocabulary.has(term) || term.length < 4 || !/^[a-z]+$/.test(term)) return term;
  const slips = [...index.vocabulary].filter((known) => isSlip(known, term));
  return slips.sort((a, b) => index.rarity(a) - index.rarity(b))[0] ?? term;
}
