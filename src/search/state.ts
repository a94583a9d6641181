import { looksLikeLog } from './looks-like.ts';
import { ALL, FILTERS, type Filters } from './filters.ts';

/** Read query and filters from the fragment of an address. */
export function readFragment(hash: string): { query: string; filters: Filters } {
  const values = new URLSearchParams(hash.replace(/^#/, ''));
  return { query: values.get('q') ?? '', filters: Object.fromEntries(FILTERS.map((name) => [name, values.get(name) ?? ''])) as Filters };
}

/** Write query and filters as a fragment; a text that looks like a log gives none. */
export function writeFragment(query: string, filters: Filters = ALL): string {
  if (query.trim() === '' || looksLikeLog(query)) return '';
  const parts = [`q=${encodeURIComponent(query.trim())}`, ...FILTERS.filter((name) => filters[name] !== '').map((name) => `${name}=${encodeURIComponent(filters[name])}`)];
  return `#${parts.join('&')}`;
}
