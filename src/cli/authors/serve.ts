import { readServeOptions, serveFolder } from '../serve-folder.ts';
import { UsageError } from '../usage-error.ts';
import type { Arguments } from './arguments.ts';

/** Serve a built site: dist/, or the folder in the arguments. */
export function run({ positionals }: Arguments): number {
  const [folder = 'dist', ...others] = positionals;
  if (others.length > 0) throw new UsageError('name one folder');
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => process.exit(0));
  serveFolder(folder, readServeOptions());
  return 0;
}
