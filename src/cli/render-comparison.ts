import { styleText } from 'node:util';
import type { Words } from '../model/words.ts';
import type { Shown } from '../report/format/index.ts';
import {
  changeFacts,
  comparedSpan,
  comparisonFacts,
  comparisonOutcome,
} from '../i18n/comparison-facts.ts';
import { sentences } from '../i18n/sentences.ts';
import { CHANGES, type Comparison } from '../intake/index.ts';

const COLORS = {
  worked: 'green',
  still: 'red',
  other: 'red',
  open: 'yellow',
  none: 'yellow',
} as const;

/** Format for a terminal how a log's answers changed after a fix. */
export function renderComparison(
  comparison: Shown<Comparison>,
  { language, guides }: Words,
): string {
  const text = sentences[language].comparison;
  const asWritten = (time: string): string => time;
  const items = CHANGES.flatMap((change) =>
    comparison.answers.filter((answer) => answer.change === change),
  ).map((answer) =>
    [
      `- ${styleText('bold', text.change[answer.change])}: ${guides[answer.guide]?.title ?? answer.guide} (${answer.guide})`,
      ...changeFacts(answer, comparison, language, asWritten).map((fact) => `    ${fact}`),
    ].join('\n'),
  );
  return [
    styleText(
      [comparison.refusal === null ? COLORS[comparison.outcome] : 'yellow', 'bold'],
      comparisonOutcome(comparison, language),
    ),
    `${text.first}: ${comparedSpan(comparison.before, language, asWritten)}`,
    `${text.second}: ${comparedSpan(comparison.after, language, asWritten)}`,
    ...comparisonFacts(comparison, language, asWritten),
    ...items,
  ].join('\n');
}
