import { extname } from 'node:path';
import {
  MessageChannel,
  receiveMessageOnPort,
  Worker,
  type MessagePort,
} from 'node:worker_threads';
import type { Report } from '../engine/index.ts';
import type { Catalog } from '../model/catalog.ts';
import { buildCatalog } from './build-catalog.ts';
import { linesOfTemplates } from './checks/template-headers.ts';
import type { Content } from './content.ts';

/** What a worker thread diagnoses. */
export interface DiagnoseTask {
  catalog: Catalog;
  texts: string[];
  /** Takes the reports in the order of the texts; null if there can be none. */
  port: MessagePort;
  /** Becomes 1 once the reports are sent. */
  isDone: Int32Array<SharedArrayBuffer>;
}

const WORKER = new URL(`diagnose-worker${extname(import.meta.url)}`, import.meta.url);
/** Starting a thread takes longer than diagnosing fewer samples and lookalikes than this. */
const MIN_TEXTS = 500;
/** The checks diagnose the texts themselves if the thread has not done it by then. */
const MAX_MILLISECONDS = 120_000;

/**
 * Begin to diagnose all logs of the content in a worker thread, while this thread parses the prose
 * and checks it.
 *
 * @param isValid reads the rest of the content, and returns whether its logs can be diagnosed
 * @returns a function that waits for the reports, by their texts
 */
export function diagnoseAhead(
  content: Content,
  isValid: () => boolean = () => true,
): () => Map<string, Report> {
  const ofEntries = content.entries.flatMap(({ samples, lookalikes }) => [samples, lookalikes]);
  const isWorthThread = ofEntries.flat().length >= MIN_TEXTS;
  // The worker loads the engine while this thread reads the rest of the content.
  const worker = isWorthThread ? new Worker(WORKER) : null;
  // A check that ends early must not wait for the worker.
  worker?.unref();
  if (!isValid() || !worker) {
    void worker?.terminate();
    return () => new Map();
  }
  const texts = textsIn(content);
  const isDone = new Int32Array(new SharedArrayBuffer(4));
  const { port1, port2 } = new MessageChannel();
  const task: DiagnoseTask = { catalog: buildCatalog(content), texts, port: port2, isDone };
  worker.postMessage(task, [port2]);
  port1.unref();
  return () => {
    Atomics.wait(isDone, 0, 0, MAX_MILLISECONDS);
    const { message: reports } = (receiveMessageOnPort(port1) ?? {}) as {
      message?: Report[] | null;
    };
    return new Map(reports?.map((report, index) => [texts[index] ?? '', report]));
  };
}

/** List the texts that checks diagnose. */
function textsIn({ entries, guides, products }: Content): string[] {
  const logs = [
    ...entries.flatMap(({ samples, lookalikes }) => [...samples, ...lookalikes]),
    ...guides.flatMap(({ cases }) => cases),
    ...products.flatMap(({ cases }) => cases.map(({ log }) => log)),
  ];
  return [...new Set([...linesOfTemplates(entries), ...logs.map(({ text }) => text)])];
}
