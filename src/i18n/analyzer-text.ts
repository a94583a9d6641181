import type { AnalyzerText } from './analyzer.ts';
import { loadLanguages } from './load-language.ts';

/** Interface text of the analyzer by language: all that it needs before a log is pasted. */
export const analyzerText: Record<'en' | 'ja', AnalyzerText> = await loadLanguages<AnalyzerText>({
  en: async () => (await import('./en/analyzer-en.ts')).analyzer,
  ja: async () => (await import('./ja/analyzer-ja.ts')).analyzer,
});
