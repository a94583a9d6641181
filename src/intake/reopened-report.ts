import { UNKNOWN_DATA } from '../model/report.ts';
import type { InspectedReport, ReopenedReport } from '../model/inspection.ts';

/** Mark a report as reopened, and remove the results that need the sender's whole log or clock. */
export function withReopened(
  report: Omit<InspectedReport, 'reopened'>,
  reopened: ReopenedReport | null,
): InspectedReport {
  if (reopened === null) return { ...report, reopened };
  return {
    ...report,
    // A deadline computed from only some lines of an outage would be too late.
    data: reopened.problem === null && reopened.isThin ? UNKNOWN_DATA : report.data,
    // The reader's clock shows nothing about a log received by mail.
    missing: report.missing.filter((key) => key !== 'log-zone'),
    reopened,
  };
}
