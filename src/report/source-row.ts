import { timeSpanOf } from '../engine/index.ts';
import type { InspectedReport } from '../model/inspection.ts';
import type { Status } from '../model/report.ts';
import { findingsOf } from './format/index.ts';

/** The report on a source, or on one of its programs, in one row of a table. */
export interface SourceRow {
  /** What distinguishes it from the other rows; empty if it is the only row. */
  name: string;
  product: string | null;
  status: Status;
  /** The guide of the first answer, if there is one. */
  guide: string | null;
  /** The time of its first evidence, as written. */
  since: string | null;
}

/** Summarize the reports on a log in rows of a table. */
export function sourceRows(reports: readonly InspectedReport[]): SourceRow[] {
  const hasPrograms = hasSeveralPrograms(reports);
  return reports.map(({ source, product, status, answers, findings }) => {
    const [first] = answers;
    return {
      name: [source, hasPrograms ? product : null].filter((part) => part !== null).join(' '),
      product,
      status,
      guide: first?.guide ?? null,
      since: first ? timeSpanOf(findingsOf({ findings }, first.evidence)).from : null,
    };
  });
}

/** Return whether reports, or rows of a table, are about several programs. */
export function hasSeveralPrograms(reports: readonly Pick<SourceRow, 'product'>[]): boolean {
  return new Set(reports.map(({ product }) => product)).size > 1;
}
