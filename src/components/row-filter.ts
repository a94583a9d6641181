/** The value of a choice that fits every row. */
const ANY = '*';

/** Show only the rows of the page's tables that fit the filter, and say how many; groups without one go away, and folded ones open. */
export function attachFilter(): void {
  const form = document.querySelector<HTMLFormElement>('[data-filter]');
  const count = document.querySelector<HTMLElement>('[data-filter-count]');
  if (!form || !count) return;
  const value = (name: string): string => form.querySelector<HTMLInputElement | HTMLSelectElement>(`[data-filter-${name}]`)?.value ?? ANY;
  const rows = [...document.querySelectorAll<HTMLTableRowElement>('[data-rows] tr[id], [data-rows] tr[data-level]')].map((row) => ({ row, text: (row.textContent ?? '').normalize('NFKC').toLowerCase() }));
  const groups = [...document.querySelectorAll<HTMLElement>('[data-group]')].map((group) => ({ group, own: rows.filter(({ row }) => group.contains(row)) }));
  let isFiltered = false;
  const update = (): void => {
    const words = value('text').normalize('NFKC').toLowerCase().split(/\s+/);
    const level = value('level');
    let shown = 0;
    for (const { row, text } of rows) {
      const fits = words.every((word) => text.includes(word)) && (level === ANY || row.dataset['level'] === level);
      row.hidden = !fits;
      if (fits) shown++;
    }
    const wasFiltered = isFiltered;
    isFiltered = shown < rows.length;
    for (const { group, own } of groups) {
      group.hidden = own.every(({ row }) => row.hidden);
      if (group instanceof HTMLDetailsElement && isFiltered !== wasFiltered) fold(group, !isFiltered);
    }
    count.textContent = shown === 0 ? (count.dataset['none'] ?? '') : isFiltered ? (count.dataset['some'] ?? '').replace('{count}', String(shown)) : '';
  };
  form.addEventListener('input', update);
  form.addEventListener('submit', (event) => event.preventDefault());
  update();
}

/** Open a group while a filter is on, and leave it after that as the reader had it. */
function fold(group: HTMLDetailsElement, back: boolean): void {
  if (!back) group.dataset['before'] = String(group.open);
  group.open = back ? group.dataset['before'] === 'true' : true;
}
