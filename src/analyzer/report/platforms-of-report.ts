import type { Os } from '../../model/prose.ts';
import type { ReportTexts } from '../../model/words.ts';
import type { InspectedReport } from '../../intake/index.ts';
import { logPlatform, runsOn } from '../../report/format/index.ts';
import { applicableParts } from '../../report/index.ts';
import { platformsOf } from './FollowUps.tsx';
import { platformsIn } from './PlatformChoice.tsx';
import { confirmationOf, questionsOf } from './questions-of.ts';

/**
 * Return the platforms for which a report has steps, and the log's platform, if known. Every
 * question has a command for Linux, as an example: it counts only if the product runs on Linux.
 */
export function platformsOfReport(
  report: InspectedReport,
  words: ReportTexts,
): [offered: Set<Os>, detected: Os | null] {
  const blocks = report.answers
    .flatMap((answer) => applicableParts(answer, report, words))
    .flatMap((part) => part.blocks);
  const questions = [
    ...questionsOf(report, words),
    ...report.answers.flatMap((answer) => confirmationOf(answer, report, words) ?? []),
  ];
  return [
    new Set([
      ...platformsIn(blocks),
      ...questions.flatMap(platformsOf).filter((os) => runsOn(report.product, os, words)),
    ]),
    logPlatform(report, words),
  ];
}
