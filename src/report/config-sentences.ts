import { escapeReport } from './format/index.ts';
import { joinPieces } from '../i18n/sentence-piece.ts';
import { sentences } from '../i18n/sentences.ts';
import type { InspectedReport } from '../intake/index.ts';

/** Describe the faults found in configurations: one sentence per fault, with its line number. */
export function configSentences(report: InspectedReport, language: 'en' | 'ja'): string[] {
  const { inspections } = escapeReport(report);
  const {
    inspect: text,
    letter: { colon },
  } = sentences[language];
  return inspections.flatMap((inspection) =>
    inspection.kind === 'config'
      ? inspection.problems.map(
          (problem) =>
            `${text.config.line(problem.line)}${colon}${joinPieces(text.problem(problem))}`,
        )
      : [],
  );
}
