import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { AnalyzerText } from '../../i18n/analyzer.ts';
import type { Sentences } from '../../i18n/sentences.ts';
import type { InspectedReport } from '../../intake/index.ts';
import type { ReportTexts } from '../../model/words.ts';
import type { AnalysisClient } from '../worker/client.ts';

/** A report that is shown, and what its parts need to show it. */
export interface ShownReport {
  report: InspectedReport;
  words: ReportTexts;
  text: AnalyzerText;
  say: Sentences['report'];
  client: AnalysisClient;
  /** The site's root for the language, such as `/ja/`. */
  root: string;
  /** Show a line in the log; `from` is the element that was clicked. */
  onLine: (line: number, from: HTMLElement) => void;
}

export const ReportContext = createContext<ShownReport | null>(null);

/** Return the report in which a component is. */
export function useReport(): ShownReport {
  return useContext(ReportContext) as ShownReport;
}
