import type { analyzer } from './en/analyzer-en.ts';
import { loadLanguages } from './load-language.ts';

/** Text of the analyzer around a report, in one language. */
export type AnalyzerText = typeof analyzer;

/** Text of the analyzer: all that it needs before a log is pasted. */
export const analyzerText = await loadLanguages<AnalyzerText>({
  en: async () => (await import('./en/analyzer-en.ts')).analyzer,
  ja: async () => (await import('./ja/analyzer-ja.ts')).analyzer,
});
