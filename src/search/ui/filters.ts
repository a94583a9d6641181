import type { Titles } from '../../model/words.ts';
import { parseResultId } from './render-result.ts';

/** The filters of the search page; an empty value means no restriction. */
export const FILTERS = ['product', 'kind', 'catalog', 'level', 'platform'] as const;
export type FilterName = (typeof FILTERS)[number];
export type Filters = Record<FilterName, string>;

export const NO_FILTERS: Filters = { product: '', kind: '', catalog: '', level: '', platform: '' };

/** A page that names no product, or no platform, is about all of them. */
const MAY_BE_ABOUT_ALL: readonly FilterName[] = ['product', 'platform'];

/** Return the values of a result for each filter. */
export function valuesOf(
  id: string,
  { guides, entries, products }: Titles,
): Record<FilterName, string[]> {
  const { kind, name } = parseResultId(id);
  const catalog = kind === 'entry' ? (name.split('/')[0] ?? '') : '';
  const product = Object.entries(products).flatMap(([one, own]) =>
    own.catalogs.includes(catalog) || (kind === 'guide' && own.guides.includes(name)) ? one : [],
  );
  const values = { product, kind: [kind], catalog: [], level: [], platform: [] };
  if (kind === 'guide') return { ...values, platform: guides[name]?.platforms ?? [] };
  const entry = entries[name];
  if (kind === 'table' || !entry) return values;
  return {
    ...values,
    catalog: [catalog],
    level: entry.level ? [entry.level] : [],
    platform: entry.platforms ?? [],
  };
}

/** Keep the results that match all filters. */
export function applyFilters(results: string[], filters: Filters, words: Titles): string[] {
  return results.filter((id) => {
    const values = valuesOf(id, words);
    return FILTERS.every(
      (name) =>
        filters[name] === '' ||
        values[name].includes(filters[name]) ||
        (MAY_BE_ABOUT_ALL.includes(name) && values[name].length === 0),
    );
  });
}

/** Return, for each filter that would split the results, the values that occur in them. */
export function filterOptions(results: string[], words: Titles): Record<FilterName, string[]> {
  const all = results.map((id) => valuesOf(id, words));
  return Object.fromEntries(
    FILTERS.map((name) => {
      const values = [...new Set(all.flatMap((result) => result[name]))].sort();
      return [
        name,
        values.length > 1 ||
        (values.length === 1 && all.some((result) => result[name].length === 0))
          ? values
          : [],
      ];
    }),
  ) as Record<FilterName, string[]>;
}
