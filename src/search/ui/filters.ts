import type { Titles } from '../../model/words.ts';
import { parseResultId } from './render-result.ts';

/** The filters of the search page; an empty value means no restriction. */
export const FILTERS = ['kind', 'catalog', 'level', 'platform'] as const;
export type FilterName = (typeof FILTERS)[number];
export type Filters = Record<FilterName, string>;

export const ALL: Filters = { kind: '', catalog: '', level: '', platform: '' };

/** Return the values of a result for each filter; a page without platforms applies to all. */
export function valuesOf(id: string, { guides, entries }: Titles): Record<FilterName, string[]> {
  const { kind, name } = parseResultId(id);
  if (kind === 'guide')
    return { kind: ['guide'], catalog: [], level: [], platform: guides[name]?.platforms ?? [] };
  if (kind === 'table') return { kind: ['table'], catalog: [], level: [], platform: [] };
  const entry = entries[name];
  return {
    kind: ['entry'],
    catalog: [name.split('/')[0] ?? ''],
    level: entry?.level ? [entry.level] : [],
    platform: entry?.platforms ?? [],
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
        (name === 'platform' && values.platform.length === 0),
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
