import { isLanguage } from '../../model/languages.ts';
import type { Titles } from '../../model/words.ts';
import { searchText } from '../../i18n/search.ts';
import { answerQuery } from '../rank/answer-query.ts';
import { NO_FILTERS, applyFilters } from './filters.ts';
import { fitPanel } from './fit-panel.ts';
import { idleOptions } from './idle-options.ts';
import { openInAnalyzer } from './open-in-analyzer.ts';
import { openSearch } from './open-search.ts';
import { rememberMultiLinePaste } from './multi-line-paste.ts';
import { listboxOf } from './listbox.ts';
import { plainOf, createDataLoader } from './load-sources.ts';
import { looksLikeLog } from '../rank/classify-text.ts';
import { outcomeOf } from './outcome.ts';
import { forgetRecent, hasSearches, recentSearches, savePage, saveSearch } from './recent.ts';
import { renderKeys, renderProducts } from './panel-parts.ts';
import type { PlainWords } from './plain-words.ts';
import { renderLink, renderResult } from './render-result.ts';
import { announcer } from './announce.ts';
import { wasSent } from './was-sent.ts';
import { writeFragment } from './url-fragment.ts';

/** Debounce in milliseconds: for words, and for text that may be a log and goes to the engine. */
const PAUSE = 30;
const PAUSE_LOG = 150;
/** Milliseconds until we assume that the user will type into an empty box, not paste. */
const PASTE_WINDOW = 400;
const MAX_SHOWN = 7;
/** Few, so that they do not distract from the link to the analyzer. */
const MAX_SHOWN_FOR_LOG = 3;
const attached = new WeakSet<HTMLInputElement>();

/**
 * Attach search-as-you-type to the box of a page: arrow keys select a result, Enter follows it,
 * Control+Enter opens it in a new tab, Escape closes the list.
 */
export function attach(input: HTMLInputElement): void {
  const parts = partsAround(input);
  if (attached.has(input) || !parts) return;
  const { element, panel, list, note, clear, spoken, root, files, lang } = parts;
  let products: HTMLSelectElement | null = null;
  attached.add(input);
  const say = searchText[lang];
  const load = createDataLoader({ files, language: lang });
  // Start loading first, so that it overlaps with the setup below.
  load(input.value !== '' && !looksLikeLog(input.value)).catch(() => undefined);
  const listbox = listboxOf(input, list);
  panel.append(renderKeys(say));
  const announce = announcer(spoken);
  const pasted = rememberMultiLinePaste(input);
  const text = (): string => pasted() ?? input.value;
  const analyzer = `${root}analyze/`;
  const searchPage = `${root}search/`;
  let latest = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const show = (isOpen: boolean): void => {
    panel.hidden = !isOpen;
    input.setAttribute('aria-expanded', String(isOpen));
    if (isOpen) return;
    listbox.clearActive();
    // Drop pending answers, which would reopen the panel.
    clearTimeout(timer);
    latest++;
  };
  /** Show options. While the query is empty (`idle`), these are recent searches and examples. */
  const showOptions = (options: HTMLElement[], state: 'idle' | 'answer' | 'none'): void => {
    panel.dataset['state'] = state;
    listbox.setOptions(options);
    show(true);
    fitPanel(panel, list);
  };
  const offerProducts = (words: Titles): void => {
    const offered = products ? null : renderProducts(words, say);
    if (!offered) return;
    products = offered.select;
    products.addEventListener('change', () => {
      input.focus();
      update();
    });
    panel.querySelector('.search-keys')?.before(offered.label);
  };
  const showIdle = async (): Promise<void> => {
    const id = latest;
    const { words, isPlain } = await load(hasSearches());
    const searches = hasSearches() ? recentSearches(await isPlain()) : [];
    if (id !== latest || document.activeElement !== input) return;
    offerProducts(words);
    const { options, hasRecent } = idleOptions(words, searches, root);
    note.textContent = '';
    clear.hidden = !hasRecent;
    if (options.length > 0) showOptions(options, 'idle');
    else show(false);
  };
  /**
   * Render the link to the analyzer. The box shows a pasted log on one line, so the line count
   * tells the user that all of it was kept.
   */
  const renderAnalyzerLink = (query: string): HTMLLIElement => {
    const count = query.trim().split('\n').length;
    const item = renderLink(say.read, analyzer, {
      note: `${count > 1 ? say.readLines(count) : ''}${say.readNote}`,
    });
    item.className = 'read-log';
    return item;
  };
  /** Render links to what else the reader can do if there is no answer. */
  const renderNextSteps = ({ collect }: Titles): HTMLLIElement[] => [
    renderLink(say.analyze, analyzer, { note: say.readNote }),
    ...(collect === undefined ? [] : [renderLink(say.collect, `${root}guides/${collect}/`)]),
    renderLink(say.index, searchPage),
  ];
  const answer = async (): Promise<void> => {
    const query = text();
    const id = ++latest;
    if (query.trim() === '') return showIdle();
    const sources = await load(!looksLikeLog(query));
    const found = await answerQuery(query, sources);
    if (id !== latest) return;
    offerProducts(sources.words);
    const product = products?.value ?? '';
    const results = applyFilters(found.results, { ...NO_FILTERS, product }, sources.words);
    const options = results
      .slice(0, looksLikeLog(query) ? MAX_SHOWN_FOR_LOG : MAX_SHOWN)
      .map((result) => renderResult(result, query, sources.words, root, found));
    if (looksLikeLog(query)) options.unshift(renderAnalyzerLink(query));
    else if (found.results.length > 0) options.push(renderLink(say.all(query.trim()), searchPage));
    if (found.elsewhere) options.push(renderLink(found.elsewhere.title, found.elsewhere.url));
    else if (found.results.length === 0 && !looksLikeLog(query))
      options.push(...renderNextSteps(sources.words));
    const isPlain = found.results.length > 0 && !found.isRelaxed;
    note.textContent =
      results.length < found.results.length && results.length === 0
        ? say.narrowed
        : isPlain
          ? ''
          : outcomeOf(found, say);
    announce(
      found.isRelaxed
        ? `${outcomeOf(found, say)} ${say.count(found.results.length)}`
        : outcomeOf(found, say),
    );
    clear.hidden = true;
    showOptions(options, found.results.length > 0 ? 'answer' : 'none');
    const plain = await plainOf(query, sources);
    const all = options
      .map((option) => option.querySelector('a'))
      .find((link) => link?.getAttribute('href') === searchPage);
    if (plain !== null)
      all?.setAttribute('href', searchPage + writeFragment(plain, { ...NO_FILTERS, product }));
  };
  const update = (): void => {
    clearTimeout(timer);
    timer = setTimeout(
      () => {
        const answering = answer();
        const id = latest;
        answering.catch(() => id === latest && fail());
      },
      looksLikeLog(text()) ? PAUSE_LOG : PAUSE,
    );
  };
  const fail = (): void => {
    // Without a query, what failed to load was not asked for.
    if (text().trim() === '') return show(false);
    note.textContent = say.failed;
    announce(say.failed);
    showOptions([], 'none');
  };
  /** Remember a query, and the result that is opened, unless they could reveal a log. */
  const keep = async (query: string, opened?: string): Promise<PlainWords | null> => {
    if (query.trim() === '') return null;
    const sources = await load(!looksLikeLog(query));
    const plain = await plainOf(query, sources);
    if (plain === null) return null;
    saveSearch(plain, await sources.isPlain());
    if (opened !== undefined) savePage(opened);
    return plain;
  };
  const follow = async (inNewTab: boolean): Promise<void> => {
    const link = listbox.activeLink();
    const query = text();
    const to = link?.getAttribute('href');
    if (looksLikeLog(query) && (!link || to === analyzer)) return openInAnalyzer(analyzer, query);
    if (!link && query.trim() === '') return;
    // Follow the result even if the search cannot be saved.
    const plain = await keep(query, resultOf(link)).catch(() => null);
    if (plain === null && (!link || to === searchPage) && query.trim() !== '')
      return openSearch(searchPage, query);
    const href = link?.href ?? searchPage + writeFragment(plain);
    if (inNewTab) window.open(href, '_blank', 'noopener');
    else location.href = href;
  };

  input.addEventListener('input', update);
  input.addEventListener('focus', update);
  input.addEventListener('keydown', (event) => {
    // Safari ends an IME composition before the keydown that confirms it; 229 marks that key.
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === 'Escape' && !panel.hidden) show(false);
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (panel.hidden) update();
      else listbox.moveActive(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter') follow(event.ctrlKey || event.metaKey).catch(fail);
    else return;
    event.preventDefault();
  });
  input.form?.addEventListener('submit', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const query = text();
    const to = link?.getAttribute('href');
    const open =
      to === analyzer && looksLikeLog(query)
        ? openInAnalyzer(analyzer, query)
        : to === searchPage && query.trim() !== ''
          ? openSearch(searchPage, query)
          : null;
    if (open === null) return void keep(query, resultOf(link)).catch(() => undefined);
    event.preventDefault();
    open.catch(fail);
  });
  clear.addEventListener('click', () => {
    forgetRecent();
    input.focus();
    update();
  });
  panel.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    // Focus the box first, because the focus opens the panel.
    input.focus();
    show(false);
  });
  for (const type of ['focusin', 'click'])
    document.addEventListener(
      type,
      ({ target }) => target instanceof Node && !element.contains(target) && show(false),
    );
  // A paste would have arrived by now, so the user will probably type words.
  setTimeout(() => input.value === '' && load(true).catch(() => undefined), PASTE_WINDOW);
  if (wasSent(input)) follow(false).catch(fail);
  else update();
}

/** Return the id of the result that an option links to. */
function resultOf(link: HTMLAnchorElement | null): string | undefined {
  return link?.closest<HTMLElement>('[data-result]')?.dataset['result'];
}

/** Return what surrounds the box; null if a part is missing. */
function partsAround(input: HTMLInputElement) {
  const element = input.closest<HTMLElement>('[data-search]');
  const panel = element?.querySelector<HTMLElement>('.search-panel');
  if (!element || !panel) return null;
  const list = panel.querySelector('ul');
  const note = panel.querySelector('p');
  const clear = panel.querySelector('button');
  const spoken = element.querySelector<HTMLElement>('[role=status]');
  const { root = '/', files = '/', lang } = element.dataset;
  return list && note && clear && spoken && isLanguage(lang)
    ? { element, panel, list, note, clear, spoken, root, files, lang }
    : null;
}
