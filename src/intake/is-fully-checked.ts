import type { ConfigInspection } from '../model/inspection.ts';

/** Return whether the whole configuration was checked, so that it is valid without a fault. */
export function isChecked({ whole, problems }: ConfigInspection): boolean {
  return whole && problems.every(({ code }) => code !== 'unchecked');
}
