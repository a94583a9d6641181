import { timeSpanOf } from '../engine/index.ts';
import type { InspectedReport } from '../model/inspection.ts';
import type { Status } from '../model/report.ts';
import { findingsOf } from './format/index.ts';

/** The report on a source in one row of a table. */
export interface SourceRow {
  source: string | null;
  status: Status;
  /** The guide of the first answer, if there is one. */
  guide: string | null;
  /** The time of its first evidence, as written. */
  since: string | null;
}

/** Summarize a report in a row of a table. */
export function sourceRow({ source, status, answers, findings }: InspectedReport): SourceRow {
  const [first] = answers;
  return {
    source,
    status,
    guide: first?.guide ?? null,
    since: first ? timeSpanOf(findingsOf({ findings }, first.evidence)).from : null,
  };
}
