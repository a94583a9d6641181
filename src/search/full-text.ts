/** What the full text says: ids of guides and entries, best first, each with a piece of the page around the words. */
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

const LONGEST_QUERY = 120;
const MOST = 10;
let loading: Promise<Pagefind> | undefined;

/**
 * Look for the words of a query in the text of all pages of this language. Pagefind weighs as much as the rest of the search twice, and
 * ranks worse than titles and symptoms (`npm run eval`), so it is loaded only when somebody asks for it.
 *
 * @throws where Pagefind cannot be loaded
 */
export async function searchText(query: string, files: string): Promise<TextHit[]> {
  loading ??= load(files);
  loading.catch(() => (loading = undefined));
  const { results } = await (await loading).search(query.slice(0, LONGEST_QUERY));
  const pages = await Promise.all(results.slice(0, MOST).map((result) => result.data()));
  return pages.flatMap(({ meta, plain_excerpt: excerpt }) =>
    meta['id'] === undefined ? [] : [{ id: meta['id'], excerpt }],
  );
}

async function load(files: string): Promise<Pagefind> {
  const module = (await import(/* @vite-ignore */ `${files}pagefind/pagefind.js`)) as Pagefind;
  await module.options({ excerptLength: 24 });
  return module;
}
