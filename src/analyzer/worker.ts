import { compile, open, type Catalog, type Matcher } from '../engine/index.ts';
import { KeptLines } from './kept-lines.ts';
import type { Request, Response } from './protocol.ts';
import { readFiles, RefusedError } from './read-files.ts';

const CHUNK = 1 << 18;
const PROGRESS_EVERY = 100;

let current = 0;
let kept: KeptLines | null = null;
const matchers = new Map<string, Promise<Matcher>>();

const post = (response: Response): void => self.postMessage(response);

self.onmessage = ({ data }: MessageEvent<Request>): void => {
  if (data.kind === 'rows') {
    if (data.id === current) post({ kind: 'rows', id: data.id, rows: kept?.rows(data.rows) ?? [] });
    return;
  }
  current = data.id;
  if (data.kind === 'cancel') return;
  analyse(data).catch((error: unknown) => {
    if (error instanceof RefusedError) post({ kind: 'refused', id: data.id, refusal: error.refusal });
    else post({ kind: 'failed', id: data.id, message: error instanceof Error ? error.message : String(error) });
  });
};

async function analyse(request: Extract<Request, { kind: 'text' | 'files' }>): Promise<void> {
  const isStale = (): boolean => request.id !== current;
  const diagnosis = open(await matcherFrom(request.catalogUrl), { now: Date.now(), offset: -new Date().getTimezoneOffset() });
  let lines: KeptLines | null = null;
  let bytes = 0;
  let reported = performance.now();
  const push = (chunk: Uint8Array): void => {
    lines ??= new KeptLines(chunk);
    lines.push(chunk);
    diagnosis.push(chunk);
    bytes += chunk.length;
    if (performance.now() - reported < PROGRESS_EVERY) return;
    reported = performance.now();
    post({ kind: 'progress', id: request.id, bytes, lines: lines.count });
  };
  if (request.kind === 'text') await pushText(request.text, push, isStale);
  else await readFiles(request.files, push, isStale);
  if (isStale()) return;
  const done = lines as KeptLines | null;
  done?.close();
  kept = done;
  post({ kind: 'report', id: request.id, report: diagnosis.close(), kept: done?.count ?? 0 });
}

/** Feed a text in pieces and let newer requests in between them. */
async function pushText(text: string, push: (chunk: Uint8Array) => void, isStale: () => boolean): Promise<void> {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length && !isStale(); at += CHUNK) {
    push(bytes.subarray(at, at + CHUNK));
    if (at + CHUNK < bytes.length) await new Promise((resolve) => setTimeout(resolve));
  }
}

function matcherFrom(url: string): Promise<Matcher> {
  let matcher = matchers.get(url);
  if (!matcher) {
    matcher = fetch(url).then(async (response) => {
      if (!response.ok) throw new Error(`${url}: ${response.status}`);
      return compile((await response.json()) as Catalog);
    });
    matchers.set(url, matcher);
    matcher.catch(() => matchers.delete(url));
  }
  return matcher;
}
