import { analyzerText } from './analyzer.ts';
import type { NamingWords } from './product-names.ts';

/**
 * Return how sentences name a product. If it is not known which product it is, return the name that
 * all products of the site share, or else neutral words.
 */
export function nameInTextOf({ language, names }: NamingWords, product: string | null): string {
  const own = names[product ?? '']?.nameInText;
  if (own !== undefined) return own;
  const all = new Set(Object.values(names).map(({ nameInText }) => nameInText));
  const [shared] = all;
  return all.size === 1 && shared !== undefined ? shared : analyzerText[language].unknownProgram;
}
