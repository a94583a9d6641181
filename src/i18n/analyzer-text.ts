import type { AnalyzerText } from './analyzer.ts';
import { ofPage } from './of-page.ts';

/** The words of the analyzer, by language: all that it needs before a log comes. */
export const analyzerText: Record<'en' | 'ja', AnalyzerText> = await ofPage<AnalyzerText>({
  en: async () => (await import('./en/analyzer-en.ts')).analyzer,
  ja: async () => (await import('./ja/analyzer-ja.ts')).analyzer,
});
