import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';

/** The commands as compiled for the package if the tests have compiled them, or else the source. */
export const SHINDAN = inject('shindan') ?? join(import.meta.dirname, '../../src/cli/shindan.ts');

/** The output and exit code of a command. */
export interface CommandResult {
  code: number | null;
  out: string;
  err: string;
}

/** Run `shindan` in a child process, in a folder without content. */
export function runShindan(args: string[], input = ''): CommandResult {
  return runShindanWith(args, {}, input);
}

/** Run `shindan` with other environment variables, and a text or bytes on standard input. */
export function runShindanWith(
  args: string[],
  env: NodeJS.ProcessEnv,
  input: string | Uint8Array = '',
): CommandResult {
  return run(args, tmpdir(), env, input);
}

/** Run `shindan` in the repository, where it reads the content itself. */
export function runShindanHere(args: string[], env: NodeJS.ProcessEnv = {}): CommandResult {
  return run(args, process.cwd(), env, '');
}

/** Run `shindan` in a folder, whose content it reads. */
export function runShindanIn(folder: string, args: string[]): CommandResult {
  return run(args, folder, {}, '');
}

function run(
  args: string[],
  folder: string,
  env: NodeJS.ProcessEnv,
  input: string | Uint8Array,
): CommandResult {
  const { status, stdout, stderr } = spawnSync(process.execPath, [SHINDAN, ...args], {
    cwd: folder,
    encoding: 'utf8',
    input,
    env: { ...process.env, NO_COLOR: '1', LANG: 'C', ...env },
  });
  return { code: status, out: stdout, err: stderr };
}
