import type { Titles } from '../../model/words.ts';
import { searchText } from '../../i18n/search.ts';
import { looksLikeLog } from '../rank/classify-text.ts';
import { keysOf } from '../tokenize/tokens.ts';

/** The words and folder of a result of each kind. */
const KINDS = {
  guide: (words: Titles, name: string) =>
    ({ about: words.guides[name], folder: 'guides' }) as const,
  entry: (words: Titles, name: string) =>
    ({ about: words.entries[name], folder: 'errors' }) as const,
  table: (words: Titles, name: string) =>
    ({ about: words.tables[name], folder: 'tables' }) as const,
};

/**
 * Render one result: its kind, title and summary (or an excerpt), with the matched words
 * highlighted, including the corrections of typos.
 */
export function renderResult(
  id: string,
  query: string,
  words: Titles,
  root: string,
  { highlightKeys = [], excerpt }: { highlightKeys?: string[]; excerpt?: string } = {},
): HTMLLIElement {
  const say = searchText[words.language];
  const { kind, name } = parseResultId(id);
  const { about, folder } = KINDS[kind as keyof typeof KINDS](words, name);
  const isMessage = kind === 'entry';
  // Nearly every word of a summary also occurs in a pasted log, so then highlight only the message.
  const wanted = new Set([...keysIn(query), ...highlightKeys.flatMap(plainKey)]);
  const inProse = looksLikeLog(query) ? new Set<string>() : wanted;
  const item = document.createElement('li');
  item.dataset['result'] = id;
  const title = element(
    'span',
    isMessage ? 'title message' : 'title',
    mark(about?.title ?? name, isMessage ? wanted : inProse),
  );
  if (isMessage) title.lang = 'en';
  const link = element('a', '', [
    element('span', 'kind', [say.kind[kind as keyof typeof KINDS]]),
    ' ',
    title,
    ' ',
    element(
      'span',
      'summary',
      mark(excerpt === undefined ? (about?.summary ?? '') : `… ${excerpt} …`, inProse),
    ),
  ]);
  link.setAttribute('href', `${root}${folder}/${name}/`);
  item.append(link);
  return item;
}

/** Return whether there is still a page with the id of a result. */
export function isKnown(id: string, words: Titles): boolean {
  const { kind, name } = parseResultId(id);
  return Object.hasOwn(KINDS, kind) && KINDS[kind as keyof typeof KINDS](words, name).about != null;
}

/** Render the title of a group of options. */
export function renderHeading(text: string): HTMLLIElement {
  const item = document.createElement('li');
  item.className = 'results-heading';
  item.append(text);
  return item;
}

/**
 * Render an option that is not a result: a recent search, all results, the analyzer, a page
 * elsewhere.
 */
export function renderLink(
  text: string,
  href: string,
  { note = '', kind = '' }: { note?: string; kind?: string } = {},
): HTMLLIElement {
  const item = document.createElement('li');
  const link = element('a', '', [
    ...(kind === '' ? [] : [element('span', 'kind', [kind]), ' ']),
    element('span', 'title', [text]),
    ...(note === '' ? [] : [' ', element('span', 'summary', [note])]),
  ]);
  link.setAttribute('href', href);
  item.append(link);
  return item;
}

/** Split the id of a result. */
export function parseResultId(id: string): { kind: string; name: string } {
  const at = id.indexOf(':');
  return { kind: id.slice(0, at), name: id.slice(at + 1) };
}

/** Create an element. Strings become text nodes, never HTML. */
function element(tag: string, className: string, children: (Node | string)[]): HTMLElement {
  const node = document.createElement(tag);
  if (className !== '') node.className = className;
  node.append(...children);
  return node;
}

/**
 * Split a text into nodes, with holes as named placeholders and the words of the query highlighted.
 */
function mark(text: string, wanted: Set<string>): (Node | string)[] {
  return text.split(/(\{[\w-]+\}|[\w-]+|[\u30a1-\u30fa\u30fc]+|[\u4e00-\u9fff々]+)/).map((part) => {
    if (/^\{.+\}$/.test(part)) return element('i', 'gap', [part.slice(1, -1)]);
    return isMeant(part, wanted) ? element('mark', '', [part]) : part;
  });
}

/**
 * Return whether a word matches the query. Katakana words often end alike (メトリック, チェック), so half of
 * their keys must match.
 */
function isMeant(word: string, wanted: Set<string>): boolean {
  const keys = keysIn(word);
  const same = keys.filter((key) => wanted.has(key)).length;
  return same > 0 && (same * 2 >= keys.length || !/^[\u30a1-\u30fc]/.test(word));
}

/** Return the keys of a text that are worth highlighting: those of more than one character. */
function keysIn(text: string): string[] {
  return keysOf(text).flatMap(plainKey);
}

function plainKey(key: string): string[] {
  const plain = key.replace('!', '');
  return plain.length > 1 ? [plain] : [];
}
