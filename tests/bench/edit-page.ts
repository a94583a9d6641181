import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { serveDev } from '../browser/serve-dev.ts';
import { median } from './race.ts';
import type { Row } from './table.ts';

const EDITS = 10;
const GUIDE = 'dns';
/** Milliseconds between two requests. */
const PAUSE = 10;

/** Edit a guide while the development server runs; measure the time until its page shows it. */
export async function measureEdits(): Promise<Row[]> {
  const root = mkdtempSync(join(tmpdir(), 'shindan-bench-'));
  cpSync('content', join(root, 'content'), { recursive: true });
  const { address, stop } = await serveDev(root);
  try {
    const file = join(root, 'content/guides', GUIDE, 'en.mdx');
    const source = readFileSync(file, 'utf8');
    const shows = async (text: string): Promise<boolean> =>
      (await (await fetch(`${address}/en/guides/${GUIDE}/`)).text()).includes(text);
    await shows('');
    const times: number[] = [];
    for (let edit = 1; edit <= EDITS; edit++) {
      const text = `This is edit ${edit}.`;
      const began = performance.now();
      writeFileSync(file, source.replace('</Signs>', `\n${text}\n</Signs>`));
      while (!(await shows(text))) await setTimeout(PAUSE);
      times.push(performance.now() - began);
    }
    return [
      {
        figure: 'an edited guide is shown by the development server',
        value: `${median(times).toFixed(0)} ms`,
        goal: '≤ 500 ms',
        note: `at most ${Math.max(...times).toFixed(0)} ms, ${EDITS} edits`,
      },
    ];
  } finally {
    stop();
    rmSync(root, { recursive: true });
  }
}
