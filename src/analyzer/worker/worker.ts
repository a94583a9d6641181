import type { CatalogFile } from '../../model/catalog.ts';
import { findingsOf, titlesOf } from '../../report/format/index.ts';
import {
  compile,
  openDiagnosis,
  timeSpanOf,
  type Diagnosis,
  type Matcher,
} from '../../engine/index.ts';
import {
  inspectLog,
  RefusedError,
  type InspectedLog,
  type Intake,
  type InspectedReport,
  type SettingsByProduct,
  type SkippedFile,
} from '../../intake/index.ts';
import { sourceRows } from '../../report/source-row.ts';
import { AnalyzedLog } from './analyzed-log.ts';
import { ThrottledPeek } from './throttled-peek.ts';
import { LineBuffers } from './line-buffer.ts';
import { ProgressMeter, PROGRESS_EVERY } from './progress-meter.ts';
import type { DataUrls, Preview, Request, Response } from './protocol.ts';
import { readFiles } from './read-files.ts';
import { makeYield } from './yield-periodically.ts';

const CHUNK = 1 << 18;

let current = 0;
/** Aborts the current analysis if it is stopped or replaced. */
let reading = new AbortController();
let analyzed: AnalyzedLog | null = null;
/** Switches to one of the reports, and posts it. */
let choose: ((index: number) => void) | null = null;
/** Settles when the last question has been answered. */
let lastAnswer: Promise<unknown> = Promise.resolve();
/** The report from before the fix. */
let before: InspectedReport | null = null;
const loaded = new Map<string, Promise<unknown>>();

/**
 * Send a response to the page. Typed arrays are transferred, because those of a long log take long
 * to copy.
 */
function post(response: Response): void {
  self.postMessage(response, {
    transfer: Object.values(response).flatMap((value: unknown) =>
      value instanceof Uint32Array ? [value.buffer] : [],
    ),
  });
}

self.onmessage = ({ data }: MessageEvent<Request>): void => {
  switch (data.kind) {
    case 'prepare':
      return void warmUp(data).catch(() => undefined);
    case 'text':
    case 'files':
    case 'cancel':
      return startAnalysis(data);
  }
  if (data.id !== current) return;
  switch (data.kind) {
    case 'stop':
      reading.abort();
      return;
    case 'choose':
      choose?.(data.index);
      return;
    case 'compare':
      before = analyzed?.report ?? null;
      return;
    case 'ask':
      answer(data);
  }
};

/**
 * Load the catalog, and analyze sample logs so that the browser compiles the code, which is half of
 * the work on a short paste.
 */
async function warmUp({ urls, samples }: Extract<Request, { kind: 'prepare' }>): Promise<void> {
  const { matcher } = await loadCatalog(urls);
  const yieldToTasks = makeYield();
  for (const sample of samples) {
    if (current !== 0) return;
    const diagnosis = openDiagnosis(matcher);
    diagnosis.push(new TextEncoder().encode(sample));
    diagnosis.close();
    await yieldToTasks();
  }
}

/** Answer questions about the log, in order. */
function answer({ id, number, question }: Extract<Request, { kind: 'ask' }>): void {
  const log = analyzed;
  lastAnswer = lastAnswer
    .then(
      async () =>
        log && post({ kind: 'answer', id, number, answer: await log.answerQuestion(question) }),
    )
    .catch(reportError);
}

/** Start another analysis and drop the current one. */
function startAnalysis(request: Extract<Request, { kind: 'text' | 'files' | 'cancel' }>): void {
  current = request.id;
  reading.abort();
  reading = new AbortController();
  choose = null;
  if (request.kind === 'cancel') return;
  analyze(request).catch((error: unknown) => {
    if (error instanceof RefusedError)
      post({ kind: 'refused', id: request.id, reason: error.reason });
    else
      post({
        kind: 'failed',
        id: request.id,
        message: error instanceof Error ? error.message : String(error),
      });
  });
}

async function analyze(request: Extract<Request, { kind: 'text' | 'files' }>): Promise<void> {
  const isStale = (): boolean => request.id !== current;
  const { signal } = reading;
  const { catalog, matcher, titles } = await loadCatalog(request.urls);
  const first = request.afterFix ? before : null;
  const lines = new LineBuffers();
  let linesRead = (): number => 0;
  const meter = new ProgressMeter(
    request,
    () => linesRead(),
    (progress) => post({ kind: 'progress', id: request.id, ...progress }),
  );
  const previews = new ThrottledPeek();
  const yieldToTasks = makeYield();
  const feed = async (intake: Intake, diagnosis: Diagnosis | null): Promise<boolean> => {
    if (diagnosis) linesRead = () => diagnosis.lines();
    const push = (chunk: Uint8Array): void => {
      intake.addBytes(chunk);
      if (!diagnosis) return;
      meter.addChunk(chunk);
      const soFar = previews.peekIfDue(() => soFarOf(intake.peek()));
      if (soFar) post({ kind: 'so-far', id: request.id, ...soFar });
    };
    if (request.kind === 'text') await pushText(request.text, push, yieldToTasks, signal);
    else {
      const sink = {
        beginFile: (name: string) => intake.beginFile(name),
        writeBytes: push,
        yieldToTasks,
      };
      skipped = await readFiles(request.files, sink, signal);
    }
    return !signal.aborted;
  };
  // Report even if no chunk arrives: the stop button appears with the first progress.
  const progressTimer = setInterval(() => meter.reportProgress(), PROGRESS_EVERY);
  let skipped: SkippedFile[] = [];
  let log: InspectedLog;
  try {
    log = await inspectLog({
      matcher,
      readingOf: (source) => ({
        now: Date.now(),
        offset: -new Date().getTimezoneOffset(),
        since: (first && isComparable(first, source) && first.span.to) || null,
      }),
      options: {
        catalog: catalog.version,
        hints: catalog.hints,
        loadSettings: () => loadOnce(request.urls.settings, (json) => json as SettingsByProduct),
      },
      feed,
      ...lines,
    });
  } finally {
    clearInterval(progressTimer);
  }
  // Comparing is rare, so its code is loaded on demand.
  const { compareReports } = first ? await import('../../intake/compare.ts') : {};
  if (isStale()) return;
  const { reports, omitted } = log;
  const rows = sourceRows(reports);
  const logs = new Map<InspectedReport, AnalyzedLog>();
  choose = (index) => {
    const report = reports[index] ?? reports[0];
    analyzed = logs.get(report) ?? new AnalyzedLog(report, lines.linesOf(report.source), catalog);
    logs.set(report, analyzed);
    post({
      kind: 'report',
      id: request.id,
      report,
      chosen: index,
      sources: rows.length > 1 ? rows : [],
      omitted,
      titles,
      skipped,
      stopped: signal.aborted ? meter.progress() : null,
      comparison:
        first && isComparable(first, report.source) && isOfSameProduct(first, report)
          ? (compareReports?.(first, report, catalog) ?? null)
          : null,
    });
  };
  const same = reports.findIndex(
    (report) => first && report.source === first.source && report.product === first.product,
  );
  choose(Math.max(0, same));
}

/** Return whether a report from before a fix may be of the same source. */
function isComparable(first: InspectedReport, source: string | null): boolean {
  return first.source === null || source === null || first.source === source;
}

function isOfSameProduct(
  { product: first }: InspectedReport,
  { product }: InspectedReport,
): boolean {
  return first === null || product === null || first === product;
}

function soFarOf({ product, status, answers, findings }: InspectedReport): Preview {
  return {
    product,
    status,
    answers: answers.map(({ guide, evidence }) => ({
      guide,
      since: timeSpanOf(findingsOf({ findings }, evidence)).from,
    })),
  };
}

/** Feed a text in chunks and yield to newer requests between them. */
async function pushText(
  text: string,
  push: (chunk: Uint8Array) => void,
  yieldToTasks: () => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length && !signal.aborted; at += CHUNK) {
    push(bytes.subarray(at, at + CHUNK));
    await yieldToTasks();
  }
}

async function loadCatalog(
  urls: DataUrls,
): Promise<{ catalog: CatalogFile; matcher: Matcher; titles: Record<string, string> }> {
  return loadOnce(urls.catalog, (json) => {
    const catalog = json as CatalogFile;
    return { catalog, matcher: compile(catalog), titles: titlesOf(catalog) };
  });
}

/** Load a URL once; retry next time if it failed. */
function loadOnce<T>(url: string, make: (json: unknown) => T): Promise<T> {
  let promise = loaded.get(url) as Promise<T> | undefined;
  if (!promise) {
    promise = fetch(url).then(async (response) => {
      if (!response.ok) throw new Error(`${url}: ${response.status}`);
      return make(await response.json());
    });
    loaded.set(url, promise);
    promise.catch(() => loaded.delete(url));
  }
  return promise;
}
