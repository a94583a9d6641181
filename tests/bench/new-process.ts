import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Catalog } from '../../src/engine/index.ts';
import { median } from './race.ts';
import type { Row } from './table.ts';

interface Figures {
  parse: number;
  compile: number;
  seconds: number;
  lines: number;
  peak: number;
}

function inChild(catalog: Catalog, args: (file: string) => string[]): Figures {
  const folder = mkdtempSync(join(tmpdir(), 'shindan-bench-'));
  try {
    const file = join(folder, 'catalog.json');
    writeFileSync(file, JSON.stringify(catalog));
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(import.meta.dirname, 'child.ts'), ...args(file)],
      { encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(`the child process exited with ${status}: ${stderr}`);
    return JSON.parse(stdout) as Figures;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Measure the peak memory of a process that reads `gigabytes` (10^9 bytes) of a repeated log. */
export function measureMemory(catalog: Catalog, log: string, gigabytes: number): Row {
  const times = Math.ceil((gigabytes * 1e9) / statSync(log).size);
  const { peak, lines, seconds } = inChild(catalog, (file) => ['memory', file, log, String(times)]);
  return {
    figure: `peak memory of the process, ${gigabytes} GB`,
    value: `${peak.toFixed(0)} MB`,
    goal: '≤ 300 MB',
    note: `${lines.toLocaleString('en')} lines in ${seconds.toFixed(1)} s`,
  };
}

/** Measure how long a new process takes from catalog.json to a matcher (median of 7 processes). */
export function measureLoad(name: string, catalog: Catalog, goal?: string): Row {
  const runs = Array.from({ length: 7 }, () => inChild(catalog, (file) => ['load', file]));
  const [parse, compile] = [
    median(runs.map((run) => run.parse)),
    median(runs.map((run) => run.compile)),
  ];
  return {
    figure: `load and compile ${name}, cold process`,
    value: `${(parse + compile).toFixed(1)} ms`,
    ...(goal !== undefined && { goal }),
    note: `${parse.toFixed(1)} ms of it for parsing the JSON`,
  };
}
