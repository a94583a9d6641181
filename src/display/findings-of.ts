import type { Finding, Report } from '../engine/report.ts';

/** Get the findings that an answer names by their numbers. */
export function findingsOf(
  { findings }: Pick<Report, 'findings'>,
  indexes: readonly number[],
): Finding[] {
  return indexes.flatMap((index) => findings[index] ?? []);
}
