import type { InspectedReport } from '../intake/index.ts';

/**
 * Return whether a report asks why data is missing although the log shows no fault. Otherwise, its
 * questions are about what the log lacks.
 */
export function isAboutMissingData({
  status,
  kind,
  startup,
}: Pick<InspectedReport, 'status' | 'kind' | 'startup'>): boolean {
  return status === 'healthy' && kind !== 'version' && startup !== 'unconfirmed';
}
