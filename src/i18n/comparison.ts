import type { comparison } from './en/comparison.ts';
import { loadLanguages } from './load-language.ts';

/** Text of a comparison of two logs, which few readers need: it is loaded with the comparison. */
export const comparisonText = await loadLanguages<typeof comparison>({
  en: async () => (await import('./en/comparison.ts')).comparison,
  ja: async () => (await import('./ja/comparison.ts')).comparison,
});
