import type { searchTranslator } from '../i18n/search.ts';
import type { Found } from './find.ts';

type Translate = ReturnType<typeof searchTranslator>;

/** Say in a sentence what a search came to; empty where the results speak for themselves. */
export function outcomeOf({ kind, results, isRelaxed, elsewhere }: Found, t: Translate): string {
  if (kind === 'empty') return '';
  if (elsewhere) return t('search.elsewhere');
  if (kind === 'foreign') return t('search.none.foreign');
  if (results.length === 0) return `${t('search.none')} ${t('search.none.help')}`;
  if (isRelaxed) return t('search.relaxed');
  return countOf(results.length, t);
}

/** Say how many results there are. */
export function countOf(count: number, t: Translate): string {
  return count === 1 ? t('search.count.one') : t('search.count', { count });
}
