/** Diagnoses files in a worker thread, one for each message with a path. */
import { parentPort, workerData } from 'node:worker_threads';
import { openContentLazily } from '../compiler/index.ts';
import type { Language } from '../model/languages.ts';
import { sourceRow } from '../report/index.ts';
import { openInspector } from './inspect-file.ts';
import type { FileRow } from './render-table.ts';
import { exitCodeOf, reportJson } from './report-json.ts';
import { ROOT } from './root.ts';

/** What a worker is to do with each file. */
export interface FolderTask {
  format: 'text' | 'json';
  language: Language;
}

/** What a worker found in a file. */
export interface DiagnosedFile {
  /** Why the file, or one in it, was not read. */
  warnings: string[];
  rows: FileRow[];
  /** The reports as lines of JSON; empty for the other format. */
  json: string;
  /** The exit code of each report, or 2 for a file that cannot be read; none if it is no log. */
  codes: number[];
}

const { format, language } = workerData as FolderTask;
const { inspect, words } = openInspector(openContentLazily(ROOT), language, false);

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
