import { rarity, type SearchIndex } from '../index/inverted-index.ts';
import { NUMBERS, type Numbers } from '../numbers.ts';
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

/** Per-page sums over the words of a query. */
interface Sums {
  total: number;
  /** Weight of the words that a page has, times the worth of the field that has them. */
  held: Float64Array;
  /** The same without the worth of the field. */
  covered: Float64Array;
  /** Similarity of the most similar title or symptom. */
  similar: Float64Array;
  /** Weight of the words that one title or symptom has. */
  inPhrase: Float64Array;
}

/** Find the pages that have words of a query, best first. */
export function rankPages(query: Query, index: SearchIndex, numbers: Numbers = NUMBERS): Hit[] {
  const { total, held, covered, similar, inPhrase } = sumUp(query, index, numbers);
  const priors = priorsOf(query, index, numbers);
  return index.pages
    .flatMap(({ id }, at): Hit[] => {
      const own = held[at] ?? 0;
      if (own === 0 || total === 0) return [];
      const { share = 0, length = 0 } = query.verbatim.get(at) ?? {};
      const score =
        (((1 - numbers.similarity) * own) / total + numbers.similarity * (similar[at] ?? 0)) *
        (1 + numbers.verbatim * share ** 2) *
        (id.startsWith('entry:') ? numbers.entry : 1) *
        (priors.get(id) ?? 1);
      const has = covered[at] ?? 0;
      return [
        {
          ...{ id, score, evidence: has, coverage: has / total, verbatim: length, share },
          inPhrase: (inPhrase[at] ?? 0) / total,
        },
      ];
    })
    .sort((a, b) => b.score - a.score);
}

/** Return factors for the pages about one product alone that the query does not name. */
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
  const isWord = text.length > (/^[\0-\x7f]*$/.test(text) ? 3 : 1);
  const found = new Map<number, Verbatim>();
  pages.forEach(({ id, phrases }, page) => {
    const isMessage = id.startsWith('entry:');
    for (const phrase of phrases) {
      const isInside = isWord && phrase.includes(text);
      if (!isInside && !text.includes(phrase)) continue;
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
 * Return the weights of terms: their rarity, less if they are unknown, more for codes. The weight
 * of a term that only says where is limited by the average known word (`words.context`), and so
 * is the sum of all such terms (`words.contexts`), because `AlmaLinux 9` has four.
 */
function weightsOf(terms: readonly Term[], { words }: Numbers, index: SearchIndex): number[] {
  const sumOf = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0);
  const own = terms.filter(({ kind }) => kind === 'word' || kind === 'concept');
  const weightOf = ({ kind, share, rarity: rare }: Term): number =>
    kind === 'code'
      ? rarity(index, '')
      : rare * share * (kind === 'unknown' || kind === 'concept' ? words[kind] : 1);
  const average = sumOf(own.map(weightOf)) / sumOf(own.map(({ share }) => share)) || 1;
  const places = sumOf(terms.map(({ kind, share }) => (kind === 'context' ? share : 0)));
  const place = words.context * average * Math.min(1, words.contexts / places);
  return terms.map((term) => (term.kind === 'context' ? term.share * place : weightOf(term)));
}

/** Sum up by postings, so that only fields with a word of the query are visited. */
function sumUp({ terms }: Query, index: SearchIndex, numbers: Numbers): Sums {
  const { pages, fields, postings } = index;
  const zeros = (length = pages.length): Float64Array => new Float64Array(length);
  const [held, covered, similar, worths] = [zeros(), zeros(), zeros(), zeros()];
  const [shared, fits] = [zeros(fields.length), zeros(fields.length)];
  const [inPhrase, coded] = [zeros(), zeros()];
  const seenFields = new Set<number>();
  const weights = weightsOf(terms, numbers, index);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  for (const [number, term] of terms.entries()) {
    const weight = weights[number] ?? 0;
    const touched: number[] = [];
    const see = (page: number, worth: number): void => {
      if (worths[page] === 0) touched.push(page);
      worths[page] = (worths[page] ?? 0) + worth;
    };
    for (const at of fieldsOf(term, postings, numbers, fits)) {
      const { page = 0, kind = 'title' } = fields[at] ?? {};
      const fit = fits[at] ?? 0;
      fits[at] = 0;
      shared[at] = (shared[at] ?? 0) + weight * fit;
      seenFields.add(at);
      see(page, numbers.fields[kind] * fit);
    }
    for (const [at, page] of term.pages.entries()) {
      see(page, numbers.codeWorth / (1 + at / 2));
      coded[page] = (coded[page] ?? 0) + weight / (1 + at / 2);
    }
    for (const page of touched) {
      held[page] = (held[page] ?? 0) + weight * saturated(worths[page] ?? 0, numbers);
      covered[page] = (covered[page] ?? 0) + weight;
      worths[page] = 0;
    }
  }
  for (const at of seenFields) {
    const { page = 0, kind = 'body', length = 0 } = fields[at] ?? {};
    if (kind !== 'title' && kind !== 'symptom') continue;
    const own = (shared[at] ?? 0) + (coded[page] ?? 0);
    const size = (1 - numbers.phraseLength) * total + numbers.phraseLength * length;
    similar[page] = Math.max(similar[page] ?? 0, own / size);
    inPhrase[page] = Math.max(inPhrase[page] ?? 0, shared[at] ?? 0);
  }
  return { total, held, covered, similar, inPhrase };
}

/** Return the weight of a word from the summed worth of its fields, saturated as in BM25. */
function saturated(worth: number, { saturation }: Numbers): number {
  return ((1 + saturation) * worth) / (worth + saturation);
}

/** Return the fields that have a term, and write the fit of its best key there into `fits`. */
function fieldsOf(
  { keys }: Term,
  postings: SearchIndex['postings'],
  { matches }: Numbers,
  fits: Float64Array,
): number[] {
  const found: number[] = [];
  for (const [key, match] of keys)
    for (const at of postings.get(key) ?? []) {
      if (fits[at] === 0) found.push(at);
      fits[at] = Math.max(fits[at] ?? 0, matches[match]);
    }
  return found;
}
