import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** A folder beside the project that holds measured logs and rules, or null: everything works without it. */
export function sharedFolder(name: 'corpus' | 'perf'): string | null {
  const folder = join(process.cwd(), '..', 'shared', name);
  return existsSync(folder) ? folder : null;
}
