import type { AnalyzerText } from './analyzer.ts';
import type { ComparisonText } from './comparison.ts';
import type { InspectText } from './inspect.ts';
import { LANGUAGES, type Language } from './language.ts';
import type { LetterText } from './letter.ts';
import type { ProbeText } from './probe.ts';
import type { ReportText } from './report.ts';

/** What the analyzer, the command and the letters say. */
export interface Sentences {
  analyzer: AnalyzerText;
  comparison: ComparisonText;
  inspect: InspectText;
  letter: LetterText;
  probe: ProbeText;
  report: ReportText;
}

const LOADERS: Record<Language, () => Promise<Sentences>> = {
  en: () => import('./en/index.ts'),
  ja: () => import('./ja/index.ts'),
};

/** Where a page asks, its language; a terminal and the build may need each. */
const page = (globalThis as { document?: { documentElement: { lang: string } } }).document;
const needed = page ? LANGUAGES.filter((language) => language === page.documentElement.lang) : LANGUAGES;

/** The sentences of a language; in a browser there are those of the page's only, so that nobody loads what they cannot read. */
export const sentences = Object.fromEntries(await Promise.all(needed.map(async (language) => [language, await LOADERS[language]()]))) as Record<Language, Sentences>;
