import type { InspectedReport } from '../model/inspection.ts';
import type { FollowUpKey } from '../model/report.ts';
import type { FollowUp, ReportTexts } from '../model/words.ts';
import { forInitSystem } from './for-init-system.ts';

/** Return the text and the commands of a question of a report, if its product has them. */
export function followUp(
  key: FollowUpKey,
  report: InspectedReport,
  words: ReportTexts,
): FollowUp | undefined {
  const asked = words.missing[report.product ?? '']?.[key];
  if (!asked || !report.hasStartScripts) return asked;
  const linux = forInitSystem(asked.commands.linux, report, words);
  return { ...asked, commands: { ...asked.commands, linux } };
}

/** Return what a report asks the reader for. */
export function followUps(report: InspectedReport, words: ReportTexts): FollowUp[] {
  return report.missing.flatMap((key) => followUp(key, report, words) ?? []);
}
