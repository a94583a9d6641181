/** The option value that matches every row. */
const ANY = '*';

/**
 * Filter the rows of the page's tables as the reader types, and show how many match, in total and
 * per group. Hide groups without a match and open the others. If no row matches at all, offer a
 * button that passes the text to the site search.
 */
export function enableRowFilter(): void {
  const form = find<HTMLFormElement>('[data-filter]');
  const textInput = find<HTMLInputElement>('[data-filter-text]');
  const selects = [...document.querySelectorAll<HTMLSelectElement>('[data-filter-by]')];
  const versionSelect = find<HTMLSelectElement>('[data-filter-version]');
  const newOnly = find<HTMLInputElement>('[data-filter-new]');
  const status = find<HTMLElement>('[data-filter-count]');
  const searchButton = find<HTMLElement>('[data-filter-search]');
  const searchBox = find<HTMLInputElement>('[data-search] input');
  if (!form || !textInput || !status || !searchButton || !searchBox) return;
  const rows = [
    ...document.querySelectorAll<HTMLTableRowElement>(
      '[data-rows] tr[id], [data-rows] tr[data-level]',
    ),
  ].map((row) => ({ row, text: normalize(row.textContent ?? '') }));
  const groups = document.querySelectorAll<HTMLElement>('[data-group]');
  const collapsibles = [...document.querySelectorAll<HTMLDetailsElement>('details[data-group]')];
  let isFiltered = false;
  let previouslyOpen: boolean[] = [];
  const { none = '', one = '', some = '' } = status.dataset;
  const countText = (shown: number): string =>
    shown === 1 ? one : some.replace('{count}', String(shown));
  const update = (): void => {
    const words = normalize(textInput.value).split(/\s+/);
    const version = versionSelect?.value ?? ANY;
    newOnly?.parentElement?.toggleAttribute('hidden', version === ANY);
    let shown = 0;
    for (const { row, text } of rows) {
      const matches =
        words.every((word) => text.includes(word)) &&
        selects.every(
          ({ value, dataset }) => value === ANY || row.dataset[dataset['filterBy'] ?? ''] === value,
        ) &&
        (version === ANY || isPrintedBy(row, version, newOnly?.checked === true));
      row.hidden = !matches;
      if (matches) shown++;
    }
    for (const group of groups) {
      const matching = rows.filter(({ row }) => !row.hidden && group.contains(row)).length;
      group.hidden = matching === 0;
      group.querySelector('.row-count')?.replaceChildren(countText(matching));
    }
    if (isFiltered !== shown < rows.length) {
      isFiltered = !isFiltered;
      const nowOpen = collapsibles.map(({ open }) => open);
      // Clearing the filter restores which groups were open.
      collapsibles.forEach(
        (details, index) => (details.open = isFiltered || previouslyOpen[index] === true),
      );
      previouslyOpen = nowOpen;
    }
    status.textContent = shown === 0 ? none : isFiltered ? countText(shown) : '';
    searchButton.hidden = shown > 0;
  };
  searchButton.addEventListener('click', () => {
    // Focusing the box runs the search.
    searchBox.value = textInput.value;
    searchBox.focus();
  });
  form.addEventListener('input', update);
  form.addEventListener('submit', (event) => event.preventDefault());
  update();
}

/**
 * Return whether a version of a product prints the message of a row. `version` is the index of the
 * product and that of its release; `data-printed` has the index of a product with the indexes of
 * the first and last release that print it, for each product.
 */
function isPrintedBy({ dataset }: HTMLElement, version: string, isNew: boolean): boolean {
  const [product, release = 0] = version.split(':').map(Number);
  return (dataset['printed'] ?? '').split(' ').some((part) => {
    const [of, first = 0, last = 0] = part.split(':').map(Number);
    return of === product && (isNew ? release === first : first <= release && release <= last);
  });
}

function find<Found extends Element>(selector: string): Found | null {
  return document.querySelector<Found>(selector);
}

/** Fold case and compatibility characters, so that texts that look alike compare equal. */
function normalize(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
