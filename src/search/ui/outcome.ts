import type { SearchText } from '../../i18n/search.ts';
import type { SearchResults } from '../rank/answer-query.ts';

/** Describe the outcome of a search in a sentence; empty for an empty query. */
export function outcomeOf(
  { kind, results, isRelaxed, elsewhere }: SearchResults,
  say: SearchText,
): string {
  if (kind === 'empty') return '';
  if (elsewhere) return say.elsewhere;
  if (kind === 'foreign') return say.noneForeign;
  if (results.length === 0) return `${say.none} ${say.noneHelp}`;
  if (isRelaxed) return say.relaxed;
  return say.count(results.length);
}
