import type { Browser } from '@playwright/test';
import { inBrowser } from './in-browser.ts';
import { median } from './race.ts';
import type { Row } from './table.ts';
import { untilDone, untilReady } from '../browser/analyzer-page.ts';

const RUNS = 15;
const FIGURE = 'first verdict on 50 lines, cold worker in Chromium, catalog fetched';
const PREPARED = 'the same, with a worker warmed up for a second';

/**
 * Measure the time to a report on the built site, with the catalog in the browser's cache: from the
 * start of a cold worker, and from the paste with a worker that was warmed up.
 */
export function measureFirstVerdict(log: string): Promise<Row[]> {
  return inBrowser(FIGURE, async (browser, base) => timeWorkers(browser, base, log));
}

async function timeWorkers(browser: Browser, base: string, log: string): Promise<Row[]> {
  const page = await browser.newPage();
  await page.addInitScript(recordWorker);
  await page.goto(`${base}en/analyze/`);
  await untilReady(page);
  await page.fill('[data-analyze-input]', log);
  await untilDone(page);
  const time = async (pause: number): Promise<Pick<Row, 'value' | 'note'>> => {
    const times: number[] = [];
    for (let run = 0; run < RUNS; run++) times.push(await page.evaluate(repeatInNewWorker, pause));
    const [least, most] = [Math.min(...times).toFixed(0), Math.max(...times).toFixed(0)];
    return {
      value: `${median(times).toFixed(0)} ms`,
      note: `${least}–${most} ms in ${RUNS} workers`,
    };
  };
  return [
    { figure: FIGURE, goal: '≤ 50 ms', ...(await time(0)) },
    { figure: PREPARED, ...(await time(1000)) },
  ];
}

interface Recorded extends Window {
  recorded?: { url: string | URL; prepare: unknown; request: unknown };
}

/** In the page: record which worker the analyzer starts, and the messages sent to it. */
function recordWorker(): void {
  const Original = window.Worker;
  window.Worker = class extends Original {
    readonly #url: string | URL;
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      this.#url = url;
    }
    override postMessage(message: unknown): void {
      const recorded = ((window as Recorded).recorded ??= {
        url: this.#url,
        prepare: null,
        request: null,
      });
      const { kind } = message as { kind: string };
      if (kind === 'prepare') recorded.prepare = message;
      if (kind === 'text') recorded.request = message;
      super.postMessage(message);
    }
  };
}

/**
 * In the page: send the recorded request to a new worker, after `pause` milliseconds of warm-up.
 * Return the milliseconds until its report.
 */
function repeatInNewWorker(pause: number): Promise<number> {
  const { url, prepare, request } = (window as Recorded).recorded ?? {
    url: '',
    prepare: null,
    request: null,
  };
  return new Promise((resolve, reject) => {
    let started = performance.now();
    const worker = new Worker(url, { type: 'module' });
    worker.onerror = (event) => reject(new Error(event.message));
    worker.onmessage = ({ data }: MessageEvent<{ kind: string }>) => {
      if (data.kind === 'progress') return;
      worker.terminate();
      if (data.kind === 'report') resolve(performance.now() - started);
      else reject(new Error(JSON.stringify(data)));
    };
    if (pause === 0) return worker.postMessage(request);
    worker.postMessage(prepare);
    setTimeout(() => {
      started = performance.now();
      worker.postMessage(request);
    }, pause);
  });
}
