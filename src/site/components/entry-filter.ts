/** The option value that matches every row. */
const ANY = '*';

/**
 * Mark the rows of the index of messages that the chosen urgency, level, catalog or version
 * excludes; row-filter.ts then hides them.
 */
export function enableEntryFilter(): void {
  const selects = [...document.querySelectorAll<HTMLSelectElement>('[data-filter-by]')];
  const versions = document.querySelector<HTMLSelectElement>('[data-filter-version]');
  const newOnly = document.querySelector<HTMLInputElement>('[data-filter-new]');
  const rows = document.querySelectorAll<HTMLElement>('[data-rows] tr[data-level]');
  const mark = (): void => {
    const version = versions?.value ?? ANY;
    newOnly?.parentElement?.toggleAttribute('hidden', version === ANY);
    for (const row of rows) {
      const isWanted = selects.every(
        ({ value, dataset }) => value === ANY || row.dataset[dataset['filterBy'] ?? ''] === value,
      );
      const isPrinted =
        version === ANY || isPrintedBy(row.dataset, version, newOnly?.checked === true);
      row.toggleAttribute('data-unwanted', !isWanted || !isPrinted);
    }
  };
  document.querySelector('[data-filter]')?.addEventListener('input', mark, { capture: true });
  mark();
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
