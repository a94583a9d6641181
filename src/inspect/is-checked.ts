import type { ConfigInspection } from './report.ts';

/** Whether all of a configuration was checked, so that without a fault it is right. */
export function isChecked({ whole, problems }: ConfigInspection): boolean {
  return whole && problems.every(({ code }) => code !== 'unchecked');
}
