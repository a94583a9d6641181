import type { Finding } from '../model/report.ts';
import type { ReportTexts } from '../model/words.ts';
import type { InspectedReport } from '../model/inspection.ts';
import { describeFinding } from './describe-answer.ts';

/**
 * List the results that the program only passed on and that are bad, one sentence each: of each
 * check, the last one of the log. They say nothing of the program itself.
 */
export function badResults(report: InspectedReport, words: ReportTexts): string[] {
  const last = new Map<string, number>();
  const places = report.findings.flatMap((finding, index) =>
    valueOf(finding, words, 'of') === null ? [] : [{ index, line: finding.lines.at(-1) ?? 0 }],
  );
  for (const { index } of places.sort((a, b) => a.line - b.line))
    last.set(valueOf(report.findings[index], words, 'of') ?? '', index);
  return [...last.values()].flatMap((index) => {
    const status = valueOf(report.findings[index], words, 'status') ?? '';
    const { result } = resultOf(report.findings[index], words);
    return result?.bad.includes(status)
      ? (describeFinding(index, report, words)?.sentence ?? [])
      : [];
  });
}

function resultOf(finding: Finding | undefined, { results }: ReportTexts) {
  const link = finding?.chain[0];
  return { link, result: results[link?.entry ?? ''] };
}

function valueOf(
  finding: Finding | undefined,
  words: ReportTexts,
  hole: 'of' | 'status',
): string | null {
  const { link, result } = resultOf(finding, words);
  return (result && link?.captures[result[hole]]?.[0]) ?? null;
}
