import type { ComparisonText } from './comparison.ts';
import type { InspectText } from './inspect.ts';
import type { SupportText } from './support.ts';
import { loadLanguages } from './load-language.ts';
import type { ProbeText } from './curl-response.ts';
import type { ReportText } from './report.ts';

/** Text of reports on the page and in the terminal, of support reports, and of replies. */
export interface Sentences {
  comparison: ComparisonText;
  inspect: InspectText;
  letter: SupportText;
  probe: ProbeText;
  report: ReportText;
}

/** The sentences by language. */
export const sentences: Record<'en' | 'ja', Sentences> = await loadLanguages<Sentences>({
  en: () => import('./en/index.ts'),
  ja: () => import('./ja/index.ts'),
});
