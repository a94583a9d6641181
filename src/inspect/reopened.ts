import type { DataState } from '../engine/index.ts';
import type { InspectedReport, Reopened } from './report.ts';

const UNTOLD: DataState = {
  state: 'unknown',
  from: null,
  to: null,
  deadline: null,
  blindFrom: null,
  blindTo: null,
  outages: 0,
  thrown: null,
  before: null,
  gap: null,
  checks: { state: 'unknown', from: null, to: null },
};

/** Take out of a report what only its sender can know, if it was opened again. */
export function withReopened(
  report: Omit<InspectedReport, 'reopened'>,
  reopened: Reopened | null,
): InspectedReport {
  if (reopened === null) return { ...report, reopened };
  return {
    ...report,
    // A deadline from a few of an outage's lines would be too late.
    data: reopened.problem === null && reopened.isThin ? UNTOLD : report.data,
    // The clock of who reads it says nothing of a log that came by mail.
    missing: report.missing.filter((key) => key !== 'log-zone'),
    reopened,
  };
}
