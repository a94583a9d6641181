/**
 * Filter the rows of the page's tables as the reader types, and show how many match, in total and
 * per group. Hide groups without a match and open the others. If no row matches at all, offer a
 * button that passes the text to the site search. Rows with `data-unwanted` never match.
 */
export function enableRowFilter(): void {
  const form = find<HTMLFormElement>('[data-filter]');
  const textInput = find<HTMLInputElement>('[data-filter-text]');
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
    let shown = 0;
    for (const { row, text } of rows) {
      const matches = !('unwanted' in row.dataset) && words.every((word) => text.includes(word));
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

function find<Found extends Element>(selector: string): Found | null {
  return document.querySelector<Found>(selector);
}

/** Fold case and compatibility characters, so that texts that look alike compare equal. */
function normalize(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
