/** A full-text match: the id of a guide or entry, with an excerpt around the matched words. */
export interface TextHit {
  id: string;
  excerpt: string;
}

interface Pagefind {
  options(options: Record<string, unknown>): Promise<void>;
  search(query: string): Promise<{
    results: { data(): Promise<{ meta: Record<string, string>; plain_excerpt: string }> }[];
  }>;
}

const MAX_QUERY_LENGTH = 120;
const MAX_HITS = 10;
let loading: Promise<Pagefind> | undefined;

/**
 * Search the text of all pages of this language, best match first. Pagefind is twice as large as
 * the rest of the search and ranks worse than titles and symptoms (`npm run eval`), so it is loaded
 * on demand.
 *
 * @throws if Pagefind cannot be loaded
 */
export async function searchPages(query: string, files: string): Promise<TextHit[]> {
  loading ??= load(files);
  loading.catch(() => (loading = undefined));
  const { results } = await (await loading).search(query.slice(0, MAX_QUERY_LENGTH));
  const pages = await Promise.all(results.slice(0, MAX_HITS).map((result) => result.data()));
  return pages.flatMap(({ meta, plain_excerpt: excerpt }) =>
    meta['id'] === undefined ? [] : [{ id: meta['id'], excerpt }],
  );
}

async function load(files: string): Promise<Pagefind> {
  const module = (await import(/* @vite-ignore */ `${files}pagefind/pagefind.js`)) as Pagefind;
  await module.options({ excerptLength: 24 });
  return module;
}
