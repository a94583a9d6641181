/** Runs every check in sequence; the last line of output is `N passed, N failed`. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import '../src/cli/no-telemetry.ts';
import { findOrInstallChromium } from './install-chromium.ts';

interface Step {
  name: string;
  command: string[];
  env?: Record<string, string>;
  /** File to which Vitest writes its counts. */
  counts?: string;
}

const RESULTS = 'test-results';
const vitest = (project: string): Step => ({
  name: `tests: ${project}`,
  command: [
    'vitest',
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile=${RESULTS}/${project}.json`,
  ],
  counts: `${RESULTS}/${project}.json`,
});

const STEPS: Step[] = [
  { name: 'lint', command: ['npm', 'run', 'lint'] },
  { name: 'types', command: ['npm', 'run', 'typecheck'] },
  { name: 'content', command: ['npm', 'run', 'check'] },
  vitest('unit'),
  vitest('content'),
  { name: 'fuzzing', command: ['node', 'tests/fuzz/run.ts'] },
  // Run it like a plain `npx astro build` with telemetry enabled; any connection fails the build.
  {
    name: 'build',
    command: ['astro', 'build'],
    env: { ASTRO_TELEMETRY_DISABLED: '', NODE_OPTIONS: '--import ./tests/no-network.ts' },
  },
  {
    name: 'build below /kb/',
    command: ['astro', 'build', '--outDir', 'dist-kb'],
    env: { BASE_PATH: '/kb/', SITE_URL: 'https://support.example.com' },
  },
  vitest('site'),
];

rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });
const chromium = findOrInstallChromium();
const total = { passed: 0, failed: 0 };
for (const step of STEPS) {
  const started = performance.now();
  process.stdout.write(`\n== ${step.name}\n`);
  const [command = '', ...args] = step.command;
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, CHROME_PATH: chromium, ...step.env },
  });
  const counts =
    step.counts !== undefined && existsSync(step.counts)
      ? (JSON.parse(readFileSync(step.counts, 'utf8')) as {
          numPassedTests: number;
          numFailedTests: number;
        })
      : null;
  total.passed += counts ? counts.numPassedTests : status === 0 ? 1 : 0;
  total.failed += counts ? counts.numFailedTests : status === 0 ? 0 : 1;
  if (counts && status !== 0 && counts.numFailedTests === 0) total.failed++;
  const outcome = status === 0 ? 'passed' : 'FAILED';
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(`== ${step.name}: ${outcome} in ${seconds} s\n`);
}
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
process.exitCode = total.failed > 0 ? 1 : 0;
