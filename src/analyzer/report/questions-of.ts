import type { FollowUp, ReportTexts } from '../../model/words.ts';
import type { InspectedReport } from '../../intake/index.ts';
import type { Answer, FollowUpKey } from '../../model/report.ts';
import { followUp, isCutOff } from '../../report/index.ts';

/** List the questions of a report that are about the log as a whole. */
export function questionsOf(report: InspectedReport, words: ReportTexts): FollowUp[] {
  const asked = report.answers.map((answer) => keyOf(answer, report));
  return report.missing
    .filter((key) => !key.startsWith('guide:') && !asked.includes(key))
    .flatMap((key) => followUp(key, report, words) ?? []);
}

/** Return the question that confirms an answer, if the report asks it. */
export function confirmationOf(
  answer: Answer,
  report: InspectedReport,
  words: ReportTexts,
): FollowUp | undefined {
  const key = keyOf(answer, report);
  return report.missing.includes(key) ? followUp(key, report, words) : undefined;
}

function keyOf(answer: Answer, report: InspectedReport): FollowUpKey {
  return isCutOff(answer, report) ? 'whole-line' : `guide:${answer.guide}`;
}
