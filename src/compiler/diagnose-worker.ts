/** Runs in a worker thread: diagnoses the logs of a content (diagnose-ahead.ts). */
import { workerData } from 'node:worker_threads';
import { compile, openDiagnosis, type Report } from '../engine/index.ts';
import type { DiagnoseTask } from './diagnose-ahead.ts';

const { catalog, texts, port, isDone } = workerData as DiagnoseTask;

/** Diagnose all texts, unless an error in a template makes that impossible. */
function reportOnAll(): Report[] | null {
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

port.postMessage(reportOnAll());
Atomics.store(isDone, 0, 1);
Atomics.notify(isDone, 0);
