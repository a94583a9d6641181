import type { Symptoms, Titles } from '../../model/words.ts';
import type { SearchIndex } from '../index/inverted-index.ts';
import { looksLikeLog, looksLikeMail, mayContainMessage } from './classify-text.ts';
import type { KnownRoute, Route, Router } from './match-message.ts';
import { parseQuery } from './parse-query.ts';
import type { Query } from './query.ts';

export interface SearchData {
  words: Titles;
  /** Symptoms and the index; loaded with the first query that is not answered as a log. */
  loadWordIndex: () => Promise<WordIndex>;
  /** Loaded with the first text that may hold a message. */
  loadEngine: () => Promise<Router>;
}

export interface WordIndex {
  symptoms: Symptoms;
  titles: SearchIndex;
}

/** Longer texts are compared with the pages up to here, so that a large paste does not freeze. */
const MAX_COMPARED = 5000;
/** A query with everything that is known of it before it is ranked. */
export interface ReadQuery extends WordIndex {
  query: Query;
  words: Titles;
  /** What the engine found, if it was asked. */
  route: Route | null;
  isLog: boolean;
}

/** The answer to a query that needs no ranking. */
export interface Settled {
  kind: 'empty' | 'log' | 'file';
  results: string[];
}

/** Read a query; return its answer if it needs no ranking: nothing, a log or a file. */
export async function readQuery(
  typed: string,
  { words, loadEngine, loadWordIndex }: SearchData,
): Promise<ReadQuery | Settled> {
  const text = typed.normalize('NFKC').trim();
  if (text === '') return { kind: 'empty', results: [] };
  const isLog = looksLikeLog(typed) && !looksLikeMail(typed);
  const route = isLog || mayContainMessage(text) ? await (await loadEngine())(typed, isLog) : null;
  if (route?.kind === 'file' && route.guides)
    return { kind: 'file', results: route.guides.map((slug) => `guide:${slug}`) };
  if (route?.kind === 'log' && route.guides.length > 0)
    return { kind: 'log', results: pagesOfRoute(route, words) };
  const { symptoms, titles } = await loadWordIndex();
  const query = parseQuery(text.slice(0, MAX_COMPARED), titles);
  return { query, words, route, isLog, symptoms, titles };
}

/** Return the pages of what the engine found, except templates that only pass a cause through. */
export function pagesOfRoute(
  { guides, entries, isOneMessage }: KnownRoute,
  words: Titles,
): string[] {
  const messages = entries
    .filter((id) => !/^\{[\w-]+\}$/.test(words.entries[id]?.title ?? ''))
    .map((id) => `entry:${id}`);
  const leading = guides.map((slug) => `guide:${slug}`);
  return isOneMessage ? [...messages, ...leading] : [...leading, ...messages];
}
