/**
 * Runs every check in two lanes side by side, which keep two cores busy. The output ends with the
 * tests that failed at least once, even if they passed when they were run again, and with
 * `N passed, N failed`. With `--thorough`, tests read all combinations instead of a sample.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import '../src/cli/no-telemetry.ts';
import { BUILDS } from './browser/builds.ts';
import { findOrInstallChromium, findOrInstallFirefox } from './browser/install-browsers.ts';
import { IS_THOROUGH } from './helpers/sample.ts';

interface Step {
  name: string;
  command: string[];
  env?: Record<string, string>;
  /** File to which Vitest writes its results. */
  results?: string;
}

/** The parts of Vitest's JSON report that are read here. */
interface Results {
  numPassedTests: number;
  numFailedTests: number;
  testResults: {
    name: string;
    /** Why the file could not be run; empty otherwise. */
    message: string;
    assertionResults: { fullName: string; status: string; failureMessages: string[] }[];
  }[];
}

const RESULTS = 'test-results';
/** Characters of an error that are repeated at the end: it may quote a whole page. */
const MAX_ERROR = 2000;
/** As `shindan build` runs Astro. */
const MEMORY = '--max-semi-space-size=64';
const [root, below] = BUILDS;
/** Not just `.json`: tools would take the results of the project `package` for a package.json. */
const reportOf = (project: string): string => `${RESULTS}/${project}.results.json`;
const vitest = (project: string): Step => ({
  name: `tests: ${project}`,
  command: [
    'vitest',
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile=${reportOf(project)}`,
  ],
  results: reportOf(project),
});

/**
 * All steps that write Astro's generated files are in one lane, so that they do not overlap. The
 * builds precede the tests of the built site.
 */
const LANES: Step[][] = [
  [
    { name: 'types', command: ['npm', 'run', 'typecheck'] },
    // Run it like a plain `npx astro build` with telemetry enabled; any connection fails the build.
    {
      name: 'build',
      command: ['astro', 'build'],
      env: {
        ...root.env,
        ASTRO_TELEMETRY_DISABLED: '',
        NODE_OPTIONS: `${MEMORY} --import ./tests/helpers/no-network.ts`,
      },
    },
    {
      name: 'build below /kb/',
      command: ['astro', 'build', '--outDir', below.folder],
      env: { ...below.env, NODE_OPTIONS: MEMORY },
    },
    vitest('site'),
  ],
  [
    { name: 'lint', command: ['npm', 'run', 'lint'] },
    // It uses one core, as the other lane does at this time.
    vitest('package'),
    { name: 'content', command: ['npm', 'run', 'check'] },
    { name: 'language', command: ['npm', 'run', 'check:language'] },
    vitest('unit'),
    vitest('content'),
    vitest('cli'),
    { name: 'fuzzing', command: ['node', 'tests/fuzz/run.ts', '--seed', '1'] },
  ],
];

rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });
const browsers = { CHROME_PATH: findOrInstallChromium(), FIREFOX_PATH: findOrInstallFirefox() };
let passed = 0;
const failures: string[] = [];
/** Tests that passed only when run again. */
const unstable: string[] = [];
await Promise.all(LANES.map(runLane));
process.stdout.write(
  `\n${[...unstable, ...failures, `${passed} passed, ${failures.length} failed`].join('\n')}\n`,
);
process.exitCode = failures.length > 0 ? 1 : 0;

/** Run steps one after another. A step that fails does not stop the lane. */
async function runLane(steps: Step[]): Promise<void> {
  for (const step of steps) await run(step);
}

/** Run a step and print its output when it ends. A step without tests counts as one test. */
async function run({ name, command: [command = '', ...args], env, results }: Step): Promise<void> {
  const started = performance.now();
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
    env: {
      ...process.env,
      ...browsers,
      ...(IS_THOROUGH && { SHINDAN_TESTS: 'thorough' }),
      ...env,
    },
  });
  const [status, ...output] = await Promise.all([
    new Promise<number | null>((resolve) => child.on('close', resolve)),
    text(child.stdout),
    text(child.stderr),
  ]);
  const tests = readResults(results);
  const failed = tests === null ? [] : [...brokenFiles(tests), ...testsWithErrors(tests, 'failed')];
  passed += tests?.numPassedTests ?? (status === 0 ? 1 : 0);
  failures.push(...(status !== 0 && failed.length === 0 ? [`FAILED ${name}`] : failed));
  unstable.push(...(tests === null ? [] : testsWithErrors(tests, 'passed')));
  const outcome = status === 0 ? 'passed' : 'FAILED';
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(`\n== ${name}\n${output.join('')}== ${name}: ${outcome} in ${seconds} s\n`);
}

function readResults(file: string | undefined): Results | null {
  return file !== undefined && existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as Results)
    : null;
}

/** Return the files that could not be run, with the reason. */
function brokenFiles({ testResults }: Results): string[] {
  return testResults
    .filter(({ message }) => message !== '')
    .map(({ name, message }) => `FAILED ${name}\n${message}`);
}

/** Return the tests that had errors and passed or failed in the end, with the errors. */
function testsWithErrors({ testResults }: Results, end: 'passed' | 'failed'): string[] {
  const heading = end === 'passed' ? 'UNSTABLE' : 'FAILED';
  return testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status, failureMessages }) => status === end && failureMessages.length > 0)
      .map(({ fullName, failureMessages }) =>
        [`${heading} ${name}`, fullName, ...failureMessages]
          .map((line) => line.slice(0, MAX_ERROR))
          .join('\n'),
      ),
  );
}
