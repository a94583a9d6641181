import type { SearchText } from '../../i18n/search.ts';
import type { SearchResults } from '../rank/answer-query.ts';
import { looksLikeLog } from '../rank/classify-text.ts';

interface Help {
  query: string;
  /** Recent searches to offer. */
  recent: string[];
  root: string;
  say: SearchText;
  /** The guide on what to collect before asking support. */
  collect: string | undefined;
  /** Select the query, so that the user can copy it by hand. */
  select: () => void;
  /** Open the analyzer with the query. */
  read: () => void;
  ask: (query: string) => void;
  forget: () => void;
}

/**
 * Render the help next to the results: the analyzer for a log, alternatives if there is no answer,
 * recent searches if the query is empty.
 */
export function renderHelp(
  found: SearchResults,
  { query, recent, root, say, collect, select, read, ask, forget }: Help,
): HTMLElement[] {
  if (found.kind === 'empty')
    return recent.length === 0
      ? []
      : [
          text('p', say.recent),
          row(
            ...recent.map((again) => button(again, () => ask(again), 'quiet')),
            button(say.clear, forget, 'search-clear'),
          ),
        ];
  if (found.kind === 'message' || found.kind === 'log' || found.kind === 'file')
    return [row(button(say.read, read, 'button button-strong'), text('span', say.readNote))];
  if (found.results.length > 0) return [];
  // A question about a topic elsewhere, such as an invoice, has no log to analyze.
  if (found.elsewhere) return [row(strong(link(found.elsewhere.title, found.elsewhere.url)))];
  const actions = [
    strong(link(say.analyze, `${root}analyze/`)),
    ...(collect === undefined ? [] : [link(say.collect, `${root}guides/${collect}/`)]),
    link(say.messages, `${root}errors/`),
  ];
  const copy = button(say.copy, () => void copyQuery(), 'quiet');
  const copyQuery = async (): Promise<void> => {
    try {
      // The clipboard API needs a secure context (https).
      await navigator.clipboard.writeText(query);
      copy.textContent = say.copied;
    } catch {
      select();
      copy.textContent = say.copySelect;
    }
  };
  return [row(...actions, ...(looksLikeLog(query) ? [] : [copy]))];
}

function row(...children: HTMLElement[]): HTMLElement {
  const node = document.createElement('div');
  node.className = 'search-actions';
  node.append(...children);
  return node;
}

function text(tag: string, content: string): HTMLElement {
  return Object.assign(document.createElement(tag), { textContent: content });
}

function link(content: string, href: string): HTMLElement {
  return Object.assign(document.createElement('a'), {
    textContent: content,
    href,
    className: 'button',
  });
}

function strong(choice: HTMLElement): HTMLElement {
  choice.classList.add('button-strong');
  return choice;
}

function button(content: string, act: () => void, className: string): HTMLElement {
  const node = Object.assign(document.createElement('button'), {
    type: 'button',
    textContent: content,
    className,
  });
  node.addEventListener('click', act);
  return node;
}
