import type { Finding, Report } from '../../model/report.ts';

/** Return the findings at the indexes that an answer lists. */
export function findingsOf(
  { findings }: Pick<Report, 'findings'>,
  indexes: readonly number[],
): Finding[] {
  return indexes.flatMap((index) => findings[index] ?? []);
}
