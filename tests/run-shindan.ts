import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const SHINDAN = join(import.meta.dirname, '../src/cli/shindan.ts');

/** The output and exit code of a command. */
export interface CommandResult {
  code: number | null;
  out: string;
  err: string;
}

/** Run `shindan` in a child process. */
export function runShindan(args: string[], input = ''): CommandResult {
  return runShindanWith(args, {}, input);
}

/** Run `shindan` with other environment variables, and a text or bytes on standard input. */
export function runShindanWith(
  args: string[],
  env: NodeJS.ProcessEnv,
  input: string | Uint8Array = '',
): CommandResult {
  const { status, stdout, stderr } = spawnSync(process.execPath, [SHINDAN, ...args], {
    encoding: 'utf8',
    input,
    env: { ...process.env, NO_COLOR: '1', LANG: 'C', ...env },
  });
  return { code: status, out: stdout, err: stderr };
}
