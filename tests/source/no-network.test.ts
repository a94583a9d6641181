import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

/** Run a line of code the way `npm test` runs the build. */
function run(code: string): { status: number | null; stderr: string } {
  const args = ['--import', './tests/helpers/no-network.ts', '--input-type=module', '-e', code];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  return { status, stderr };
}

it.each([
  ['fetch', "await fetch('https://telemetry.invalid/').catch(() => {})"],
  ['node:https', "import('node:https').then((m) => m.get('https://telemetry.invalid/'))"],
  ['node:net', "import('node:net').then((m) => m.connect(443, 'telemetry.invalid'))"],
])('a build that connects to another host through %s fails', (_name, code) => {
  expect(run(code)).toEqual({ status: 1, stderr: 'connects to telemetry.invalid\n' });
});

it('a build may connect to its own machine', () => {
  const code = "await fetch('http://127.0.0.1:1/').catch((error) => console.error(error.message))";
  expect(run(code)).toEqual({
    status: 0,
    stderr: expect.stringContaining('fetch failed') as string,
  });
});
