import { escapeReport } from './format/index.ts';
import { joinPieces, type SentencePiece } from '../i18n/sentence-piece.ts';
import { nameInTextOf } from '../i18n/name-in-text.ts';
import { backendOf, productNames, type NamingWords } from '../i18n/product-names.ts';
import { sentences } from '../i18n/sentences.ts';
import type { ConfigProblem, InspectedReport, Unchecked } from '../intake/index.ts';
import type { PatternFault, SyntaxCode } from '../model/inspection.ts';

/** Describe a problem in a product's configuration in a sentence. */
export function describeProblem(
  problem: ConfigProblem,
  words: NamingWords,
  product: string | null,
): SentencePiece[] {
  const { problem: problems, syntax, pattern, unchecked } = sentences[words.language].inspect;
  const names = productNames(words, product);
  if (problem.code === 'unchecked')
    return unchecked[problem.detail as Unchecked](
      Number(problem.expected),
      problem.key,
      names.check,
    );
  if (problem.code === 'syntax') return syntax[problem.detail as SyntaxCode] ?? syntax.other;
  if (problem.code === 'pattern')
    return [{ code: problem.key ?? '' }, ': ', pattern[problem.detail as PatternFault]];
  return problems[problem.code](problem, {
    nameInText: nameInTextOf(words, product),
    backend: backendOf(names),
  });
}

/** Describe the faults found in configurations: one sentence per fault, with its line number. */
export function configSentences(report: InspectedReport, words: NamingWords): string[] {
  const { inspections } = escapeReport(report);
  const {
    inspect: text,
    punctuation: { colon },
  } = sentences[words.language];
  return inspections.flatMap((inspection) =>
    inspection.kind === 'config'
      ? inspection.problems.map(
          (problem) =>
            `${text.config.line(problem.line)}${colon}${joinPieces(describeProblem(problem, words, inspection.product))}`,
        )
      : [],
  );
}
