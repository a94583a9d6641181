import { openInAnalyzer, openInPlace } from './open-in-analyzer.ts';

/** Open the search page with a query that must not appear in its address. */
export async function openSearch(url: string, query: string): Promise<void> {
  const { attachPage } = await import('./page.ts');
  await openInPlace(url);
  attachPage(query);
}

/**
 * Open the analyzer if a text contains a known message, because it says more about a message than
 * the search does. Otherwise, open the search page.
 */
export async function openWords(
  { root, files }: { root: string; files: string },
  query: string,
): Promise<void> {
  const { hasMessage } = await import('./page.ts');
  if (await hasMessage(query, files)) await openInAnalyzer(`${root}analyze/`, query);
  else await openSearch(`${root}search/`, query);
}
