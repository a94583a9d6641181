import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Content } from '../../src/compiler/index.ts';
import { dropFiles, openAnalyzer } from './analyzer-page.ts';
import { inBrowser } from './in-browser.ts';
import { makeContentLog } from './content-log.ts';
import { median } from './race.ts';
import type { Row } from './table.ts';

const SINGLE = 700;
const AT_ONCE = 160;
const ROUNDS = 10;
/** Milliseconds after which an analysis counts as hung. */
const HANGS = 30_000;

/** Drop files singly and many at a time, repeatedly, and count the analyses that never finish. */
export async function measureManyFiles(content: Content): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'shindan-bench-'));
  const log = makeContentLog(content, 0.01);
  const files = Array.from({ length: SINGLE }, (_, index) => join(folder, `${index}.log`));
  for (const file of files) writeFileSync(file, log);
  try {
    return await inBrowser('many files in Chromium', async (browser, base) => {
      const analyzer = await openAnalyzer(browser, base);
      const single: number[] = [];
      for (const file of files)
        single.push(await timeDrop(analyzer.page, () => dropFiles(analyzer, [file])));
      const together: number[] = [];
      for (let round = 0; round < ROUNDS; round++)
        together.push(
          await timeDrop(analyzer.page, () => dropFiles(analyzer, files.slice(0, AT_ONCE))),
        );
      return [
        row(`${SINGLE} files one after another`, single),
        row(`${AT_ONCE} files at once, ${ROUNDS} times`, together),
      ];
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Return the milliseconds until the report appears; Infinity if it never does. */
async function timeDrop(page: Page, drop: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await drop();
  const done = page.waitForSelector('[data-analyze-state="done"]', { timeout: HANGS });
  return done.then(
    () => performance.now() - began,
    () => Infinity,
  );
}

function row(figure: string, times: number[]): Row {
  const hangs = times.filter((time) => time === Infinity).length;
  return {
    figure,
    value: `${hangs} hang`,
    goal: '0',
    note: `median ${median(times).toFixed(0)} ms, at most ${Math.max(...times).toFixed(0)} ms`,
  };
}
