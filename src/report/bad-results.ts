import type { ReportTexts } from '../model/words.ts';
import type { InspectedReport } from '../model/inspection.ts';
import { describeFinding } from './describe-answer.ts';

/**
 * List the bad results that the program only passed on, one sentence each: of each check, the last
 * one of the log. They say nothing of the program itself.
 */
export function badResults(report: InspectedReport, words: ReportTexts): string[] {
  const results = report.findings.flatMap(({ chain: [link], lines }, index) => {
    const { of = '', status = '', bad = [] } = words.results[link?.entry ?? ''] ?? {};
    const name = link?.captures[of]?.[0];
    const isBad = bad.includes(link?.captures[status]?.[0] ?? '');
    return name === undefined ? [] : [{ name, isBad, index, line: lines.at(-1) ?? 0 }];
  });
  results.sort((a, b) => a.line - b.line);
  const last = new Map(results.map((result) => [result.name, result]));
  return [...last.values()].flatMap(({ isBad, index }) =>
    isBad ? (describeFinding(index, report, words)?.sentence ?? []) : [],
  );
}
