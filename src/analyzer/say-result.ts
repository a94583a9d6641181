import type { Words } from '../catalog/index.ts';
import { visible } from '../display/index.ts';
import { analyzerText } from '../i18n/analyzer.ts';
import { comparisonOutcome } from '../i18n/comparison-facts.ts';
import { reportText } from '../i18n/report.ts';
import type { Result } from './protocol.ts';
import { readable } from './readable.ts';

/** Say a finished analysis in a sentence or two, for who does not see it. */
export function sayResult({ report, comparison }: Result, { language }: Words): string {
  const done = analyzerText[language].done(reportText[language].status[report.status], report.answers.length);
  return comparison ? `${visible(comparisonOutcome(comparison, language, readable))} ${done}` : done;
}
