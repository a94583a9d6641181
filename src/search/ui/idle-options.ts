import type { Titles } from '../../model/words.ts';
import { searchText } from '../../i18n/search.ts';
import type { PlainWords } from './plain-words.ts';
import { recentPages } from './recent.ts';
import { isKnown, renderHeading, renderLink, renderResult } from './render-result.ts';
import { writeFragment } from './url-fragment.ts';

/** Few enough to fit on a screen. */
const MAX_RECENT = 4;
const MAX_SHOWN = 8;

/**
 * Render what the box offers before anything is typed: recent searches and pages, then guides for
 * common symptoms.
 */
export function idleOptions(
  words: Titles,
  searches: readonly PlainWords[],
  root: string,
): { options: HTMLLIElement[]; hasRecent: boolean } {
  const say = searchText[words.language];
  const opened = recentPages().filter((id) => isKnown(id, words));
  const recent = [
    ...searches.map((query) =>
      renderLink(query, `${root}search/${writeFragment(query)}`, { kind: say.search }),
    ),
    ...opened.map((id) => renderResult(id, '', words, root)),
  ].slice(0, MAX_RECENT);
  const popular = words.popular
    .filter((id) => !opened.includes(id))
    .slice(0, MAX_SHOWN - recent.length)
    .map((id) => renderResult(id, '', words, root));
  const group = (title: string, items: HTMLLIElement[]): HTMLLIElement[] =>
    items.length === 0 ? [] : [renderHeading(title), ...items];
  return {
    options: [...group(say.recent, recent), ...group(say.popular, popular)],
    hasRecent: recent.length > 0,
  };
}
