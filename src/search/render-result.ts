import type { Titles } from '../catalog/index.ts';
import { translator } from '../i18n/index.ts';
import { terms } from './terms.ts';

/** What a result of each kind says and where it leads. */
const KINDS = {
  guide: (words: Titles, name: string) => ({ about: words.guides[name], word: 'search.guide', folder: 'guides' }) as const,
  entry: (words: Titles, name: string) => ({ about: words.entries[name], word: 'search.entry', folder: 'errors' }) as const,
  table: (words: Titles, name: string) => ({ about: words.tables[name], word: 'search.table', folder: 'tables' }) as const,
};

/** Draw one result: the word for its kind, its title with the matched words marked, one sentence. */
export function renderResult(id: string, query: string, words: Titles, root: string): HTMLLIElement {
  const t = translator(words.language);
  const [kind, name = ''] = [id.slice(0, id.indexOf(':')), id.slice(id.indexOf(':') + 1)];
  const { about, word, folder } = KINDS[kind as keyof typeof KINDS](words, name);
  const item = document.createElement('li');
  item.dataset['result'] = id;
  const link = element('a', '', [
    element('span', 'kind', [t(word)]), ' ',
    element('span', kind === 'entry' ? 'title message' : 'title', mark(about?.title ?? name, query)), ' ',
    element('span', 'summary', [about?.summary ?? '']),
  ]);
  link.setAttribute('href', `${root}${folder}/${name}/`);
  item.append(link);
  return item;
}

function element(tag: string, className: string, children: (Node | string)[]): HTMLElement {
  const node = document.createElement(tag);
  if (className !== '') node.className = className;
  node.append(...children);
  return node;
}

/** Split a title so that holes stand as named gaps and the words of the query in marks. */
function mark(title: string, query: string): (Node | string)[] {
  const wanted = new Set(terms(query));
  return title.split(/(\{[\w-]+\}|[A-Za-z0-9]+|[\u3041-\u30fe\u4e00-\u9fff々]+)/).map((part) => {
    if (/^\{.+\}$/.test(part)) return element('i', 'gap', [part.slice(1, -1)]);
    return terms(part).some((term) => wanted.has(term)) ? element('mark', '', [part]) : part;
  });
}
