import type { Language } from '../../model/languages.ts';
import type { ReportTexts } from '../../model/words.ts';
import { analyzerText } from '../../i18n/analyzer.ts';
import { sentences } from '../../i18n/sentences.ts';
import type { InspectedReport } from '../../intake/index.ts';
import type { Verdict } from '../../report/index.ts';
import { isDownWithoutReason } from '../../report/verdict.ts';

/** How urgent a verdict is. Each severity has its own shape, except `note`, which has none. */
export type Severity = 'now' | 'wait' | 'ignore' | 'unsure' | 'note';

/** Return how urgent a verdict is, or `unsure` if that is not certain. */
export function severityOf({ tone, action }: Verdict, report: InspectedReport): Severity {
  const {
    status,
    answers: [first],
  } = report;
  if (tone === 'note') return 'note';
  if (status === 'unrecognised') return 'unsure';
  if (
    status === 'action-needed' &&
    first?.confidence === 'possible' &&
    !isDownWithoutReason(report)
  )
    return 'unsure';
  if (action === 'look') return 'wait';
  return status === 'action-needed' ? 'now' : 'ignore';
}

/** Return the status above a verdict, in a word or two, such as `Act now`; null if it has none. */
export function statusWord(
  verdict: Verdict,
  report: InspectedReport,
  words: ReportTexts,
): string | null {
  const text = analyzerText[words.language];
  const { status, answers } = report;
  if (severityOf(verdict, report) === 'unsure')
    return text.unsure[
      status === 'action-needed' || report.ifOwn !== null ? 'notCertain' : 'notRecognized'
    ];
  return status === 'recovered' && answers.some(({ state }) => state === 'recovered')
    ? text.resolved
    : verdict.urgency;
}

/** Return a status for screen readers, with a colon before the sentence that it applies to. */
export function spokenStatus(word: string, language: Language): string {
  return word + sentences[language].punctuation.colon;
}
