import type { Titles } from '../catalog/index.ts';
import { compile, type Catalog } from '../engine/index.ts';
import type { Sources } from './find.ts';
import { pagefind } from './full-text.ts';
import { indexTitles } from './title-index.ts';

/** Load what the search needs, once; a load that failed is tried again with the next query. */
export function sourceLoader(files: string, language: string): () => Promise<Sources> {
  let loading: Promise<Sources> | undefined;
  const load = async (): Promise<Sources> => {
    const [catalog, words] = await Promise.all([json<Catalog>(`${files}catalog.json`), json<Titles>(`${files}words/${language}/titles.json`)]);
    return { words, matcher: compile(catalog), titles: indexTitles(words), fullText: pagefind(files) };
  };
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
