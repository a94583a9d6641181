/** Runs in a worker thread: diagnoses the logs of the content (diagnose-ahead.ts). */
import { parentPort } from 'node:worker_threads';
import { compile, openDiagnosis, type Report } from '../engine/index.ts';
import type { DiagnoseTask } from './diagnose-ahead.ts';

parentPort?.once('message', ({ port, isDone, ...task }: DiagnoseTask) => {
  port.postMessage(reportOnAll(task));
  Atomics.store(isDone, 0, 1);
  Atomics.notify(isDone, 0);
});

/** Diagnose all texts, unless an error in a template makes that impossible. */
function reportOnAll({ catalog, texts }: Pick<DiagnoseTask, 'catalog' | 'texts'>): Report[] | null {
  try {
    const matcher = compile(catalog);
    return texts.map((text) => {
      const diagnosis = openDiagnosis(matcher);
      diagnosis.push(new TextEncoder().encode(text));
      return diagnosis.close();
    });
  } catch {
    return null;
  }
}
