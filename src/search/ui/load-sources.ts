import type { Symptoms, Titles } from '../../model/words.ts';
import type { CatalogFile } from '../../model/catalog.ts';
import type { SettingsByProduct } from '../../model/settings.ts';
import type { SearchData } from '../rank/read-query.ts';
import { mayContainMessage } from '../rank/classify-text.ts';
import { plainWordsOf, type IsPlain, type PlainWords } from './plain-words.ts';
import { buildIndex } from '../index/inverted-index.ts';

/** Where the data files of the search are. */
export interface Site {
  /** The root of the files, such as `/`. */
  files: string;
  language: string;
}

/** The data that the search on a page uses. */
export interface PageSources extends SearchData {
  /** Return the test for queries that may leave a trace; loads the word index for it. */
  isPlain: () => Promise<IsPlain>;
}

/**
 * Return the query if it may leave a trace, or null. Messages are rejected without loading
 * anything.
 */
export async function plainOf(query: string, { isPlain }: PageSources): Promise<PlainWords | null> {
  if (query.trim() === '' || mayContainMessage(query)) return null;
  return (await isPlain())(query) ? query : null;
}

/**
 * Create a lazy loader: each file is loaded once, on first use; a failed load is retried with the
 * next query.
 *
 * @returns a function that loads the titles, which every query needs; with `isWords` it also starts
 * to load the symptoms
 */
export function createDataLoader({
  files,
  language,
}: Site): (isWords: boolean) => Promise<PageSources> {
  const settings = retried(() => json<SettingsByProduct>(`${files}settings.json`));
  const engine = retried(async () => {
    const [{ createRouter }, catalog] = await Promise.all([
      import('../rank/match-message.ts'),
      json<CatalogFile>(`${files}catalog.json`),
    ]);
    return createRouter(catalog, settings);
  });
  const titles = retried(() => json<Titles>(`${files}words/${language}/titles.json`));
  const wordIndex = retried(async () => {
    const [words, symptoms] = await Promise.all([
      titles(),
      json<Symptoms>(`${files}words/${language}/symptoms.json`),
    ]);
    return { symptoms, titles: buildIndex(words, symptoms) };
  });
  const isPlain = retried(async () => {
    const index = await wordIndex();
    // Let a slow phone show its results first.
    await new Promise((resolve) => setTimeout(resolve));
    return plainWordsOf(index);
  });
  return async (isWords) => {
    if (isWords) wordIndex().catch(() => undefined);
    return { words: await titles(), loadWordIndex: wordIndex, loadEngine: engine, isPlain };
  };
}

function retried<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () => {
    loading ??= load();
    loading.catch(() => (loading = undefined));
    return loading;
  };
}

async function json<T>(url: string): Promise<T> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return (await response.json()) as T;
}
