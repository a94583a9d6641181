import type { ComparisonText } from './comparison.ts';
import type { InspectText } from './inspect.ts';
import type { LetterText } from './letter.ts';
import { ofPage } from './of-page.ts';
import type { ProbeText } from './probe.ts';
import type { ReportText } from './report.ts';

/** What a report, the command and the letters say. */
export interface Sentences {
  comparison: ComparisonText;
  inspect: InspectText;
  letter: LetterText;
  probe: ProbeText;
  report: ReportText;
}

/** The sentences of a language. */
export const sentences: Record<'en' | 'ja', Sentences> = await ofPage<Sentences>({
  en: () => import('./en/index.ts'),
  ja: () => import('./ja/index.ts'),
});
