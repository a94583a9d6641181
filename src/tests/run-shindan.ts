import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const SHINDAN = join(import.meta.dirname, '../cli/shindan.ts');

/** What a command printed, and how it ended. */
export interface Run {
  code: number | null;
  out: string;
  err: string;
}

/** Run `shindan` in a process of its own. */
export function shindan(args: string[], input = ''): Run {
  return spawn(args, {}, input);
}

/** The same with other variables of the environment, and bytes on standard input. */
export function spawn(
  args: string[],
  env: NodeJS.ProcessEnv,
  input: string | Uint8Array = '',
): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [SHINDAN, ...args], {
    encoding: 'utf8',
    input,
    env: { ...process.env, NO_COLOR: '1', LANG: 'C', ...env },
  });
  return { code: status, out: stdout, err: stderr };
}
