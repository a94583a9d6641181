/** The value of a choice that fits every row. */
const ANY = '*';

/** Show only the rows of the page's tables that fit the filter, and say how many, in each group too; groups without one go away, and folded ones open. Where none is left, the words can be taken to the search. */
export function attachFilter(): void {
  const form = find<HTMLFormElement>('[data-filter]');
  const typed = find<HTMLInputElement>('[data-filter-text]');
  const chosen = find<HTMLSelectElement>('[data-filter-level]');
  const count = find<HTMLElement>('[data-filter-count]');
  const search = find<HTMLElement>('[data-filter-search]');
  const box = find<HTMLInputElement>('[data-search] input');
  if (!form || !typed || !count || !search || !box) return;
  const rows = [
    ...document.querySelectorAll<HTMLTableRowElement>(
      '[data-rows] tr[id], [data-rows] tr[data-level]',
    ),
  ].map((row) => ({ row, text: plain(row.textContent ?? '') }));
  const groups = document.querySelectorAll<HTMLElement>('[data-group]');
  const folds = [...document.querySelectorAll<HTMLDetailsElement>('details[data-group]')];
  let isFiltered = false;
  let before: boolean[] = [];
  const { none = '', one = '', some = '' } = count.dataset;
  const say = (shown: number): string =>
    shown === 1 ? one : some.replace('{count}', String(shown));
  const update = (): void => {
    const words = plain(typed.value).split(/\s+/);
    const level = chosen?.value ?? ANY;
    let shown = 0;
    for (const { row, text } of rows) {
      const fits =
        words.every((word) => text.includes(word)) &&
        (level === ANY || row.dataset['level'] === level);
      row.hidden = !fits;
      if (fits) shown++;
    }
    for (const group of groups) {
      const fitting = rows.filter(({ row }) => !row.hidden && group.contains(row)).length;
      group.hidden = fitting === 0;
      group.querySelector('.row-count')?.replaceChildren(say(fitting));
    }
    if (isFiltered !== shown < rows.length) {
      isFiltered = !isFiltered;
      const opened = folds.map(({ open }) => open);
      // After the filter a group is as the reader had it before.
      folds.forEach((fold, index) => (fold.open = isFiltered || before[index] === true));
      before = opened;
    }
    count.textContent = shown === 0 ? none : isFiltered ? say(shown) : '';
    search.hidden = shown > 0;
  };
  search.addEventListener('click', () => {
    // The box answers once it has the focus.
    box.value = typed.value;
    box.focus();
  });
  form.addEventListener('input', update);
  form.addEventListener('submit', (event) => event.preventDefault());
  update();
}

function find<Found extends Element>(selector: string): Found | null {
  return document.querySelector<Found>(selector);
}

/** A text without what looks the same to a reader. */
function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
