import type { Answer, Report } from '../engine/index.ts';
import type { Comparison, InspectedReport } from '../intake/index.ts';
import type { FollowUp, ReportTexts } from '../model/words.ts';
import { applicableSteps, followUp, provenCause } from '../report/index.ts';
import { jsonLine } from './json-line.ts';

/** Format a report as a line of JSON. */
export function reportJson(
  file: string,
  report: InspectedReport,
  words: ReportTexts,
  comparison: Comparison | null,
): string {
  return jsonLine({
    schema: 1,
    file,
    ...report,
    answers: report.answers.map((answer) => ({
      ...forReaders(answer),
      ...actionsOf(answer, report, words),
    })),
    missing: followUpsOf(report, words).map(({ what, commands }) => ({
      what,
      command: commands.linux,
    })),
    ...(comparison && { comparison }),
  });
}

/** Return what a report asks the reader for. */
export function followUpsOf(report: InspectedReport, words: ReportTexts): FollowUp[] {
  return report.missing.map(
    (key) => followUp(key, report, words) ?? { what: key, commands: { linux: '' } },
  );
}

/** Omit the fields that are only for building the texts of a report. */
function forReaders({
  isMinor: _isMinor,
  causes: _causes,
  causesByFinding: _byFinding,
  ...answer
}: Answer): Omit<Answer, 'isMinor' | 'causes' | 'causesByFinding'> {
  return answer;
}

/** Return the cause that the log proves and the steps that apply, by their ids. */
function actionsOf(
  answer: Answer,
  report: InspectedReport,
  words: ReportTexts,
): { cause: string | null; steps: string[] } {
  return {
    cause: provenCause(answer, words)?.id ?? null,
    steps: applicableSteps(answer, report, words).map(({ id }) => id),
  };
}

/** Return the exit code for a report. */
export function exitCodeOf({ status }: Report): number {
  return status === 'unrecognised' ? 3 : status === 'action-needed' ? 1 : 0;
}
