import type { ComparisonText } from './comparison.ts';
import type { InspectText } from './inspect.ts';
import type { LetterText } from './letter.ts';
import { ofPage } from './of-page.ts';
import type { ProbeText } from './probe.ts';
import type { ReportText } from './report.ts';

/** Text of reports, the command and letters. */
export interface Sentences {
  comparison: ComparisonText;
  inspect: InspectText;
  letter: LetterText;
  probe: ProbeText;
  report: ReportText;
}

/** The sentences by language. */
export const sentences: Record<'en' | 'ja', Sentences> = await ofPage<Sentences>({
  en: () => import('./en/index.ts'),
  ja: () => import('./ja/index.ts'),
});
