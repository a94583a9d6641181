/**
 * Measures growth in steps, which do not depend on the load of the machine. A step is one executed
 * character of the engine's source, as V8's coverage counts it. Work inside built-in functions
 * (RegExp, indexOf) is not counted.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  buildSettings,
  buildDetectionHints,
  buildWords,
  type Content,
  type ReportTexts,
} from '../../src/compiler/index.ts';
import type { Catalog } from '../../src/engine/index.ts';
import type { DetectionHints, SettingsByProduct } from '../../src/intake/index.ts';
import { HOSTILE_PASTES } from './hostile-pastes.ts';
import { HOSTILE, randomTexts } from './hostile.ts';
import type { Inputs } from './benchmark-inputs.ts';
import { renderTable, type Row } from './table.ts';

const SIZE = 150_000;
/** Characters. A paste that may not be a log is inspected up to 256 kB. */
const PASTE_SIZE = 60_000;
/**
 * `count` random texts are measured at `size`, which is fast. At that size the cost per line still
 * grows, because a record has up to 200 lines. So the `worst` few are measured once more at size
 * `again`, where the cost no longer grows, and the worst of those is reported.
 */
const RANDOM = { size: 8_000, count: 40, seed: 1, worst: 3, again: 64_000 };
/**
 * A log of `TIMES` the size may take `MAX_STEP_RATIO` times the steps (quadratic growth would take
 * 16), and the large catalog `MAX_RULE_RATIO` times those of the small one.
 */
const TIMES = 4;
const MAX_STEP_RATIO = 4.2;
const MAX_RULE_RATIO = 1.3;
/** Limits of time and memory, because step counts miss endless loops in built-in functions. */
const LIMITS = { megabytes: 700, minutes: 10 };

/** The data that the counting process needs to read a text. */
export interface CountedInputs {
  catalog: Catalog;
  settings: SettingsByProduct;
  hints: DetectionHints[];
  words: ReportTexts;
}

type Count = (texts: string[]) => number[];

/**
 * Check that steps grow linearly with a log or a paste, and barely with the number of rules. Prints
 * a table.
 */
export function checkGrowth(
  content: Content,
  { smallCatalog: few, largeCatalog: many, smallLog: log }: Inputs,
  print: (text: string) => void,
): boolean {
  const shared = {
    settings: buildSettings(content),
    hints: buildDetectionHints(content),
    words: buildWords(content, 'en'),
  };
  const countBy =
    (reader: 'log' | 'paste', catalog: Catalog): Count =>
    (texts) =>
      countSteps(reader, { catalog, ...shared }, texts);
  const countLog = countBy('log', few);
  const start = readFileSync(log, 'latin1').slice(0, TIMES * SIZE);
  const [withFew, withMany] = [few, many].map((catalog) => countBy('log', catalog)([start])[0]);
  const rows = [
    makeRow(
      `steps with ${many.entries.length} entries ÷ with ${few.entries.length}: the log`,
      withFew,
      withMany,
      MAX_RULE_RATIO,
    ),
    ...growthOf(countLog, { 'the log': (size) => start.slice(0, size), ...HOSTILE }, SIZE),
    worstOf(countLog, randomTexts(few, RANDOM.seed, RANDOM.count)),
    ...growthOf(countBy('paste', few), HOSTILE_PASTES, PASTE_SIZE),
  ];
  const linear = rows.every(({ ratio, limit }) => ratio <= limit);
  const outcome = linear
    ? 'growth is linear'
    : 'growth is NOT linear: see the rows that exceed their goal';
  print(`${renderTable(rows)}\n${outcome}\n`);
  return linear;
}

function worstOf(count: Count, texts: Record<string, (size: number) => string>): Ratio {
  const names = Object.keys(texts);
  const small = growthOf(count, texts, RANDOM.size).map(({ ratio }, index) => ({
    ratio,
    name: names[index] as string,
  }));
  const worst = small
    .sort((a, b) => b.ratio - a.ratio)
    .slice(0, RANDOM.worst)
    .map(({ name }) => [name, texts[name]]);
  return growthOf(count, Object.fromEntries(worst), RANDOM.again).reduce((most, row) =>
    row.ratio > most.ratio ? row : most,
  );
}

interface Ratio extends Row {
  ratio: number;
  limit: number;
}

function growthOf(
  count: Count,
  texts: Record<string, (size: number) => string>,
  size: number,
): Ratio[] {
  const steps = count(Object.values(texts).flatMap((make) => [make(size), make(TIMES * size)]));
  return Object.keys(texts).map((name, index) =>
    makeRow(
      `steps of ${(TIMES * size) / 1000} kB ÷ of ${size / 1000} kB: ${name}`,
      steps[2 * index],
      steps[2 * index + 1],
      MAX_STEP_RATIO,
    ),
  );
}

function makeRow(figure: string, before = NaN, after = NaN, limit: number): Ratio {
  return {
    figure,
    value: (after / before).toFixed(2),
    goal: `≤ ${limit}`,
    note: `${after.toLocaleString('en')} steps`,
    ratio: after / before,
    limit,
  };
}

function countSteps(reader: string, inputs: CountedInputs, texts: string[]): number[] {
  const folder = mkdtempSync(join(tmpdir(), 'shindan-bench-'));
  try {
    const files = [JSON.stringify(inputs), ...texts].map((text, index) => {
      writeFileSync(join(folder, String(index)), text);
      return join(folder, String(index));
    });
    const flags = ['--no-turbofan', '--no-maglev', `--max-old-space-size=${LIMITS.megabytes}`];
    const { status, signal, stdout, stderr } = spawnSync(
      process.execPath,
      [...flags, join(import.meta.dirname, 'count-steps.ts'), reader, ...files],
      { encoding: 'utf8', timeout: LIMITS.minutes * 60_000 },
    );
    if (status !== 0)
      throw new Error(`the counting process exited with ${status ?? signal}: ${stderr}`);
    return JSON.parse(stdout) as number[];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
