import { isLanguage } from '../../model/languages.ts';
import { searchText } from '../../i18n/search.ts';
import { filterForm } from './filter-form.ts';
import { NO_FILTERS, applyFilters, type Filters } from './filters.ts';
import { answerQuery, type SearchResults } from '../rank/answer-query.ts';
import { searchPages } from './full-text.ts';
import { openInAnalyzer } from './open-in-analyzer.ts';
import { rememberMultiLinePaste } from './multi-line-paste.ts';
import { plainOf, createDataLoader } from './load-sources.ts';
import { looksLikeLog, mayContainMessage } from '../rank/classify-text.ts';
import { outcomeOf } from './outcome.ts';
import type { PlainWords } from './plain-words.ts';
import { forgetRecent, hasSearches, saveSearch, recentSearches } from './recent.ts';
import { renderHelp } from './render-help.ts';
import { renderResult } from './render-result.ts';
import { announcer } from './announce.ts';
import { wasSent } from './was-sent.ts';
import { readFragment, writeFragment } from './url-fragment.ts';

const PAUSE = 60;
const PAUSE_LOG = 150;

/**
 * Attach the search page. Its query comes from the address, or from the box that opened the page in
 * place (`given`). Only plain words reach the address and the recent searches, and only once the
 * reader presses Enter, picks a filter or follows a link.
 */
export function attachPage(given?: string): void {
  const parts = partsOfPage();
  if (!parts) return;
  const { page, input, note, spoken, help, fold, box, list, more, root, files, lang } = parts;
  const say = searchText[lang];
  const load = createDataLoader({ files, language: lang });
  const announce = announcer(spoken);
  const pasted = rememberMultiLinePaste(input);
  let query = '';
  /** The query that was answered last, if it may leave a trace. */
  let plain: PlainWords | null = null;
  let latest = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** The list of all pages is shown until something is searched for. */
  const setAsked = (isAsked: boolean): void => void page.toggleAttribute('data-asked', isAsked);
  const address = (): string => location.pathname + writeFragment(plain, filters.values());
  const remember = (): void => history.replaceState(history.state, '', address());
  const filters = filterForm(fold, say, () => void answer(filters.values()));
  /** Show the answer to `query`; return false if a later query replaced it in the meantime. */
  const answer = async (chosen: Filters, isTyped = false): Promise<boolean> => {
    const id = ++latest;
    box.dataset['searchState'] = 'loading';
    try {
      const sources = await load(query !== '' && !looksLikeLog(query));
      const found = await answerQuery(query, sources);
      const recent =
        found.kind === 'empty' && hasSearches() ? recentSearches(await sources.isPlain()) : [];
      if (id !== latest) return false;
      filters.updateOptions(found.results, sources.words, chosen);
      const kept = applyFilters(found.results, chosen, sources.words);
      list.replaceChildren(
        ...kept.map((result) => renderResult(result, query, sources.words, root, found)),
      );
      showOutcome(found, kept.length, recent, sources.words.collect);
      const words = await plainOf(query, sources);
      if (id !== latest) return false;
      plain = words;
      if (!isTyped) remember();
      box.dataset['searchState'] =
        found.results.length > 0 || found.kind === 'empty' ? 'done' : 'none';
      return true;
    } catch {
      if (id !== latest) return false;
      plain = null;
      list.replaceChildren();
      setAsked(false);
      note.textContent = say.failed;
      announce(say.failed);
      box.dataset['searchState'] = 'none';
      return true;
    }
  };
  const answerByText = async (): Promise<void> => {
    const id = latest;
    more.disabled = true;
    try {
      const [{ words }, hits] = await Promise.all([load(true), searchPages(query, files)]);
      if (id !== latest) return;
      const shown = new Set(
        [...list.querySelectorAll<HTMLElement>('[data-result]')].map(
          ({ dataset }) => dataset['result'],
        ),
      );
      const added = hits
        .filter((hit) => !shown.has(hit.id))
        .map((hit) => renderResult(hit.id, query, words, root, hit));
      list.append(...added);
      more.hidden = true;
      added[0]?.querySelector('a')?.focus();
      announce(added.length > 0 ? say.count(added.length) : say.moreNone);
      if (added.length === 0) note.textContent = say.moreNone;
      else box.dataset['searchState'] = 'done';
    } catch {
      if (id !== latest) return;
      more.disabled = false;
      note.textContent = say.failed;
      announce(say.failed);
    }
  };
  const showOutcome = (
    found: SearchResults,
    kept: number,
    recent: string[],
    collect: string | undefined,
  ): void => {
    const outcome =
      kept === 0 && found.results.length > 0
        ? say.narrowed
        : kept < found.results.length
          ? say.count(kept)
          : outcomeOf(found, say);
    note.textContent = outcome;
    announce(found.isRelaxed ? `${outcome} ${say.count(kept)}` : outcome);
    setAsked(found.kind !== 'empty');
    help.replaceChildren(
      ...renderHelp(found, {
        query,
        recent,
        root,
        say,
        collect,
        select: () => input.select(),
        read: () =>
          void openInAnalyzer(`${root}analyze/`, query).catch(
            () => (note.textContent = say.failed),
          ),
        ask,
        forget,
      }),
    );
    more.hidden = found.kind !== 'words' || (kept === 0 && found.results.length > 0);
    more.disabled = false;
    help.hidden = help.childElementCount === 0;
  };
  const ask = (again: string): void => {
    input.value = query = again;
    input.focus();
    void answer(NO_FILTERS);
  };
  const forget = (): void => {
    forgetRecent();
    ask('');
  };
  const show = (asked: string, chosen: Filters): void => {
    query = asked;
    setAsked(query !== '');
    input.value = query.replaceAll('\n', ' ');
    void answer(chosen);
  };
  const readAddress = (): void => {
    const { query: words, filters: chosen } = readFragment(location.hash);
    const asked = new URLSearchParams(location.search).get('q');
    // Remove the query at once, so that a reload does not send it to the server again.
    if (asked !== null) history.replaceState(history.state, '', location.pathname);
    show(asked ?? words, chosen);
  };
  const keep = async (): Promise<void> => {
    if (plain !== null) saveSearch(plain, await (await load(true)).isPlain());
  };

  const typed = (): string => pasted() ?? input.value;
  // Loading the words takes a slow phone half a second, so wait until a query is likely.
  input.addEventListener('focus', () => void load(true).catch(() => undefined), { once: true });
  input.addEventListener('input', () => {
    clearTimeout(timer);
    const text = typed();
    timer = setTimeout(
      () => {
        query = text;
        void answer(filters.values(), true);
      },
      looksLikeLog(text) ? PAUSE_LOG : PAUSE,
    );
  });
  const enter = async (): Promise<void> => {
    clearTimeout(timer);
    query = typed();
    if (!(await answer(filters.values(), true))) return;
    await keep();
    // Only a submitted query gets a history entry, not one that is still being typed.
    if (plain !== null && readFragment(location.hash).query !== plain.trim())
      history.pushState(null, '', address());
  };
  input.form?.addEventListener('submit', (event) => {
    event.preventDefault();
    void enter();
  });
  list.addEventListener('click', () => void keep());
  // Remember the answer before a link is followed, so that going back shows it again.
  document.addEventListener('click', ({ target }) => {
    if (page.isConnected && target instanceof Element && target.closest('a')) remember();
  });
  more.addEventListener('click', () => void answerByText());
  for (const type of ['hashchange', 'popstate'])
    addEventListener(type, () => readFragment(location.hash).query !== query && readAddress());
  if (given !== undefined) show(given, NO_FILTERS);
  else if (input.value === '') readAddress();
  // On a slow network, words are in the box before this script is there.
  else if (wasSent(input)) void enter();
  else input.dispatchEvent(new InputEvent('input'));
}

/**
 * Return whether a text has a known message, in the language of the page. `files` is where the data
 * files are; without them the text counts as words.
 */
export async function hasMessage(text: string, files: string): Promise<boolean> {
  const language = document.documentElement.lang;
  if (!mayContainMessage(text) || !isLanguage(language)) return false;
  try {
    const { kind } = await answerQuery(text, await createDataLoader({ files, language })(true));
    return kind === 'message' || kind === 'log';
  } catch {
    return false;
  }
}

/** Return the elements of the search page; null if one is missing. */
function partsOfPage() {
  const page = document.querySelector<HTMLElement>('[data-search-page]');
  if (!page) return null;
  const input = page.querySelector('input');
  const note = page.querySelector<HTMLElement>('.search-note');
  const spoken = page.querySelector<HTMLElement>('[role=status]');
  const help = page.querySelector<HTMLElement>('.search-help');
  const fold = page.querySelector<HTMLDetailsElement>('.search-fold');
  const box = page.querySelector<HTMLElement>('[data-search-state]');
  const list = box?.querySelector('ol');
  const more = page.querySelector<HTMLButtonElement>('.search-more');
  const { root = '/', files = '/', lang } = page.dataset;
  return input && note && spoken && help && fold && box && list && more && isLanguage(lang)
    ? { page, input, note, spoken, help, fold, box, list, more, root, files, lang }
    : null;
}
