/** Runs in a worker thread: receives paths and answers each with the diagnosis of its file. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Language } from '../model/languages.ts';
import { sourceRows } from '../report/index.ts';
import { gapsOf, type ReportGaps } from './authors/report-gaps.ts';
import { openInspector } from './inspect-file.ts';
import type { FileRow } from './render-table.ts';
import { exitCodeOf, reportJson } from './report-json.ts';
import { openSiteData } from './open-site-data.ts';
import type { OtherType } from './read-input.ts';

/** The options of a worker. */
export interface FolderTask {
  format: 'text' | 'json' | 'gaps';
  language: Language;
}

/** What a worker found in a file. */
export interface DiagnosedFile {
  file: string;
  /** Why the file, or a file in the archive, was not read. */
  warnings: string[];
  rows: FileRow[];
  /** The reports as lines of JSON; empty for other formats. */
  json: string;
  /** What the content lacks to explain each report; empty for other formats. */
  gaps: ReportGaps[];
  /** The exit code of each report, or 2 if the file cannot be read; empty if it is not a log. */
  codes: number[];
  /** The type of the file if it is not text, such as an image; such files are only counted. */
  type: OtherType | null;
}

const { format, language } = workerData as FolderTask;
const { inspect, words } = openInspector(await openSiteData(), language, false);

parentPort?.on('message', (file: string) => {
  void diagnose(file).then((diagnosed) => parentPort?.postMessage(diagnosed));
});

async function diagnose(file: string): Promise<DiagnosedFile> {
  const warnings: string[] = [];
  let type: OtherType | null = null;
  const read = await inspect(
    file,
    () => ({}),
    (message, other = null) => {
      if (other === null) warnings.push(message);
      else type = other;
    },
  );
  const reports = read?.reports ?? [];
  const whole =
    format === 'gaps'
      ? await inspect(
          file,
          () => ({ everyLevel: true }),
          () => undefined,
        )
      : null;
  return {
    file,
    warnings,
    rows: sourceRows(reports).map((row) => ({ ...row, file })),
    json:
      format === 'json'
        ? reports.map((report) => reportJson(file, report, words, null)).join('')
        : '',
    gaps:
      format === 'gaps'
        ? reports.map((report, index) => gapsOf(report, whole?.reports[index]))
        : [],
    codes: read ? reports.map(exitCodeOf) : type === null ? [2] : [],
    type,
  };
}
