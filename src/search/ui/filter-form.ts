import type { Titles } from '../../model/words.ts';
import type { SearchText } from '../../i18n/search.ts';
import { NO_FILTERS, filterOptions, FILTERS, type FilterName, type Filters } from './filters.ts';

/** Below this many results, reading them is faster than filtering. */
const MIN_RESULTS = 5;

/** The breakpoint of the stylesheet: in wider windows, the filters start expanded. */
const WIDE = '(min-width: 48rem)';

/** The selects that narrow the results of the search page. */
export interface FilterForm {
  values(): Filters;
  /** Offer only filter values that split these results; chosen values remain. */
  updateOptions(results: string[], words: Titles, chosen: Filters): void;
}

/**
 * Bind a form whose selects have the names of the filters. On narrow screens it is collapsed, so
 * that results come first, unless a filter is set.
 */
export function filterForm(
  fold: HTMLDetailsElement,
  say: SearchText,
  onChange: () => void,
): FilterForm {
  const selectOf = (name: FilterName): HTMLSelectElement | null =>
    fold.querySelector(`select[name=${name}]`);
  const wide = matchMedia(WIDE);
  const unfold = (): void => {
    if (wide.matches) fold.open = true;
  };
  unfold();
  wide.addEventListener('change', unfold);
  fold.addEventListener('change', onChange);
  fold.addEventListener('submit', (event) => event.preventDefault());
  return {
    values: () =>
      fold.hidden
        ? NO_FILTERS
        : (Object.fromEntries(
            FILTERS.map((name) => [name, selectOf(name)?.value ?? '']),
          ) as Filters),
    updateOptions(results, words, chosen) {
      const labels: Record<FilterName, Record<string, string>> = {
        product: Object.fromEntries(
          Object.entries(words.products).map(([id, { title }]) => [id, title]),
        ),
        kind: say.kind,
        catalog: words.catalogs,
        level: {},
        platform: say.platform,
      };
      const isNarrow = FILTERS.some((name) => chosen[name] !== '');
      const offered = filterOptions(
        results.length >= MIN_RESULTS || isNarrow ? results : [],
        words,
      );
      for (const name of FILTERS) {
        const select = selectOf(name);
        const field = select?.closest('label');
        if (!select || !field) continue;
        const values = [
          ...new Set([...offered[name], ...(chosen[name] === '' ? [] : [chosen[name]])]),
        ];
        select.replaceChildren(
          ...[...select.options].slice(0, 1),
          ...values.map(
            (value) =>
              new Option(labels[name][value] ?? value, value, false, value === chosen[name]),
          ),
        );
        select.value = chosen[name];
        field.hidden = values.length === 0;
      }
      if (isNarrow) fold.open = true;
      fold.hidden = FILTERS.every((name) => selectOf(name)?.closest('label')?.hidden ?? true);
    },
  };
}
