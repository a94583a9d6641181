import type { Symptoms, Titles } from '../../model/words.ts';
import type { SearchIndex } from '../index/inverted-index.ts';
import { NUMBERS, type Numbers } from '../numbers.ts';
import type { KnownRoute } from './match-message.ts';
import { certaintyOf, isHere } from './decide.ts';
import type { Query } from './query.ts';
import { MIN_QUOTED, NO_HIT, priorsOf, rankPages, type Hit } from './rank-pages.ts';
import { pagesOfRoute, readQuery, type ReadQuery, type SearchData } from './read-query.ts';
import { adaptToProgram } from './source-program.ts';

/**
 * The answer to a query: ids as `guide:<slug>`, `entry:<catalog>/<slug>` and `table:<slug>`, or a
 * page elsewhere.
 */
export interface SearchResults {
  /** How the query was interpreted. */
  kind: 'log' | 'message' | 'file' | 'code' | 'words' | 'foreign' | 'empty';
  results: string[];
  /** Whether the results are only the nearest pages, because it is unsure that one is right. */
  isRelaxed: boolean;
  elsewhere: { title: string; url: string } | null;
  /** Keys of the query's words with typos fixed; results highlight them. */
  highlightKeys: string[];
}

const MAX_RESULTS = 20;
/** A page that has more than this share of a query has all that matters of it. */
const MIN_WHOLE = 0.9;
/** If no page has this share of a query, the results are only the nearest pages. */
const MIN_COVERED = 0.7;

/** Answer a query: logs and messages by the engine, codes by exact match, words by the index. */
export async function answerQuery(query: string, sources: SearchData): Promise<SearchResults> {
  const read = await readQuery(query, sources);
  return 'query' in read ? rankAndDecide(read) : found(read.kind, read.results);
}

/** Rank the pages by the words of a query and the message in it; decide whether to answer. */
export function rankAndDecide(read: ReadQuery, numbers = NUMBERS): SearchResults {
  const { query, words, route, isLog, program, symptoms, titles } = read;
  const all = rankRead(read, numbers);
  const hits = all.filter(isHere);
  const [best] = hits;
  const isMessage = route?.kind === 'message' || route?.kind === 'log';
  const certainty = certaintyOf(read, all);
  if (!best || certainty < numbers.least) {
    return {
      ...found(isLog ? 'foreign' : 'words', []),
      elsewhere: elsewhereOf(all[0], symptoms, numbers),
    };
  }
  if (route?.kind === 'log') {
    // The log shows no fault, but may have another program's line that a guide quotes.
    const quoting = hits.filter(({ id, verbatim }) => verbatim >= MIN_QUOTED && !isEntry(id));
    return found('log', [...quoting.map(({ id }) => id), ...pagesOfRoute(route, words)]);
  }
  if (query.isOnlyCodes && !isMessage)
    return found('code', codePages(query, hits, titles, numbers));
  const least = best.score * numbers.further;
  const known = new Set(isMessage ? pagesOfRoute(route, words) : []);
  const good = hits
    .filter(
      ({ id, score, share }) =>
        score >= (isEntry(id) ? least * numbers.entry : least) ||
        share > MIN_WHOLE ||
        known.has(id),
    )
    .map(({ id }) => id);
  return {
    ...(program
      ? found('message', adaptToProgram(good, program, symptoms, words))
      : found(isMessage ? 'message' : 'words', good)),
    isRelaxed: !isMessage && best.coverage * shareOfKnown(query) < MIN_COVERED,
    highlightKeys: [...new Set(query.terms.flatMap(({ keys }) => keys.map(([key]) => key)))],
  };
}

/** Rank the pages by the words of a query and by the message in it. */
export function rankRead({ query, words, route, titles }: ReadQuery, numbers: Numbers): Hit[] {
  const best = new Map(rankPages(query, titles, numbers).map((hit) => [hit.id, hit]));
  inheritScores(best, words, numbers);
  if (route?.kind !== 'message' && route?.kind !== 'log') return byScore(best.values());
  const share = Math.min(1, (1.6 * route.literal) / query.text.length);
  const cause = pagesOfCause(query, titles);
  for (const [at, id] of [cause, pagesOfRoute(route, words)].flatMap((own) => [...own.entries()])) {
    const own = best.get(id) ?? { ...NO_HIT, id };
    best.set(id, { ...own, score: own.score + numbers.message * share * 0.9 ** at });
  }
  const hits = byScore(best.values());
  const hasCode = query.terms.some(({ kind }) => kind === 'code');
  return hasCode || share < 1 ? hits : leadWithMessage(hits, route, words);
}

function byScore(hits: Iterable<Hit>): Hit[] {
  return [...hits].sort((a, b) => b.score - a.score);
}

/** Put the first page that the engine found first if a query is little more than a message. */
function leadWithMessage(hits: Hit[], route: KnownRoute, words: Titles): Hit[] {
  const [first] = pagesOfRoute(route, words);
  return [...hits.filter(({ id }) => id === first), ...hits.filter(({ id }) => id !== first)];
}

/** Return the pages about a code that ends a part of a message, as its cause: `failed: 401`. */
function pagesOfCause({ text, terms }: Query, { pages }: SearchIndex): string[] {
  const [, code] = /: (\w+)(?:, |\W*$)/.exec(text) ?? [];
  const cause = terms.find(({ keys: [first] }) => first?.[0] === `#${code?.toLowerCase()}`);
  return (cause?.pages ?? []).map((at) => pages[at]?.id ?? '');
}

/** Let a guide inherit most of the score of a message that leads to it. */
function inheritScores(best: Map<string, Hit>, { entries }: Titles, numbers: Numbers): void {
  for (const hit of [...best.values()]) {
    const guides = entries[hit.id.replace(/^entry:/, '')]?.guides ?? [];
    for (const [at, slug] of guides.entries()) {
      const score = hit.score * numbers.inherited ** (at + 1);
      if (score > (best.get(guide(slug))?.score ?? 0))
        best.set(guide(slug), { ...hit, id: guide(slug), score });
    }
  }
}

/** Return the share of a query's words that any page has. */
function shareOfKnown({ terms }: Query): number {
  const words = terms.filter(({ kind }) => kind === 'word' || kind === 'code');
  const unknown = terms.filter(({ kind }) => kind === 'unknown');
  const [known, others] = [words, unknown].map((own) =>
    own.reduce((sum, { share }) => sum + share, 0),
  );
  return (known ?? 0) / ((known ?? 0) + (others ?? 0) || 1);
}

function isEntry(id: string): boolean {
  return id.startsWith('entry:');
}

/** Return the pages about the codes, then those that have nearly all of the query. */
function codePages(query: Query, hits: Hit[], index: SearchIndex, numbers: Numbers): string[] {
  const priors = priorsOf(query, index, numbers);
  const about = query.terms
    .flatMap((term) => term.pages.map((at) => index.pages[at]?.id ?? ''))
    .sort((a, b) => (priors.get(b) ?? 1) - (priors.get(a) ?? 1));
  const others = hits.filter(({ coverage, share }) => Math.max(coverage, share) > MIN_WHOLE);
  return [...about, ...others.slice(0, 5).map(({ id }) => id)];
}

function elsewhereOf(
  best: Hit | undefined,
  { elsewhere }: Symptoms,
  { elsewhereLeast }: Numbers,
): SearchResults['elsewhere'] {
  const topic = elsewhere.find(({ slug }) => best?.id === `elsewhere:${slug}`);
  return topic && best && best.score >= elsewhereLeast
    ? { title: topic.title, url: topic.url }
    : null;
}

const guide = (slug: string): string => `guide:${slug}`;
const found = (kind: SearchResults['kind'], results: string[]): SearchResults => ({
  kind,
  results: [...new Set(results)].slice(0, MAX_RESULTS),
  isRelaxed: false,
  elsewhere: null,
  highlightKeys: [],
});
