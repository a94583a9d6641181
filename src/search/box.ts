import { isLanguage, translator } from '../i18n/index.ts';
import { find } from './find.ts';
import { sourceLoader } from './load-sources.ts';
import { keepLines } from './keep-lines.ts';
import { looksLikeLog } from './route.ts';
import { renderResult } from './render-result.ts';

const PAUSE = 120;
const attached = new WeakSet<HTMLInputElement>();

/** Make the box of a page answer: results under it while typing, arrows and Enter to follow one, Escape to close. */
export function attach(input: HTMLInputElement): void {
  const search = input.closest<HTMLElement>('[data-search]');
  const panel = search?.querySelector<HTMLElement>('.search-panel');
  const list = panel?.querySelector('ul');
  const note = panel?.querySelector('p');
  const { root = '/', files = '/', lang } = search?.dataset ?? {};
  if (attached.has(input) || !search || !panel || !list || !note || !isLanguage(lang)) return;
  attached.add(input);
  const t = translator(lang);
  const load = sourceLoader(files, lang);
  let latest = 0;
  let active = -1;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const options = (): HTMLElement[] => [...list.querySelectorAll<HTMLElement>('[role=option]')];
  const show = (open: boolean): void => {
    panel.hidden = !open;
    input.setAttribute('aria-expanded', String(open));
    if (!open) select(-1);
  };
  const select = (index: number): void => {
    active = index;
    for (const [at, option] of options().entries()) {
      option.setAttribute('aria-selected', String(at === index));
      if (at === index) option.scrollIntoView({ block: 'nearest' });
    }
    const id = options()[index]?.id;
    if (id === undefined) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', id);
  };
  const pasted = keepLines(input);
  const answer = async (): Promise<void> => {
    const query = pasted() ?? input.value;
    const id = ++latest;
    if (query.trim() === '') return show(false);
    const sources = await load();
    const { results, elsewhere } = await find(query, sources);
    if (id !== latest) return;
    list.replaceChildren(...results.slice(0, 8).map((result, index) => {
      const item = renderResult(result, query, sources.words, root);
      item.setAttribute('role', 'option');
      item.id = `search-option-${index}`;
      item.querySelector('a')?.setAttribute('tabindex', '-1');
      return item;
    }));
    note.replaceChildren(results.length > 0 ? t('search.count', { count: results.length }) : elsewhere ? `${t('search.elsewhere')} ` : `${t('search.none')} ${t('search.none.help')}`);
    if (results.length === 0 && elsewhere) note.append(Object.assign(document.createElement('a'), { href: elsewhere.url, textContent: elsewhere.title }));
    show(true);
    select(-1);
  };
  const update = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void answer(), PAUSE);
  };
  const follow = (): void => {
    const link = options()[active]?.querySelector('a') ?? (looksLikeLog(input.value) ? options()[0]?.querySelector('a') : null);
    if (link) location.href = link.href;
    else if (!looksLikeLog(input.value) && input.value.trim() !== '') location.href = `${root}search/#q=${encodeURIComponent(input.value.trim())}`;
  };

  input.addEventListener('input', update);
  input.addEventListener('keydown', (event) => {
    const count = options().length;
    if (event.key === 'Escape') show(false);
    else if (event.key === 'ArrowDown' && count > 0) select((active + 1) % count);
    else if (event.key === 'ArrowUp' && count > 0) select((active - 1 + count) % count);
    else return;
    event.preventDefault();
  });
  input.form?.addEventListener('submit', (event) => {
    event.preventDefault();
    follow();
  });
  document.addEventListener('focusin', ({ target }) => target instanceof Node && !search.contains(target) && show(false));
  document.addEventListener('click', ({ target }) => target instanceof Node && !search.contains(target) && show(false));
  void load().catch(() => undefined);
  update();
}
