import type { FollowUp, ReportTexts } from '../../model/words.ts';
import type { InspectedReport } from '../../intake/index.ts';

/** List the questions of a report that are about the log as a whole. */
export function questionsOf({ missing, product }: InspectedReport, words: ReportTexts): FollowUp[] {
  return missing
    .filter((key) => !key.startsWith('guide:'))
    .flatMap((key) => words.missing[product ?? '']?.[key] ?? []);
}

/** Return the question that confirms the answer of a guide, if the report asks it. */
export function confirmationOf(
  guide: string,
  { missing, product }: InspectedReport,
  words: ReportTexts,
): FollowUp | undefined {
  return missing.includes(`guide:${guide}`)
    ? words.missing[product ?? '']?.[`guide:${guide}`]
    : undefined;
}
