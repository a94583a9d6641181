/**
 * Growth by counted steps, which no busy machine can change: a step is one character of the engine's code that ran, as V8 counts it.
 * Work inside built-in functions (a RegExp, indexOf) is not seen by it.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Catalog } from '../../engine/index.ts';
import type { Inputs } from './inputs.ts';
import { renderTable, type Row } from './table.ts';

const SIZE = 150_000;
/** Four times the log may take up to 4.2 times the steps (were it quadratic, it would be sixteen), and forty times the rules up to 1.3 times. */
const TIMES = 4;
const LONGER = 4.2;
const MORE_RULES = 1.3;

const repeat = (text: string) => (size: number): string => text.repeat(Math.ceil(size / text.length)).slice(0, size);

/** Texts that would be slow if anything were tried again and again. */
const HOSTILE: Record<string, (size: number) => string> = {
  'one long line': repeat('x'),
  'one line of spaces': repeat(' '),
  'heads in one line': repeat('2026/11/24 01:00:01 main.go:300: ERROR <main> '),
  'heads in elements': repeat('<b>2026/11/24 01:00:01 main.go:300: ERROR <main> '),
  'columns in one line': repeat('"2026/11/24","ERROR","<main>","a""b",'),
  'causes in causes': (size) => `2026/11/24 01:00:01 ERROR <main> ${repeat('failed to load config: ')(size)}`,
  'quotes and backslashes': (size) => `2026/11/24 01:00:01 WARNING <checks> Checker "${repeat('\\"a')(size)}`,
  'lines without a head': (size) => `2026/11/24 01:00:01 ERROR <main> command.Prepare failed: \n${repeat('  at frame 1\n')(size)}`,
  'unknown lines': repeat('2026/11/24 01:00:01 ERROR <main> nobody knows\n'),
};

/** Whether the steps grow with a log as its size does and hardly with the rules; prints a table. */
export function checkGrowth({ few, many, log }: Inputs, print: (text: string) => void): boolean {
  const start = readFileSync(log, 'latin1').slice(0, TIMES * SIZE);
  const texts = { 'the log': (size: number) => start.slice(0, size), ...HOSTILE };
  const names = Object.keys(texts);
  const steps = countSteps(few, Object.values(texts).flatMap((make) => [make(SIZE), make(TIMES * SIZE)]));
  const [inLarge = NaN] = countSteps(many, [start]);
  const rows = [
    makeRow(`steps with ${many.entries.length} entries ÷ with ${few.entries.length}: the log`, steps[1], inLarge, MORE_RULES),
    ...names.map((name, index) => makeRow(`steps of ${(TIMES * SIZE) / 1000} kB ÷ of ${SIZE / 1000} kB: ${name}`, steps[2 * index], steps[2 * index + 1], LONGER)),
  ];
  const linear = rows.every(({ ratio, limit }) => ratio <= limit);
  print(`${renderTable(rows)}\n${linear ? 'growth is linear' : 'growth is NOT linear: see the rows whose figure is over the goal'}\n`);
  return linear;
}

function makeRow(figure: string, before = NaN, after = NaN, limit: number): Row & { ratio: number; limit: number } {
  return { figure, value: (after / before).toFixed(2), goal: `≤ ${limit}`, note: `${after.toLocaleString('en')} steps`, ratio: after / before, limit };
}

function countSteps(catalog: Catalog, texts: string[]): number[] {
  const folder = mkdtempSync(join(tmpdir(), 'shindan-bench-'));
  try {
    const files = [JSON.stringify(catalog), ...texts].map((text, index) => {
      writeFileSync(join(folder, String(index)), text);
      return join(folder, String(index));
    });
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--no-turbofan', '--no-maglev', join(import.meta.dirname, 'count-steps.ts'), ...files], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`the process that counts ended with ${status}: ${stderr}`);
    return JSON.parse(stdout) as number[];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
