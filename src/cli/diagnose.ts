import type { Language } from '../model/languages.ts';
import type { ReportTexts } from '../model/words.ts';
import { maskReport } from '../redaction/mask-secrets.ts';
import { escapeReport } from '../report/format/index.ts';
import { compareReports } from '../intake/compare.ts';
import type { Comparison, InspectedReport } from '../intake/index.ts';
import { customerReply, sourceRows, verdict } from '../report/index.ts';
import { diagnoseFolder } from './diagnose-folder.ts';
import { openInspector, type InspectedFile } from './inspect-file.ts';
import { isFolder } from './list-folder.ts';
import { pageAddress } from './page-address.ts';
import { renderComparison } from './render-comparison.ts';
import { renderInspection } from './render-inspection.ts';
import { renderReport } from './render-report.ts';
import { exitCodeOf, followUpsOf, reportJson } from './report-json.ts';
import { renderSources } from './render-table.ts';
import { printError } from './print-error.ts';
import type { SiteData } from './site-data.ts';
import { writeSupport } from './write-support.ts';

/**
 * The output for a file: its report as text or as a line of JSON, a reply to the customer who sent
 * it, or a support report.
 */
export type OutputFormat = 'text' | 'json' | 'reply' | 'support';

/**
 * Diagnose each file, or each file of a folder, and print its report, or a report on each of its
 * sources. If `before`, a log from before a fix, is given, compare the file with it. Return the
 * exit code that the help lists.
 */
export async function runDiagnose(
  data: SiteData,
  files: string[],
  format: OutputFormat,
  language: Language,
  before: string | undefined,
): Promise<number> {
  const { inspect, words, catalog } = openInspector(data, language, format === 'support');
  const address = pageAddress(words.language, process.env, data.url());
  const codes = new Set<number>();
  const first = before === undefined ? null : await inspect(before, () => ({}), printError);
  if (before !== undefined && first === null) return 2;
  const beforeOf = (source: string | null, product: string | null) =>
    first && reportBefore(first, source, product);
  for (const file of files) {
    if ((format === 'text' || format === 'json') && !first && isFolder(file)) {
      for (const code of await diagnoseFolder(file, format, words)) codes.add(code);
      continue;
    }
    const read = await inspect(
      file,
      (source) => ({ since: beforeOf(source, null)?.span.to ?? null }),
      printError,
    );
    if (!read) {
      codes.add(2);
      continue;
    }
    if (format === 'text' && read.reports.length > 1)
      process.stdout.write(renderSources(file, read.reports, read.omitted, words));
    const rows = sourceRows(read.reports);
    for (const [index, report] of read.reports.entries()) {
      codes.add(exitCodeOf(report));
      const earlier = beforeOf(report.source, report.product);
      process.stdout.write(
        format === 'support'
          ? await writeSupport(report, read.linesOf(report.source), words, catalog, address)
          : formatOutput(
              file,
              rows[index]?.name || file,
              report,
              words,
              format,
              address,
              earlier && compareReports(earlier, report, catalog),
            ),
      );
    }
  }
  return worstOf(codes);
}

/**
 * Return the report from before a fix that a report on a source is compared with, or null.
 *
 * @param product the product of the later report; null for any
 */
function reportBefore(
  { reports }: InspectedFile,
  source: string | null,
  product: string | null,
): InspectedReport | null {
  const [first, ...others] = reports.filter(
    (report) => product === null || report.product === null || report.product === product,
  );
  if (!first || others.length === 0) return first ?? null;
  return others.concat(first).find((report) => report.source === source) ?? null;
}

/** Return the exit code for several files. */
function worstOf(codes: ReadonlySet<number>): number {
  return [2, 1, 3].find((code) => codes.has(code)) ?? 0;
}

/**
 * Format a report, apart from support reports.
 *
 * @param title the heading of a report as text
 * @param address makes the addresses of pages
 */
function formatOutput(
  file: string,
  title: string,
  report: InspectedReport,
  words: ReportTexts,
  format: Exclude<OutputFormat, 'support'>,
  address: (path: string) => string,
  comparison: Comparison | null,
): string {
  if (format === 'reply')
    return `${customerReply(maskReport(report), words, address, Date.now())}\n`;
  if (format === 'json') return reportJson(file, report, words, comparison);
  const compared = comparison
    ? `${renderComparison(escapeReport(comparison), report.product, words)}\n\n`
    : '';
  return (
    compared +
    renderReport(
      title,
      escapeReport(report),
      words,
      followUpsOf(report, words),
      report.inspections
        .map((inspection) => renderInspection(inspection, words, verdict(report, words).sentence))
        .filter((section) => section !== ''),
    )
  );
}
