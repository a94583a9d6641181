import { isLanguage } from '../i18n/language.ts';
import { searchTranslator } from '../i18n/search.ts';
import { filterForm } from './filter-form.ts';
import { ALL, narrow, type Filters } from './filters.ts';
import { find, type Found } from './find.ts';
import { searchText } from './full-text.ts';
import { handOver } from './hand-over.ts';
import { keepLines } from './keep-lines.ts';
import { sourceLoader } from './load-sources.ts';
import { looksLikeLog } from './looks-like.ts';
import { countOf, outcomeOf } from './outcome.ts';
import { clearSearches, keepSearch, recentSearches } from './recent.ts';
import { renderHelp } from './render-help.ts';
import { renderResult } from './render-result.ts';
import { speaker } from './say.ts';
import { readFragment, writeFragment } from './state.ts';

const PAUSE = 60;
const PAUSE_LOG = 150;

/** Run the search page: the query comes in the address, is moved to the fragment at once, and leaves it where it looks like a log. */
export function attachPage(): void {
  const page = document.querySelector<HTMLElement>('[data-search-page]');
  const input = page?.querySelector('input');
  const note = page?.querySelector<HTMLElement>('.search-note');
  const spoken = page?.querySelector<HTMLElement>('[role=status]');
  const help = page?.querySelector<HTMLElement>('.search-help');
  const fold = page?.querySelector<HTMLDetailsElement>('.search-fold');
  const box = page?.querySelector<HTMLElement>('[data-search-state]');
  const list = box?.querySelector('ol');
  const more = page?.querySelector<HTMLButtonElement>('.search-more');
  const index = document.querySelector<HTMLElement>('[data-search-index]');
  const { root = '/', files = '/', lang } = page?.dataset ?? {};
  if (!page || !input || !note || !spoken || !help || !fold || !box || !list || !more || !isLanguage(lang)) return;
  const t = searchTranslator(lang);
  const load = sourceLoader({ files, language: lang });
  const say = speaker(spoken);
  const pasted = keepLines(input);
  let query = '';
  let latest = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const remember = (filters: Filters): void => history.replaceState(history.state, '', location.pathname + writeFragment(query, filters));
  const filters = filterForm(fold, t, () => void answer(filters.values()));
  const answer = async (chosen: Filters): Promise<void> => {
    remember(chosen);
    const id = ++latest;
    box.dataset['searchState'] = 'loading';
    try {
      const sources = await load(!looksLikeLog(query));
      const found = await find(query, sources);
      if (id !== latest) return;
      filters.offer(found.results, sources.words, chosen);
      const kept = narrow(found.results, chosen, sources.words);
      list.replaceChildren(...kept.map((result) => renderResult(result, query, sources.words, root, found)));
      tell(found, kept.length);
    } catch {
      if (id !== latest) return;
      list.replaceChildren();
      note.textContent = t('search.failed');
      say(t('search.failed'));
      box.dataset['searchState'] = 'none';
    }
  };
  const answerByText = async (): Promise<void> => {
    const id = latest;
    more.disabled = true;
    try {
      const [{ words }, hits] = await Promise.all([load(true), searchText(query, files)]);
      if (id !== latest) return;
      const shown = new Set([...list.querySelectorAll<HTMLElement>('[data-result]')].map(({ dataset }) => dataset['result']));
      const added = hits.filter((hit) => !shown.has(hit.id)).map((hit) => renderResult(hit.id, query, words, root, hit));
      list.append(...added);
      more.hidden = true;
      added[0]?.querySelector('a')?.focus();
      say(added.length > 0 ? countOf(added.length, t) : t('search.more.none'));
      if (added.length === 0) note.textContent = t('search.more.none');
      else box.dataset['searchState'] = 'done';
    } catch {
      if (id !== latest) return;
      more.disabled = false;
      note.textContent = t('search.failed');
      say(t('search.failed'));
    }
  };
  const tell = (found: Found, kept: number): void => {
    const outcome = kept === 0 && found.results.length > 0 ? t('search.narrowed') : kept < found.results.length ? countOf(kept, t) : outcomeOf(found, t);
    note.textContent = outcome;
    say(found.isRelaxed ? `${outcome} ${countOf(kept, t)}` : outcome);
    if (index) index.dataset['shown'] = String(found.kind === 'empty');
    const recent = found.kind === 'empty' ? recentSearches() : [];
    help.replaceChildren(...renderHelp(found, { query, recent, root, t, select: () => input.select(), read: () => void handOver(`${root}analyze/`, query).catch(() => (note.textContent = t('search.failed'))), ask, forget }));
    more.hidden = found.kind !== 'words' || (kept === 0 && found.results.length > 0);
    more.disabled = false;
    help.hidden = help.childElementCount === 0;
    box.dataset['searchState'] = found.results.length > 0 || found.kind === 'empty' ? 'done' : 'none';
  };
  const ask = (again: string): void => {
    input.value = query = again;
    input.focus();
    void answer(ALL);
  };
  const forget = (): void => {
    clearSearches();
    ask('');
  };
  const readAddress = (): void => {
    const { query: words, filters: chosen } = readFragment(location.hash);
    query = new URLSearchParams(location.search).get('q') ?? words;
    input.value = query.replaceAll('\n', ' ');
    void answer(chosen);
  };

  input.addEventListener('input', () => {
    clearTimeout(timer);
    const typed = pasted() ?? input.value;
    timer = setTimeout(() => {
      query = typed;
      void answer(filters.values());
    }, looksLikeLog(typed) ? PAUSE_LOG : PAUSE);
  });
  input.form?.addEventListener('submit', (event) => {
    event.preventDefault();
    keepSearch(query);
    // What was asked for is a place to come back to; what is still being typed is not.
    if (writeFragment(query) !== '') history.pushState(null, '', location.pathname + writeFragment(query, filters.values()));
  });
  list.addEventListener('click', () => keepSearch(query));
  more.addEventListener('click', () => void answerByText());
  addEventListener('hashchange', () => readFragment(location.hash).query !== query && readAddress());
  addEventListener('popstate', () => readFragment(location.hash).query !== query && readAddress());
  readAddress();
}
