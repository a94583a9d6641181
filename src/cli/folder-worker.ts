/** Runs in a worker thread: receives paths and answers each with the diagnosis of its file. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Language } from '../model/languages.ts';
import { sourceRow } from '../report/index.ts';
import { openInspector } from './inspect-file.ts';
import type { FileRow } from './render-table.ts';
import { exitCodeOf, reportJson } from './report-json.ts';
import { openSiteData } from './open-site-data.ts';

/** The options of a worker. */
export interface FolderTask {
  format: 'text' | 'json';
  language: Language;
}

/** What a worker found in a file. */
export interface DiagnosedFile {
  /** Why the file, or a file in the archive, was not read. */
  warnings: string[];
  rows: FileRow[];
  /** The reports as lines of JSON; empty for the other format. */
  json: string;
  /** The exit code of each report, or 2 if the file cannot be read; empty if it is not a log. */
  codes: number[];
}

const { format, language } = workerData as FolderTask;
const { inspect, words } = openInspector(await openSiteData(), language, false);

parentPort?.on('message', (file: string) => {
  void diagnose(file).then((diagnosed) => parentPort?.postMessage(diagnosed));
});

async function diagnose(file: string): Promise<DiagnosedFile> {
  const warnings: string[] = [];
  let isLog = true;
  const read = await inspect(
    file,
    () => null,
    (message, isOther) => {
      warnings.push(message);
      if (isOther) isLog = false;
    },
  );
  const reports = read?.reports ?? [];
  return {
    warnings,
    rows: reports.map((report) => ({ ...sourceRow(report), file })),
    json:
      format === 'json'
        ? reports.map((report) => reportJson(file, report, words, null)).join('')
        : '',
    codes: read ? reports.map(exitCodeOf) : isLog ? [2] : [],
  };
}
