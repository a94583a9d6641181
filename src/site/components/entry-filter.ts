import { enableRowFilter } from './row-filter.ts';

/** The option value that matches every row. */
const ANY = '*';

/** Filter the index of messages, also by urgency, level, catalog and version of the program. */
export function enableEntryFilter(): void {
  const selects = [...document.querySelectorAll<HTMLSelectElement>('[data-filter-by]')];
  const versions = document.querySelector<HTMLSelectElement>('[data-filter-version]');
  const newOnly = document.querySelector<HTMLInputElement>('[data-filter-new]');
  const showNewOnly = (): void =>
    newOnly?.parentElement?.toggleAttribute('hidden', versions?.value === ANY);
  versions?.addEventListener('input', showNewOnly);
  showNewOnly();
  enableRowFilter(({ dataset }) => {
    const isChosen = selects.every(
      (select) =>
        select.value === ANY || dataset[select.dataset['filterBy'] ?? ''] === select.value,
    );
    const version = versions?.value ?? ANY;
    return (
      isChosen && (version === ANY || isPrintedBy(dataset, version, newOnly?.checked === true))
    );
  });
}

/**
 * Return whether a version of a product prints the message of a row. `version` is the index of the
 * product and that of its release; `data-printed` has the index of a product with the indexes of
 * the first and last release that print it, for each product.
 */
function isPrintedBy(dataset: DOMStringMap, version: string, isNew: boolean): boolean {
  const [product, release = 0] = version.split(':').map(Number);
  return (dataset['printed'] ?? '').split(' ').some((part) => {
    const [of, first = 0, last = 0] = part.split(':').map(Number);
    return of === product && (isNew ? release === first : first <= release && release <= last);
  });
}
