/** The value of a choice that fits every row. */
const ANY = '*';

/** Show only the rows of the page's table that fit the filter, and say how many. */
export function attachFilter(): void {
  const form = document.querySelector<HTMLFormElement>('[data-filter]');
  const count = document.querySelector<HTMLElement>('[data-filter-count]');
  if (!form || !count) return;
  const value = (name: string): string => form.querySelector<HTMLInputElement | HTMLSelectElement>(`[data-filter-${name}]`)?.value ?? ANY;
  const rows = [...document.querySelectorAll<HTMLTableRowElement>('[data-rows] tr[id], [data-rows] tr[data-level]')].map((row) => ({ row, text: (row.textContent ?? '').normalize('NFKC').toLowerCase() }));
  const groups = document.querySelectorAll<HTMLTableSectionElement>('[data-rows] tbody[data-group]');
  const update = (): void => {
    const words = value('text').normalize('NFKC').toLowerCase().split(/\s+/);
    const [level, catalog] = [value('level'), value('catalog')];
    let shown = 0;
    for (const { row, text } of rows) {
      const fits = words.every((word) => text.includes(word)) && (level === ANY || row.dataset['level'] === level) && (catalog === ANY || row.dataset['catalog'] === catalog);
      row.hidden = !fits;
      if (fits) shown++;
    }
    for (const group of groups) group.hidden = [...group.rows].every(({ hidden, id }) => hidden || id === '');
    count.textContent = shown === 0 ? (count.dataset['none'] ?? '') : shown === rows.length ? '' : (count.dataset['some'] ?? '').replace('{count}', String(shown));
  };
  form.addEventListener('input', update);
  form.addEventListener('submit', (event) => event.preventDefault());
  update();
}
