import { availableParallelism } from 'node:os';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ReportTexts } from '../model/words.ts';
import { terminalText } from '../i18n/terminal.ts';
import type { DiagnosedFile, FolderTask } from './folder-worker.ts';
import { listFolder } from './list-folder.ts';
import { printError } from './print-error.ts';
import type { OtherType } from './read-input.ts';
import { renderFolder } from './render-table.ts';

const WORKER = new URL(`folder-worker${extname(import.meta.url)}`, import.meta.url);

/**
 * Diagnose the files of a folder in parallel. Print a line for each file and source, sorted by
 * path, then the total; with `--json`, print the reports. Files that are not text are only counted.
 *
 * @returns the exit code of each file and of each folder that cannot be read
 */
export async function diagnoseFolder(
  folder: string,
  format: 'text' | 'json',
  words: ReportTexts,
): Promise<number[]> {
  const text = terminalText[words.language];
  const unreadable: number[] = [];
  const files = listFolder(folder, text, printError, (reason) => {
    printError(reason);
    unreadable.push(2);
  });
  const diagnosed: DiagnosedFile[] = [];
  await diagnoseInParallel(files, { format, language: words.language }, (file) => {
    file.warnings.forEach(printError);
    if (format === 'json') process.stdout.write(file.json);
    diagnosed.push(file);
  });
  const rows = diagnosed.flatMap((file) => file.rows);
  const codes = [...unreadable, ...diagnosed.flatMap((file) => file.codes)];
  const others = new Map<OtherType, number>();
  for (const { type } of diagnosed) if (type) others.set(type, (others.get(type) ?? 0) + 1);
  if (others.size > 0) printError(`${folder}${text.colon}${text.notText([...others])}`);
  if (codes.length === 0) {
    printError(`${folder}${text.colon}${text.emptyFolder}`);
    return [2];
  }
  if (format === 'text' && rows.length > 0) process.stdout.write(renderFolder(rows, words));
  return codes;
}

/**
 * Diagnose files in worker threads, one for each processor.
 *
 * @param take receives the results in the order of the files, each as soon as all before it are
 * ready
 */
export async function diagnoseInParallel(
  files: readonly string[],
  task: FolderTask,
  take: (file: DiagnosedFile) => void,
): Promise<void> {
  const done = new Map<number, DiagnosedFile>();
  let [next, taken] = [0, 0];
  const workers = Array.from(
    { length: Math.min(files.length, availableParallelism()) },
    () => new Worker(WORKER, { workerData: task, argv: process.argv.slice(2) }),
  );
  const run = (worker: Worker): Promise<void> =>
    new Promise((resolve, reject) => {
      let index = -1;
      const giveNext = (): void => {
        index = next++;
        if (index < files.length) worker.postMessage(files[index]);
        else resolve();
      };
      worker.on('message', (file: DiagnosedFile) => {
        done.set(index, file);
        for (let ready = done.get(taken); ready; ready = done.get(taken)) {
          done.delete(taken++);
          take(ready);
        }
        giveNext();
      });
      worker.on('error', reject);
      giveNext();
    });
  try {
    await Promise.all(workers.map(run));
  } finally {
    // After an error in one worker, the others would read on.
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}
