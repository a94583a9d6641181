import { statSync } from 'node:fs';
import type { Browser, CDPSession, Page } from '@playwright/test';
import { compile, type Catalog } from '../../src/engine/index.ts';
import { dropFiles, openAnalyzer, type Analyzer } from './analyzer-page.ts';
import { inBrowser } from './in-browser.ts';
import { longestTask, watchTab } from './observe-tab.ts';
import { median } from './race.ts';
import { diagnoseFile } from './read-log.ts';
import type { Row } from './table.ts';

const STEPS = 120;

/**
 * Recorded in the page: when the file was dropped, when the first answer appeared, and when all
 * had.
 */
interface Seen {
  dropped: number;
  first: number | null;
  done: number | null;
}

/** Drop a log on the analyzer, and scroll through it after it is read. */
export async function measureLongLog(catalog: Catalog, file: string): Promise<Row[]> {
  const matcher = compile(catalog);
  const before = process.cpuUsage();
  diagnoseFile(matcher, file);
  const { user, system } = process.cpuUsage(before);
  const alone = (user + system) / 1e6;
  return inBrowser('a long log in Chromium', async (browser, base) => {
    const name = `${(statSync(file).size / 1e6).toFixed(0)} MB dropped`;
    return [
      ...(await timeReading(await openAnalyzer(browser, base), file, name, alone)),
      ...(await observeReading(browser, await openAnalyzer(browser, base), file, name)),
    ];
  });
}

/** Drop a log without observing the tab, because observing would occupy one of its cores. */
async function timeReading(
  analyzer: Analyzer,
  file: string,
  name: string,
  alone: number,
): Promise<Row[]> {
  const { page } = analyzer;
  await page.evaluate(watch);
  await dropFiles(analyzer, [file]);
  await page.waitForSelector('[data-analyze-state="done"]', { timeout: 300_000 });
  const { dropped, first, done } = await page.evaluate(
    () => (window as unknown as { seen: Seen }).seen,
  );
  await page.context().close();
  const seconds = ((done ?? NaN) - dropped) / 1000;
  return [
    {
      figure: `${name}: first answer shown`,
      value: `${(((first ?? NaN) - dropped) / 1000).toFixed(2)} s`,
      goal: '< 1 s',
    },
    {
      figure: `${name}: done`,
      value: `${(statSync(file).size / 1e6 / seconds).toFixed(0)} MB/s`,
      goal: '≥ 150 MB/s',
      note: `${seconds.toFixed(2)} s; ${alone.toFixed(2)} s for the engine alone in Node`,
    },
  ];
}

/** Drop the log again while recording memory and tasks, then scroll through it. */
async function observeReading(
  browser: Browser,
  analyzer: Analyzer,
  file: string,
  name: string,
): Promise<Row[]> {
  const { page, session } = analyzer;
  const tab = await watchTab(browser);
  await browser.startTracing(page, { categories: ['toplevel'] });
  await dropFiles(analyzer, [file]);
  await page.waitForSelector('[data-analyze-state="done"]', { timeout: 300_000 });
  const { peak, processor } = tab.stop();
  const { wall, own } = longestTask(await browser.stopTracing());
  return [
    {
      figure: `${name}: peak memory of the tab`,
      value: peak === null ? null : `${(peak / 1e6).toFixed(0)} MB`,
      goal: '< 400 MB',
      note:
        peak === null
          ? 'measured on Linux only'
          : `private memory of its process; ${(processor ?? NaN).toFixed(2)} s of CPU time`,
    },
    {
      figure: `${name}: longest task of the main thread`,
      value: `${own.toFixed(0)} ms`,
      goal: '≤ 50 ms',
      note: `CPU time; ${wall.toFixed(0)} ms of wall-clock time`,
    },
    await measureScroll(page, session),
  ];
}

/** In the page: record when the measured events happen. */
function watch(): void {
  const seen: Seen = { dropped: NaN, first: null, done: null };
  (window as unknown as { seen: Seen }).seen = seen;
  addEventListener('drop', () => (seen.dropped = performance.now()), { capture: true });
  const report = document.querySelector('[data-analyze-state]');
  if (!report) throw new Error('no report');
  new MutationObserver(() => {
    if (report.querySelector('[data-answer], [data-so-far] li')) seen.first ??= performance.now();
    if (report.getAttribute('data-analyze-state') === 'done') seen.done ??= performance.now();
  }).observe(report, { attributes: true, childList: true, subtree: true });
}

/** Scroll the log with the mouse wheel and measure the script time of each frame. */
async function measureScroll(page: Page, session: CDPSession): Promise<Row> {
  await session.send('Performance.enable');
  const scripting = async (): Promise<number> =>
    (await session.send('Performance.getMetrics')).metrics.find(
      ({ name }) => name === 'ScriptDuration',
    )?.value ?? NaN;
  const log = page.locator('.log-box');
  await log.scrollIntoViewIfNeeded();
  await log.hover();
  const lines = await log.evaluate((box) =>
    Number(box.querySelector('[data-lines]')?.getAttribute('data-lines')),
  );
  const times: number[] = [];
  let before = await scripting();
  for (let step = 0; step < STEPS; step++) {
    await page.mouse.wheel(0, 600);
    await page.evaluate(() => new Promise(requestAnimationFrame));
    const now = await scripting();
    times.push((now - before) * 1000);
    before = now;
  }
  const rows = await log.locator('li').count();
  return {
    figure: `script time per frame while scrolling ${lines.toLocaleString('en')} lines`,
    value: `${median(times).toFixed(1)} ms`,
    goal: '≤ 4 ms',
    note: `at most ${Math.max(...times).toFixed(1)} ms in ${STEPS} frames; ${rows} rows exist`,
  };
}
