import type { Symptoms } from '../../model/words.ts';
import { NUMBERS, type Numbers } from '../numbers.ts';
import { certaintyOf, isHere } from './decide.ts';
import { NO_HIT, rankPages, type Hit } from './rank-pages.ts';
import type { Term } from './query.ts';
import { pagesOfRoute, readQuery, type ReadQuery, type SearchData } from './read-query.ts';

/**
 * The answer to a query: ids as `guide:<slug>`, `entry:<catalog>/<slug>` and `table:<slug>`, or a
 * page elsewhere.
 */
export interface SearchResults {
  /** How the query was interpreted. */
  kind: 'log' | 'message' | 'file' | 'code' | 'words' | 'foreign' | 'empty';
  results: string[];
  /**
   * Whether the results are only the nearest pages, because it is uncertain whether any is right.
   */
  isRelaxed: boolean;
  elsewhere: { title: string; url: string } | null;
  /** Keys of the query's words with typos fixed; results highlight them. */
  highlightKeys: string[];
}

const MAX_RESULTS = 20;

/** Answer a query: logs and messages by the engine, codes by exact match, words by the index. */
export async function answerQuery(query: string, sources: SearchData): Promise<SearchResults> {
  const read = await readQuery(query, sources);
  return 'query' in read ? rankAndDecide(read) : found(read.kind, read.results);
}

/** Rank the pages by the words of a query and the message in it; decide whether to answer. */
export function rankAndDecide(read: ReadQuery, numbers = NUMBERS): SearchResults {
  const { query, words, route, isLog, symptoms } = read;
  const all = rankRead(read, numbers);
  const hits = all.filter(isHere);
  const [best] = hits;
  const isMessage = route?.kind === 'message' || route?.kind === 'log';
  const isFile = route?.kind === 'file';
  const certainty = certaintyOf(read, all);
  if (!best || certainty < numbers.least) {
    return {
      ...found(isFile ? 'file' : isLog ? 'foreign' : 'words', []),
      elsewhere: elsewhereOf(all[0], symptoms, numbers),
    };
  }
  if (route?.kind === 'log') {
    // The log shows no fault, but may have another program's line that a guide quotes.
    const quoting = hits.filter(({ id, verbatim }) => verbatim >= numbers.quoted && !isEntry(id));
    return found('log', [...quoting.map(({ id }) => id), ...pagesOfRoute(route, words)]);
  }
  const isCode = query.isOnlyCodes && !isMessage;
  const coded = isCode ? query.terms.flatMap((term) => pagesOfCode(term, read)) : [];
  const known = new Set(isMessage ? pagesOfRoute(route, words) : []);
  const least = best.score * numbers.further;
  const good = hits.filter(
    ({ id, score, share }) =>
      score >= (isEntry(id) ? least * numbers.entry : least) ||
      share > numbers.whole ||
      known.has(id),
  );
  return {
    ...found(isFile ? 'file' : isMessage ? 'message' : isCode ? 'code' : 'words', [
      ...coded,
      ...good.map(({ id }) => id),
    ]),
    isRelaxed: !isMessage && !isCode && best.coverage < numbers.covered,
    highlightKeys: [...new Set(query.terms.flatMap(({ keys }) => keys.map(([key]) => key)))],
  };
}

/** Rank the pages by the words of a query and by the message in it. */
export function rankRead(read: ReadQuery, numbers: Numbers): Hit[] {
  const { query, words, route, titles, symptoms } = read;
  const hits = new Map(rankPages(query, titles, numbers).map((hit) => [hit.id, hit]));
  if (query.text.search(titles.lexicon.plugin) >= 0) {
    // A query about a plugin is not about the agent's own connection.
    for (const slug of symptoms.connectionGuides) {
      const hit = hits.get(`guide:${slug}`);
      if (hit) hits.set(hit.id, { ...hit, score: hit.score * numbers.agentOfPlugin });
    }
  } else if (route?.kind === 'message' || route?.kind === 'log') {
    const share = Math.min(1, (1.6 * route.literal) / query.text.length);
    pagesOfRoute(route, words).forEach((id, at) => {
      const hit = hits.get(id) ?? { ...NO_HIT, id };
      const bonus = numbers.message * share * numbers.furtherOfMessage ** at;
      hits.set(id, { ...hit, score: hit.score + bonus });
    });
  }
  return [...hits.values()].sort((a, b) => b.score - a.score);
}

function isEntry(id: string): boolean {
  return id.startsWith('entry:');
}

function pagesOfCode({ pages }: Term, { titles }: ReadQuery): string[] {
  return pages.map((at) => titles.pages[at]?.id ?? '');
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

const found = (kind: SearchResults['kind'], results: string[]): SearchResults => ({
  kind,
  results: [...new Set(results)].slice(0, MAX_RESULTS),
  isRelaxed: false,
  elsewhere: null,
  highlightKeys: [],
});
