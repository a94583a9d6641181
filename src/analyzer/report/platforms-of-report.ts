import type { Os } from '../../model/prose.ts';
import type { ReportTexts } from '../../model/words.ts';
import type { InspectedReport } from '../../intake/index.ts';
import { logPlatform, platformsOf, runsOn } from '../../report/format/index.ts';
import { applicableParts } from '../../report/index.ts';
import { platformsAsked } from './FollowUps.tsx';
import { confirmationOf, questionsOf } from './questions-of.ts';

/**
 * Return the platforms for which a report has steps or questions, and the log's platform, if known.
 * Every question has a command for Linux, so Linux is offered only if the product runs on it.
 */
export function platformsOfReport(
  report: InspectedReport,
  words: ReportTexts,
): [offered: Set<Os>, detected: Os | null] {
  const parts = report.answers.flatMap((answer) => applicableParts(answer, report, words));
  const questions = [
    ...questionsOf(report, words),
    ...report.answers.flatMap((answer) => confirmationOf(answer, report, words) ?? []),
  ];
  return [
    new Set([
      ...platformsOf(parts),
      ...questions.flatMap(platformsAsked).filter((os) => runsOn(report.product, os, words)),
    ]),
    logPlatform(report, words),
  ];
}
