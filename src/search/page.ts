import { isLanguage, translator } from '../i18n/index.ts';
import { find } from './find.ts';
import { keepLines } from './keep-lines.ts';
import { sourceLoader } from './load-sources.ts';
import { renderResult } from './render-result.ts';
import { looksLikeLog } from './route.ts';

const PAUSE = 150;

/** Run the search page: the query comes in the address, is moved to the fragment at once, and leaves it where it looks like a log. */
export function attachPage(): void {
  const page = document.querySelector<HTMLElement>('[data-search-page]');
  const input = page?.querySelector('input');
  const note = page?.querySelector('p');
  const box = page?.querySelector<HTMLElement>('[data-search-state]');
  const list = box?.querySelector('ol');
  const index = document.querySelector<HTMLElement>('[data-search-index]');
  const { root = '/', files = '/', lang } = page?.dataset ?? {};
  if (!page || !input || !note || !box || !list || !isLanguage(lang)) return;
  const t = translator(lang);
  const load = sourceLoader(files, lang);
  let latest = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const remember = (query: string): void => {
    const fragment = query.trim() === '' || looksLikeLog(query) ? '' : `#q=${encodeURIComponent(query)}`;
    history.replaceState(null, '', location.pathname + fragment);
  };
  const answer = async (query: string): Promise<void> => {
    const id = ++latest;
    box.dataset['searchState'] = 'loading';
    const sources = await load();
    const { results, elsewhere } = await find(query, sources);
    if (id !== latest) return;
    list.replaceChildren(...results.map((result) => renderResult(result, query, sources.words, root)));
    const isEmpty = query.trim() === '';
    if (index) index.hidden = !isEmpty;
    note.replaceChildren(isEmpty ? '' : results.length > 0 ? t('search.count', { count: results.length }) : elsewhere ? `${t('search.elsewhere')} ` : `${t('search.none')} ${t('search.none.help')} `);
    if (!isEmpty && results.length === 0) {
      const [href, text] = elsewhere ? [elsewhere.url, elsewhere.title] : [`${root}analyze/`, t('nav.analyze')];
      note.append(Object.assign(document.createElement('a'), { href, textContent: text }));
    }
    box.dataset['searchState'] = results.length > 0 || isEmpty ? 'done' : 'none';
  };
  const fromAddress = (): string => new URLSearchParams(location.hash.slice(1)).get('q') ?? '';

  const initial = new URLSearchParams(location.search).get('q') ?? fromAddress();
  remember(initial);
  input.value = initial.replaceAll('\n', ' ');
  void answer(initial);
  const pasted = keepLines(input);
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const query = pasted() ?? input.value;
      remember(query);
      void answer(query);
    }, PAUSE);
  });
  input.form?.addEventListener('submit', (event) => event.preventDefault());
  addEventListener('hashchange', () => {
    input.value = fromAddress();
    void answer(input.value);
  });
}
