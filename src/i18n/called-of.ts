import { analyzerText } from './analyzer.ts';
import type { NamingWords } from './product-names.ts';

/**
 * Return what sentences call a product. If it is not known, return what they call all products of
 * the site if that is the same, or else neutral words.
 */
export function calledOf({ language, names }: NamingWords, product: string | null): string {
  const own = names[product ?? '']?.called;
  if (own !== undefined) return own;
  const all = new Set(Object.values(names).map(({ called }) => called));
  const [shared] = all;
  return all.size === 1 && shared !== undefined ? shared : analyzerText[language].anyCalled;
}
