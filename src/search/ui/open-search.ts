import { openInPlace } from './open-in-analyzer.ts';

/** Open the search page with a query that must not appear in its address. */
export async function openSearch(url: string, query: string): Promise<void> {
  const { attachPage } = await import('./page.ts');
  await openInPlace(url);
  attachPage(query);
}
