import type { Language } from '../model/languages.ts';
import type { InspectedReport } from '../model/inspection.ts';
import { sentences } from './sentences.ts';

/** Text about a support report that was opened again. */
export interface ReopenedFacts {
  title: string;
  facts: string[];
}

/**
 * Describe the content of a reopened report, or why it could not be opened; return null for any
 * other report.
 */
export function reopenedReportFacts(
  { reopened, lines }: InspectedReport,
  language: Language,
): ReopenedFacts | null {
  const text = sentences[language].report.reopened;
  if (reopened === null) return null;
  if (reopened.problem === null)
    return {
      title: text.title,
      facts: [
        text.held(reopened.held, lines.total),
        ...(reopened.isThin ? [text.thin] : []),
        ...(reopened.catalog === reopened.own
          ? []
          : [text.catalog(reopened.catalog, reopened.own)]),
        text.unfilled,
      ],
    };
  return {
    title: text.broken,
    facts: [
      reopened.problem === 'unknown-format'
        ? text.format(reopened.format)
        : text.problem[reopened.problem],
      text.around,
    ],
  };
}
