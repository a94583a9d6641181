import type { SearchText } from '../../i18n/search.ts';
import type { Titles } from '../../model/words.ts';

/** Render the list of keys below the results; on a Mac with its own. */
export function renderKeys({ keys }: SearchText): HTMLElement {
  const isMac = /^Mac|^iP/.test(navigator.platform);
  const list = document.createElement('p');
  list.className = 'search-keys';
  list.ariaHidden = 'true';
  for (const [names, text] of [
    [['↑', '↓'], keys.choose],
    [['Enter'], keys.open],
    [['Esc'], keys.close],
    [['/', isMac ? '⌘ K' : 'Ctrl K'], keys.focus],
  ] as const) {
    const item = document.createElement('span');
    for (const name of names)
      item.append(Object.assign(document.createElement('kbd'), { textContent: name }), ' ');
    item.append(text);
    list.append(item, ' ');
  }
  return list;
}

/** Render the choice of a product; null if the site has only one. */
export function renderProducts(
  { products }: Titles,
  say: SearchText,
): { label: HTMLElement; select: HTMLSelectElement } | null {
  const titles = Object.entries(products);
  if (titles.length < 2) return null;
  const label = document.createElement('label');
  label.className = 'search-product';
  const select = document.createElement('select');
  select.append(
    new Option(say.anyProduct, ''),
    ...titles.map(([id, { title }]) => new Option(title, id)),
  );
  label.append(say.filter.product, ' ', select);
  return { label, select };
}
