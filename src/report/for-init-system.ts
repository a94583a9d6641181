import type { InspectedReport } from '../model/inspection.ts';
import { forStartScripts } from '../model/older-init.ts';
import type { ReportTexts } from '../model/words.ts';

/** Write a command for Linux as one for the system of a report, which may have start scripts. */
export function forInitSystem(
  command: string,
  { hasStartScripts, product }: Pick<InspectedReport, 'hasStartScripts' | 'product'>,
  { logs }: Pick<ReportTexts, 'logs'>,
): string {
  if (!hasStartScripts) return command;
  const places = logs[product ?? ''] ?? [];
  const file = places.find(
    (place) => place.os === 'linux' && !place.command.includes('journalctl'),
  );
  return forStartScripts(command, file?.command ?? null);
}
