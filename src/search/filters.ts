import type { Titles } from '../catalog/index.ts';
import { partsOf } from './render-result.ts';

/** What results can be narrowed by; an empty text is all. */
export const FILTERS = ['kind', 'catalog', 'level', 'platform'] as const;
export type FilterName = (typeof FILTERS)[number];
export type Filters = Record<FilterName, string>;

export const ALL: Filters = { kind: '', catalog: '', level: '', platform: '' };

/** What a result has of each filter; a page without platforms is for all. */
export function valuesOf(id: string, { guides, entries }: Titles): Record<FilterName, string[]> {
  const { kind, name } = partsOf(id);
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

/** Keep the results that fit all filters. */
export function narrow(results: string[], filters: Filters, words: Titles): string[] {
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

/** The values that some of the results have, for each filter that would tell them apart. */
export function choices(results: string[], words: Titles): Record<FilterName, string[]> {
  const all = results.map((id) => valuesOf(id, words));
  return Object.fromEntries(
    FILTERS.map((name) => {
      const values = [...new Set(all.flatMap((of) => of[name]))].sort();
      return [
        name,
        values.length > 1 || (values.length === 1 && all.some((of) => of[name].length === 0))
          ? values
          : [],
      ];
    }),
  ) as Record<FilterName, string[]>;
}
