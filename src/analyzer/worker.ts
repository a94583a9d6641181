import { findingsOf, titlesOf } from '../display/index.ts';
import { compile, open, spanOf, type Catalog, type Matcher } from '../engine/index.ts';
import { maskReport } from '../engine/mask.ts';
import { compare, Intake, RefusedError, type InspectedReport, type Settings, type Signs } from '../inspect/index.ts';
import { Glances } from './glances.ts';
import { KeptLines } from './kept-lines.ts';
import { LineRoles } from './line-roles.ts';
import { LineTops } from './line-tops.ts';
import { makeTimeline } from './make-timeline.ts';
import type { LineFilter, Progress, Request, Response, SoFar, Timeline, Urls } from './protocol.ts';
import { readFiles } from './read-files.ts';
import { redactParts } from './redact-parts.ts';
import { takeTurns } from './take-turns.ts';

const CHUNK = 1 << 18;
const PROGRESS_EVERY = 100;

let current = 0;
let stopped = false;
let kept: KeptLines | null = null;
let report: InspectedReport | null = null;
/** The first log of a comparison. */
let before: InspectedReport | null = null;
/** What is made of the lines once somebody asks: after the answers, which are what the reader waits for. */
let roles: LineRoles | null = null;
let tops: LineTops | null = null;
let timeline: Timeline | null | undefined;
let known: KnownCatalog | null = null;
const loaded = new Map<string, Promise<unknown>>();

const post = (response: Response, transfer: Transferable[] = []): void => self.postMessage(response, { transfer });

self.onmessage = ({ data }: MessageEvent<Request>): void => {
  if (data.kind === 'prepare') return void knowledge(data.urls).catch(() => undefined);
  if (data.kind !== 'text' && data.kind !== 'files' && data.kind !== 'cancel') {
    if (data.id !== current) return;
    if (data.kind === 'stop') stopped = true;
    else if (data.kind === 'compare') before = report;
    else if (data.kind === 'lines') post({ kind: 'lines', id: data.id, lines: { count: kept?.count ?? 0, numbers: kept?.numbers ?? null } });
    else if (data.kind === 'rows') post({ kind: 'rows', id: data.id, rows: (kept?.rows(data.rows) ?? []).map((row) => ({ ...row, role: rolesOf()?.of(row.line) })) });
    else if (data.kind === 'timeline') post({ kind: 'timeline', id: data.id, timeline: timelineOf() });
    else if (data.kind === 'mask') {
      if (report) post({ kind: 'masked', id: data.id, report: maskReport(report) });
    } else if (data.kind === 'redact') {
      if (report && known) post({ kind: 'redacted', id: data.id, ...redactParts(data, report, kept, timelineOf()?.starts ?? [], known) });
    } else if (data.kind === 'tops') {
      tops ??= kept && new LineTops(kept);
      const found = tops?.of(data.columns, data.lines) ?? new Uint32Array(1);
      post({ kind: 'tops', id: data.id, tops: found }, [found.buffer]);
    } else {
      const lines = kept?.filter(data.filter, linesOf(data.filter)) ?? new Uint32Array(0);
      post({ kind: 'filtered', id: data.id, lines }, [lines.buffer]);
    }
    return;
  }
  current = data.id;
  stopped = false;
  if (data.kind === 'cancel') return;
  analyse(data).catch((error: unknown) => {
    if (error instanceof RefusedError) post({ kind: 'refused', id: data.id, reason: error.reason });
    else post({ kind: 'failed', id: data.id, message: error instanceof Error ? error.message : String(error) });
  });
};

async function analyse(request: Extract<Request, { kind: 'text' | 'files' }>): Promise<void> {
  const isStale = (): boolean => request.id !== current;
  const { catalog, matcher, titles } = await knowledge(request.urls);
  const first = request.afterFix ? before : null;
  let lines: KeptLines | null = null;
  const diagnosis = open(matcher, { now: Date.now(), offset: -new Date().getTimezoneOffset(), since: first?.span.to ?? null });
  const intake = new Intake({
    diagnosis,
    catalog: catalog.version,
    signs: catalog.signs,
    loadSettings: () => load(request.urls.settings, (json) => json as Settings),
    decode: (bytes, encoding) => new TextDecoder(encoding).decode(bytes),
    encode: (text) => new TextEncoder().encode(text),
    onLog: (bytes) => (lines ??= new KeptLines(bytes)).push(bytes),
    onSkip: (count) => (lines ??= new KeptLines(new Uint8Array(0))).skip(count),
  });
  const meter = new Meter(request, () => diagnosis.lines(), (progress) => post({ kind: 'progress', id: request.id, ...progress }));
  const glances = new Glances();
  const push = (chunk: Uint8Array): void => {
    intake.push(chunk);
    meter.count(chunk);
    const soFar = glances.take(() => soFarOf(intake.peek()));
    if (soFar) post({ kind: 'so-far', id: request.id, ...soFar });
  };
  const isOver = (): boolean => isStale() || stopped;
  const skipped = request.kind === 'files' ? await readFiles(request.files, { begin: (name) => intake.begin(name), push, isOver }) : [];
  if (request.kind === 'text') await pushText(request.text, push, isOver);
  if (isStale()) return;
  const made = await intake.close();
  if (isStale()) return;
  const done = lines as KeptLines | null;
  done?.close();
  [kept, report, roles, tops, timeline, known] = [done, made, null, null, undefined, catalog];
  post({ kind: 'report', id: request.id, report: made, titles, skipped, stopped: stopped ? meter.progress() : null, comparison: first && compare(first, made, catalog) });
}

function rolesOf(): LineRoles | null {
  return (roles ??= report && kept && new LineRoles(report, kept));
}

function timelineOf(): Timeline | null {
  const marks = rolesOf();
  if (timeline === undefined) timeline = report && kept && marks && makeTimeline(report, kept, marks, known?.products.find(({ id }) => id === report?.product));
  return timeline;
}

function soFarOf({ product, status, answers, findings }: InspectedReport): SoFar {
  return { product, status, answers: answers.map(({ guide, evidence }) => ({ guide, since: spanOf(findingsOf({ findings }, evidence)).from })) };
}

/** Which lines a filter by findings or marks leaves; null for all. */
function linesOf({ findings, marked }: LineFilter): ((line: number) => boolean) | null {
  if (findings === null) return marked ? (line) => rolesOf()?.of(line) !== undefined : null;
  const lines = new Set(findings.flatMap((index) => report?.findings[index]?.lines ?? []));
  return (line) => lines.has(line);
}

/** Feed a text in pieces and let newer requests in between them. */
async function pushText(text: string, push: (chunk: Uint8Array) => void, isOver: () => boolean): Promise<void> {
  const bytes = new TextEncoder().encode(text);
  const turn = takeTurns();
  for (let at = 0; at < bytes.length && !isOver(); at += CHUNK) {
    push(bytes.subarray(at, at + CHUNK));
    await turn();
  }
}

/** Counts what was read, and tells it now and then. */
class Meter {
  readonly #started = performance.now();
  readonly #tell: (progress: Progress) => void;
  readonly #total: number | null;
  readonly #lines: () => number;
  #told = performance.now();
  #bytes = 0;

  constructor(request: Extract<Request, { kind: 'text' | 'files' }>, lines: () => number, tell: (progress: Progress) => void) {
    const isPacked = request.kind === 'files' && request.files.some(({ name }) => /\.(?:gz|zip)$/i.test(name));
    this.#total = isPacked ? null : request.kind === 'files' ? request.files.reduce((sum, { size }) => sum + size, 0) : request.text.length;
    this.#lines = lines;
    this.#tell = tell;
  }

  count(chunk: Uint8Array): void {
    this.#bytes += chunk.length;
    if (performance.now() - this.#told < PROGRESS_EVERY) return;
    this.#told = performance.now();
    this.#tell(this.progress());
  }

  progress(): Progress {
    return { bytes: this.#bytes, total: this.#total, lines: this.#lines(), speed: this.#bytes / Math.max(0.001, (performance.now() - this.#started) / 1000) };
  }
}

type KnownCatalog = Catalog & { signs: Signs };

async function knowledge(urls: Urls): Promise<{ catalog: KnownCatalog; matcher: Matcher; titles: Record<string, string> }> {
  return load(urls.catalog, (json) => {
    const catalog = json as KnownCatalog;
    return { catalog, matcher: compile(catalog), titles: titlesOf(catalog) };
  });
}

/** Load once; what failed is tried again next time. */
function load<T>(url: string, make: (json: unknown) => T): Promise<T> {
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
