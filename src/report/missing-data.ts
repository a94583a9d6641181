import type { InspectedReport } from '../intake/index.ts';

/**
 * Return whether the questions of a report look for data that is missing although the log shows no
 * fault. Otherwise, they complete the log.
 */
export function isAboutMissingData({
  status,
  kind,
  startup,
}: Pick<InspectedReport, 'status' | 'kind' | 'startup'>): boolean {
  return status === 'healthy' && kind !== 'version' && startup !== 'unconfirmed';
}
