import type { Language } from '../model/languages.ts';
import { escapeReport } from './format/index.ts';
import { joinPieces, type SentencePiece } from '../i18n/sentence-piece.ts';
import { sentences, type Sentences } from '../i18n/sentences.ts';
import type { ConfigProblem, InspectedReport, Unchecked } from '../intake/index.ts';
import type { PatternFault, SyntaxCode } from '../model/inspection.ts';

/** Describe a problem in a configuration in a sentence, with the texts of a language. */
export function describeProblem(
  problem: ConfigProblem,
  { problem: problems, syntax, pattern, unchecked }: Sentences['inspect'],
): SentencePiece[] {
  if (problem.code === 'unchecked')
    return unchecked[problem.detail as Unchecked](Number(problem.expected), problem.key);
  if (problem.code === 'syntax') return syntax[problem.detail as SyntaxCode] ?? syntax.other;
  if (problem.code === 'pattern')
    return [{ code: problem.key ?? '' }, ': ', pattern[problem.detail as PatternFault]];
  return problems[problem.code](problem);
}

/** Describe the faults found in configurations: one sentence per fault, with its line number. */
export function configSentences(report: InspectedReport, language: Language): string[] {
  const { inspections } = escapeReport(report);
  const {
    inspect: text,
    letter: { colon },
  } = sentences[language];
  return inspections.flatMap((inspection) =>
    inspection.kind === 'config'
      ? inspection.problems.map(
          (problem) =>
            `${text.config.line(problem.line)}${colon}${joinPieces(describeProblem(problem, text))}`,
        )
      : [],
  );
}
