import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { deserialize, serialize } from 'node:v8';
import type { Content } from './content.ts';

/** In milliseconds. Reading the content takes some seconds. */
const LONGEST_WAIT = 120_000;
const PAUSE = 20;

/** Write loaded content to a file, for another process that needs it. */
export function writeContentFile(content: Content, file: string): void {
  // The other process may look for the file at any time.
  writeFileSync(`${file}.part`, serialize(content));
  renameSync(`${file}.part`, file);
}

/** Wait for such a file, and read it; null if it does not appear. */
export async function readContentFile(file: string): Promise<Content | null> {
  for (const started = performance.now(); !existsSync(file); await setTimeout(PAUSE))
    if (performance.now() - started > LONGEST_WAIT) return null;
  return deserialize(readFileSync(file)) as Content;
}
