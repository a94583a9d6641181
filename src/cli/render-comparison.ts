import { styleText } from './style-text.ts';
import type { ReportTexts } from '../model/words.ts';
import type { Escaped } from '../report/format/index.ts';
import { comparisonText } from '../i18n/comparison.ts';
import {
  changeFacts,
  formatSpan,
  comparisonFacts,
  comparisonOutcome,
} from '../i18n/comparison-facts.ts';
import { CHANGES, type Comparison } from '../intake/index.ts';

const COLORS = {
  worked: 'green',
  still: 'red',
  other: 'red',
  open: 'yellow',
  none: 'yellow',
} as const;

/** Format the comparison of two logs, from before and after a fix, for a terminal. */
export function renderComparison(
  comparison: Escaped<Comparison>,
  product: string | null,
  words: ReportTexts,
): string {
  const { language, guides } = words;
  const text = comparisonText[language];
  const asWritten = (time: string): string => time;
  const items = CHANGES.flatMap((change) =>
    comparison.answers.filter((answer) => answer.change === change),
  ).map((answer) => {
    const change = styleText('bold', text.change[answer.change]);
    const title = guides[answer.guide]?.title ?? answer.guide;
    return [
      `- ${change}: ${title} (${answer.guide})`,
      ...changeFacts(answer, comparison, product, words, asWritten).map((fact) => `    ${fact}`),
    ].join('\n');
  });
  return [
    styleText(
      [comparison.refusal === null ? COLORS[comparison.outcome] : 'yellow', 'bold'],
      comparisonOutcome(comparison, language),
    ),
    `${text.first}: ${formatSpan(comparison.before, language, asWritten)}`,
    `${text.second}: ${formatSpan(comparison.after, language, asWritten)}`,
    ...comparisonFacts(comparison, product, words, asWritten),
    ...items,
  ].join('\n');
}
