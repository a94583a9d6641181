import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Return the optional folder of logs or rules beside the project, or null if it does not exist. */
export function sharedFolder(name: 'corpus' | 'perf'): string | null {
  const folder = join(process.cwd(), '..', 'shared', name);
  return existsSync(folder) ? folder : null;
}
