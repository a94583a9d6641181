import { NO_FILTERS, FILTERS, type Filters } from './filters.ts';
import type { PlainWords } from './plain-words.ts';

/** Read query and filters from a URL fragment. */
export function readFragment(hash: string): { query: string; filters: Filters } {
  const values = new URLSearchParams(hash.replace(/^#/, ''));
  return {
    query: values.get('q') ?? '',
    filters: Object.fromEntries(FILTERS.map((name) => [name, values.get(name) ?? ''])) as Filters,
  };
}

/** Write query and filters as a URL fragment; empty without a query. */
export function writeFragment(query: PlainWords | null, filters: Filters = NO_FILTERS): string {
  if (query === null) return '';
  const chosen = FILTERS.filter((name) => filters[name] !== '');
  const parts = chosen.map((name) => `${name}=${encodeURIComponent(filters[name])}`);
  return `#${[`q=${encodeURIComponent(query.trim())}`, ...parts].join('&')}`;
}
