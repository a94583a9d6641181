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
 * Return whether a version of a product prints the message of a row. `version` is
 * `product:release`, such as `0:21`. `data-printed` lists `product:first:last` for each product
 * that prints the message, such as `0:12:58 1:0:21`. All are indexes.
 */
function isPrintedBy(dataset: DOMStringMap, version: string, isNew: boolean): boolean {
  const [product, release = 0] = version.split(':').map(Number);
  return (dataset['printed'] ?? '').split(' ').some((part) => {
    const [of, first = 0, last = 0] = part.split(':').map(Number);
    return of === product && (isNew ? release === first : first <= release && release <= last);
  });
}
