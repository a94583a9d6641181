import { rarity, type SearchIndex } from '../index/inverted-index.ts';
import type { Numbers } from '../numbers.ts';
import { squeeze } from '../tokenize/fold.ts';
import type { Query, Term, Verbatim } from './query.ts';

/** How well a page matches a query. */
export interface Hit {
  id: string;
  /** About 0 to 2. */
  score: number;
  /** Share of the query that the page has, by the weight of its words (0 to 1). */
  coverage: number;
  /** Total weight of the words that the page has. */
  evidence: number;
  /** Length in characters of the longest title or symptom that the query has, or vice versa. */
  verbatim: number;
  /** How much of the query and of that text is the same (0 to 1). */
  share: number;
  /** Share of the query that one title or symptom has (0 to 1). */
  inPhrase: number;
}

/** A page that has no word of the query. */
export const NO_HIT: Hit = {
  ...{ id: '', score: 0, coverage: 0, evidence: 0 },
  ...{ verbatim: 0, share: 0, inPhrase: 0 },
};

/** Sums by number, of a page or a field. */
type Sums = Map<number, number>;

/** Find the pages that have words of a query, best first. */
export function rankPages(query: Query, index: SearchIndex, numbers: Numbers): Hit[] {
  const { total, held, covered, similar, inPhrase } = sumUp(query, index, numbers);
  const priors = priorsOf(query, index, numbers);
  return [...held]
    .map(([at, own]): Hit => {
      const id = index.pages[at]?.id ?? '';
      const { share = 0, length = 0 } = query.verbatim.get(at) ?? {};
      const score =
        (((1 - numbers.similarity) * own) / total + numbers.similarity * (similar.get(at) ?? 0)) *
        (1 + numbers.verbatim * share ** 2) *
        (id.startsWith('entry:') ? numbers.entry : 1) *
        (priors.get(id) ?? 1);
      const evidence = covered.get(at) ?? 0;
      return {
        ...{ id, score, evidence, coverage: evidence / total, verbatim: length, share },
        inPhrase: (inPhrase.get(at) ?? 0) / total,
      };
    })
    .sort((a, b) => b.score - a.score);
}

/** Return factors for the pages that are only about a product that the query does not name. */
function priorsOf(
  { typed }: Query,
  { products }: SearchIndex,
  { otherProduct }: Numbers,
): Map<string, number> {
  const text = typed.toLowerCase();
  const most = Math.max(1, ...products.map(({ pages }) => pages.length));
  return new Map(
    products
      .filter(({ words }) => !words.some((word) => text.includes(word.toLowerCase())))
      .flatMap(({ pages }) =>
        pages.map((id) => [id, 1 - otherProduct * (1 - pages.length / most)] as const),
      ),
  );
}

/** Find the pages with a title or symptom that the query has verbatim, or vice versa. */
export function findVerbatim(query: string, { pages }: SearchIndex): Map<number, Verbatim> {
  const text = squeeze(query);
  const found = new Map<number, Verbatim>();
  pages.forEach(({ id, phrases }, page) => {
    const isMessage = id.startsWith('entry:');
    for (const phrase of phrases) {
      if (!phrase.includes(text) && !text.includes(phrase)) continue;
      const length = Math.min(phrase.length, text.length);
      // People search for how a phrase begins, or for the end of a message, which is its cause.
      const isPart = phrase.startsWith(text) || (isMessage && phrase.endsWith(text));
      const share = isPart ? 1 : length / Math.max(phrase.length, text.length);
      const own = found.get(page) ?? { share: 0, length: 0 };
      found.set(page, {
        share: Math.max(own.share, share),
        length: Math.max(own.length, length),
      });
    }
  });
  return found;
}

/**
 * Return the weights of terms: their rarity, less if they are unknown, more for codes. A term that
 * only names a place has a share of the average weight of known words (`words.context`).
 */
function weightsOf(terms: readonly Term[], { words }: Numbers, index: SearchIndex): number[] {
  const sumOf = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0);
  const weightOf = ({ kind, share, rarity: rare }: Term): number =>
    kind === 'code'
      ? rarity(index, '')
      : rare * share * (kind === 'word' || kind === 'context' ? 1 : words[kind]);
  const known = terms.filter(({ kind }) => ['word', 'guess', 'concept'].includes(kind));
  const average = sumOf(known.map(weightOf)) / sumOf(known.map(({ share }) => share)) || 1;
  const place = words.context * average;
  return terms.map((term) => (term.kind === 'context' ? term.share * place : weightOf(term)));
}

/** Sum up by postings, so that only fields with a word of the query are visited. */
function sumUp({ terms }: Query, index: SearchIndex, numbers: Numbers) {
  const weights = weightsOf(terms, numbers, index);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  // By page: weight of its words times the worth of the fields that have them, and without it.
  const held: Sums = new Map();
  const covered: Sums = new Map();
  // By field: weight of its words; by page: weight of the codes that it is about.
  const shared: Sums = new Map();
  const coded: Sums = new Map();
  // By page: similarity of its most similar title or symptom, and weight of the words in one.
  const similar: Sums = new Map();
  const inPhrase: Sums = new Map();
  for (const [number, term] of terms.entries()) {
    const weight = weights[number] ?? 0;
    const worths: Sums = new Map();
    for (const [at, fit] of fitsOf(term, index, numbers)) {
      const { page = 0, kind = 'title' } = index.fields[at] ?? {};
      add(shared, at, weight * fit);
      add(worths, page, numbers.fields[kind] * fit);
    }
    for (const [at, page] of term.pages.entries()) {
      add(worths, page, numbers.codeWorth / (1 + at / 2));
      add(coded, page, weight / (1 + at / 2));
    }
    for (const [page, worth] of worths) {
      add(held, page, weight * saturated(worth, numbers));
      add(covered, page, weight);
    }
  }
  for (const [at, own] of shared) {
    const { page = 0, kind = 'heading', length = 0 } = index.fields[at] ?? {};
    if (kind !== 'title' && kind !== 'symptom') continue;
    const size = (1 - numbers.phraseLength) * total + numbers.phraseLength * length;
    raise(similar, page, (own + (coded.get(page) ?? 0)) / size);
    raise(inPhrase, page, own);
  }
  return { total, held, covered, similar, inPhrase };
}

function add(sums: Sums, at: number, value: number): void {
  sums.set(at, (sums.get(at) ?? 0) + value);
}

function raise(sums: Sums, at: number, value: number): void {
  sums.set(at, Math.max(sums.get(at) ?? 0, value));
}

/** Return the weight of a word from the summed worth of its fields, saturated as in BM25. */
function saturated(worth: number, { saturation }: Numbers): number {
  return ((1 + saturation) * worth) / (worth + saturation);
}

/** Return the fields that have a term, with the fit of its best key there. */
function fitsOf({ keys }: Term, { postings }: SearchIndex, { matches }: Numbers): Sums {
  const fits: Sums = new Map();
  for (const [key, match] of keys)
    for (const at of postings.get(key) ?? []) raise(fits, at, matches[match]);
  return fits;
}
