import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from '../find-chromium.ts';
import { median } from './race.ts';
import type { Row } from './table.ts';

const RUNS = 15;
const FIGURE = 'first verdict on 50 lines, cold worker in Chromium, catalog fetched';

/** Measure, on the built site, the time from the birth of a worker to its report; the catalog is in the browser's cache. */
export async function measureBrowser(log: string): Promise<Row> {
  if (!existsSync('dist/en/analyze/index.html')) return { figure: FIGURE, value: null, goal: '≤ 50 ms', note: 'no built site: `npm run build`' };
  const server = spawn(process.execPath, ['src/cli/serve.ts', 'dist'], { env: { ...process.env, PORT: '0' }, stdio: ['ignore', 'pipe', 'inherit'] });
  const browser = await chromium.launch({ executablePath: await findChromium(), args: CHROMIUM_FLAGS });
  try {
    const page = await browser.newPage();
    await page.addInitScript(recordWorker);
    const base = await new Promise<string>((resolve, reject) => {
      server.stdout.on('data', (data: Buffer) => resolve(/http:\/\/\S+/.exec(data.toString())?.[0] ?? ''));
      server.on('exit', (code) => reject(new Error(`the server ended with ${code}`)));
    });
    await page.goto(`${base}en/analyze/`);
    await page.waitForSelector('astro-island:not([ssr])', { state: 'attached' });
    await page.fill('[data-analyze-input]', log);
    await page.waitForSelector('[data-analyze-state="done"]');
    const times: number[] = [];
    for (let run = 0; run < RUNS; run++) times.push(await page.evaluate(repeatInNewWorker));
    return { figure: FIGURE, value: `${median(times).toFixed(0)} ms`, goal: '≤ 50 ms', note: `${Math.min(...times).toFixed(0)}–${Math.max(...times).toFixed(0)} ms in ${RUNS} workers` };
  } finally {
    await browser.close();
    server.kill('SIGTERM');
  }
}

interface Recorded extends Window {
  recorded?: { url: string | URL; request: unknown };
}

/** In the page: remember which worker the analyzer starts, and what it asks of it. */
function recordWorker(): void {
  const Original = window.Worker;
  window.Worker = class extends Original {
    readonly #url: string | URL;
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      this.#url = url;
    }
    override postMessage(message: unknown): void {
      if ((message as { kind: string }).kind === 'text') (window as Recorded).recorded = { url: this.#url, request: message };
      super.postMessage(message);
    }
  };
}

/** In the page: ask the same of a new worker; milliseconds until its report. */
function repeatInNewWorker(): Promise<number> {
  const { url, request } = (window as Recorded).recorded ?? { url: '', request: null };
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const worker = new Worker(url, { type: 'module' });
    worker.onerror = (event) => reject(new Error(event.message));
    worker.onmessage = ({ data }: MessageEvent<{ kind: string }>) => {
      if (data.kind === 'progress') return;
      worker.terminate();
      if (data.kind === 'report') resolve(performance.now() - started);
      else reject(new Error(JSON.stringify(data)));
    };
    worker.postMessage(request);
  });
}
