/** Search the pages' full text; gives ids of guides and entries, best first. */
export type FullText = (query: string) => Promise<string[]>;

interface Pagefind {
  options(options: Record<string, unknown>): Promise<void>;
  search(query: string): Promise<{ results: { data(): Promise<{ meta: Record<string, string> }> }[] }>;
}

const MAX_QUERY = 120;
const MAX_RESULTS = 6;

/** Full text by Pagefind, loaded with the first query; without it (offline, blocked) nothing is found, and titles still answer. */
export function pagefind(files: string): FullText {
  let loading: Promise<Pagefind | null> | undefined;
  const load = async (): Promise<Pagefind | null> => {
    try {
      const module = (await import(/* @vite-ignore */ `${files}pagefind/pagefind.js`)) as Pagefind;
      await module.options({ excerptLength: 12 });
      return module;
    } catch {
      return null;
    }
  };
  return async (query) => {
    const found = await (await (loading ??= load()))?.search(query.slice(0, MAX_QUERY));
    const pages = await Promise.all((found?.results ?? []).slice(0, MAX_RESULTS).map((result) => result.data()));
    return pages.flatMap(({ meta }) => meta['id'] ?? []);
  };
}
