/**
 * Runs Lighthouse (mobile) on a page of each kind in both languages, on the built site with its
 * real headers: `npm run lighthouse`, after `npm run build`. Arguments select pages by parts of
 * their address: `npm run lighthouse -- analyze`. Exits with 1 if a score is below 100.
 */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { median } from './bench/race.ts';
import { renderTable, type Row } from './bench/table.ts';
import { CHROMIUM_FLAGS, requireChromium } from './browser/chromium.ts';
import { serveBuild } from './browser/serve-build.ts';

/** Not a dependency: it would add 176 MB to every installation, and only this script needs it. */
const LIGHTHOUSE = 'lighthouse@13.5.0';
const PAGES = [
  '',
  'analyze/',
  'guides/',
  'guides/key-rejected/',
  'errors/',
  'errors/network/',
  'errors/agent/find-host-failed/',
  'search/',
  'tables/',
  'tables/http-status/',
  'products/mackerel-agent/',
  'about/',
  'privacy/',
  'changes/',
];
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
/** The performance score varies with the machine's load, so take the median of several runs. */
const RUNS = 3;

interface Outcome {
  categories: Record<
    (typeof CATEGORIES)[number],
    { score: number | null; auditRefs: { id: string; weight: number }[] }
  >;
  audits: Record<string, { score: number | null; displayValue?: string }>;
}

async function runOnce(url: string, chromium: string): Promise<Outcome> {
  const args = [
    '--yes',
    LIGHTHOUSE,
    url,
    '--quiet',
    '--output=json',
    '--throttling-method=simulate',
    `--only-categories=${CATEGORIES.join()}`,
    `--chrome-flags=--headless=new ${CHROMIUM_FLAGS.join(' ')}`,
  ];
  const { stdout } = await promisify(execFile)('npx', args, {
    env: { ...process.env, CHROME_PATH: chromium },
    maxBuffer: 1 << 28,
    shell: process.platform === 'win32',
  });
  return JSON.parse(stdout) as Outcome;
}

/** Retry until `RUNS` runs succeed: on a busy machine, Lighthouse may lose a page's trace. */
async function runs(url: string, chromium: string): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let left = 2 * RUNS; outcomes.length < RUNS && left > 0; left--) {
    try {
      outcomes.push(await runOnce(url, chromium));
    } catch (error) {
      process.stderr.write(
        `${url}: ${(error as { stderr?: string }).stderr?.trim() || String(error)}\n`,
      );
    }
  }
  return outcomes;
}

const scoreOf = (outcomes: Outcome[], category: (typeof CATEGORIES)[number]): number =>
  Math.round(100 * median(outcomes.map(({ categories }) => categories[category].score ?? 0)));

/** Return the audits that lowered a score. */
function failedAuditsOf({ categories, audits }: Outcome): string[] {
  const ids = CATEGORIES.flatMap((category) =>
    categories[category].auditRefs
      .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 0.995)
      .map(({ id }) => id),
  );
  return ids.map((id) => `${id} ${audits[id]?.displayValue ?? ''}`.trim());
}

const addressParts = process.argv.slice(2);
const chromium = requireChromium({ isMeasured: true });
const server = await serveBuild('dist');
const rows: Row[] = [];
try {
  for (const path of ['en', 'ja']
    .flatMap((lang) => PAGES.map((page) => `${lang}/${page}`))
    .filter((page) => addressParts.every((part) => page.includes(part)))) {
    const outcomes = await runs(server.url + path, chromium);
    const scores = CATEGORIES.map((category) => scoreOf(outcomes, category));
    if (!scores.every((score) => score === 100)) process.exitCode = 1;
    rows.push({
      figure: `/${path}`,
      value: outcomes.length === 0 ? null : scores.join(' · '),
      goal: '100',
      note: outcomes.slice(-1).flatMap(failedAuditsOf).join(', '),
    });
    process.stderr.write(`/${path}: ${scores.join(' · ')}\n`);
  }
} finally {
  server.stop();
}
const categories = CATEGORIES.join(' · ');
const setup = `mobile, simulated throttling, medians of ${RUNS} runs; ${LIGHTHOUSE}`;
process.stdout.write(`${categories}; ${setup}\n\n${renderTable(rows)}`);
