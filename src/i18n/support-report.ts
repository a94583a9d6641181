import type { supportReport } from './en/support-report.ts';
import { loadLanguages } from './load-language.ts';

/** Text of support reports, in one language. */
export type SupportReportText = typeof supportReport;

/** Text of support reports: a page loads it when one is opened. */
export const supportReportText = await loadLanguages<SupportReportText>({
  en: async () => (await import('./en/support-report.ts')).supportReport,
  ja: async () => (await import('./ja/support-report.ts')).supportReport,
});
