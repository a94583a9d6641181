/** The value of a choice that fits every row. */
const ANY = '*';

/** Show only the rows of the page's tables that fit the filter, and say how many; groups without one go away, and folded ones open. */
export function attachFilter(): void {
  const form = document.querySelector<HTMLFormElement>('[data-filter]');
  const count = document.querySelector<HTMLElement>('[data-filter-count]');
  if (!form || !count) return;
  const value = (name: string): string => form.querySelector<HTMLInputElement | HTMLSelectElement>(`[data-filter-${name}]`)?.value ?? ANY;
  const rows = [...document.querySelectorAll<HTMLTableRowElement>('[data-rows] tr[id], [data-rows] tr[data-level]')].map((row) => ({ row, text: (row.textContent ?? '').normalize('NFKC').toLowerCase() }));
  const groups = document.querySelectorAll<HTMLElement>('[data-group]');
  const folds = [...document.querySelectorAll<HTMLDetailsElement>('details[data-group]')];
  let isFiltered = false;
  let before: boolean[] = [];
  const update = (): void => {
    const words = value('text').normalize('NFKC').toLowerCase().split(/\s+/);
    const level = value('level');
    let shown = 0;
    for (const { row, text } of rows) {
      const fits = words.every((word) => text.includes(word)) && (level === ANY || row.dataset['level'] === level);
      row.hidden = !fits;
      if (fits) shown++;
    }
    for (const group of groups) group.hidden = !rows.some(({ row }) => !row.hidden && group.contains(row));
    if (isFiltered !== shown < rows.length) {
      isFiltered = !isFiltered;
      const opened = folds.map(({ open }) => open);
      // After the filter a group is as the reader had it before.
      folds.forEach((fold, index) => (fold.open = isFiltered || before[index] === true));
      before = opened;
    }
    count.textContent = shown === 0 ? (count.dataset['none'] ?? '') : isFiltered ? (count.dataset['some'] ?? '').replace('{count}', String(shown)) : '';
  };
  form.addEventListener('input', update);
  form.addEventListener('submit', (event) => event.preventDefault());
  update();
}
