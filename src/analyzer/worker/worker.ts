import { findingsOf, titlesOf } from '../../report/format/index.ts';
import {
  compile,
  openDiagnosis,
  timeSpanOf,
  type Catalog,
  type Matcher,
} from '../../engine/index.ts';
import {
  compareReports,
  Intake,
  RefusedError,
  type InspectedReport,
  type Settings,
  type DetectionHints,
  type SkippedFile,
} from '../../intake/index.ts';
import { AnalyzedLog } from './analyzed-log.ts';
import { ThrottledPeek } from './throttled-peek.ts';
import { LineBuffer } from './line-buffer.ts';
import { ProgressMeter, PROGRESS_EVERY } from './progress-meter.ts';
import type { DataUrls, Preview, Question, Request, Response } from './protocol.ts';
import { readFiles } from './read-files.ts';
import { makeYield } from './yield-periodically.ts';

const CHUNK = 1 << 18;

let current = 0;
/** Aborts the current analysis, when it is stopped or replaced. */
let reading = new AbortController();
let analyzed: AnalyzedLog | null = null;
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
    case 'compare':
      before = analyzed?.report ?? null;
      return;
    default:
      answer(data);
  }
};

/**
 * Load the catalog, and analyze sample logs without reporting them, so that the browser compiles
 * the code: that is half of the work on a short paste.
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
function answer(question: Question): void {
  const log = analyzed;
  lastAnswer = lastAnswer
    .then(async () => log && post(await log.answerQuestion(question)))
    .catch(reportError);
}

/** Start another analysis and drop the current one. */
function startAnalysis(request: Extract<Request, { kind: 'text' | 'files' | 'cancel' }>): void {
  current = request.id;
  reading.abort();
  reading = new AbortController();
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
  let lines: LineBuffer | null = null;
  const diagnosis = openDiagnosis(matcher, {
    now: Date.now(),
    offset: -new Date().getTimezoneOffset(),
    since: first?.span.to ?? null,
  });
  const intake = new Intake({
    diagnosis,
    catalog: catalog.version,
    signs: catalog.signs,
    loadSettings: () => loadOnce(request.urls.settings, (json) => json as Settings),
    decode: (bytes, encoding) => new TextDecoder(encoding).decode(bytes),
    encode: (text) => new TextEncoder().encode(text),
    onLog: (bytes) => (lines ??= new LineBuffer(bytes)).appendChunk(bytes),
    onSkip: (count) => (lines ??= new LineBuffer(new Uint8Array(0))).skipLines(count),
  });
  const meter = new ProgressMeter(
    request,
    () => diagnosis.lines(),
    (progress) => post({ kind: 'progress', id: request.id, ...progress }),
  );
  const previews = new ThrottledPeek();
  const push = (chunk: Uint8Array): void => {
    intake.addBytes(chunk);
    meter.addChunk(chunk);
    const soFar = previews.peekIfDue(() => soFarOf(intake.peek()));
    if (soFar) post({ kind: 'so-far', id: request.id, ...soFar });
  };
  const yieldToTasks = makeYield();
  // Report even if no chunk arrives: the stop button appears with the first progress.
  const progressTimer = setInterval(() => meter.reportProgress(), PROGRESS_EVERY);
  let skipped: SkippedFile[] = [];
  try {
    if (request.kind === 'files')
      skipped = await readFiles(
        request.files,
        {
          beginFile: (name) => intake.beginFile(name),
          writeBytes: push,
          yieldToTasks,
        },
        signal,
      );
    else await pushText(request.text, push, yieldToTasks, signal);
  } finally {
    clearInterval(progressTimer);
  }
  if (isStale()) return;
  const report = await intake.finishReport();
  if (isStale()) return;
  const done = lines as LineBuffer | null;
  done?.finish();
  analyzed = new AnalyzedLog(report, done, catalog);
  post({
    kind: 'report',
    id: request.id,
    report,
    titles,
    skipped,
    stopped: signal.aborted ? meter.progress() : null,
    comparison: first && compareReports(first, report, catalog),
  });
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

type KnownCatalog = Catalog & { signs: DetectionHints };

async function loadCatalog(
  urls: DataUrls,
): Promise<{ catalog: KnownCatalog; matcher: Matcher; titles: Record<string, string> }> {
  return loadOnce(urls.catalog, (json) => {
    const catalog = json as KnownCatalog;
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
