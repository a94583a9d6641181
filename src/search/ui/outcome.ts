import type { searchTranslator } from '../../i18n/search.ts';
import type { SearchResults } from '../rank/answer-query.ts';

type Translate = ReturnType<typeof searchTranslator>;

/** Describe the outcome of a search in a sentence; empty for an empty query. */
export function outcomeOf(
  { kind, results, isRelaxed, elsewhere }: SearchResults,
  t: Translate,
): string {
  if (kind === 'empty') return '';
  if (elsewhere) return t('search.elsewhere');
  if (kind === 'foreign') return t('search.none.foreign');
  if (results.length === 0) return `${t('search.none')} ${t('search.none.help')}`;
  if (isRelaxed) return t('search.relaxed');
  return countOf(results.length, t);
}

/** Describe the number of results. */
export function countOf(count: number, t: Translate): string {
  return count === 1 ? t('search.count.one') : t('search.count', { count });
}
