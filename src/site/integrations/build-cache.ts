import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pid } from 'node:process';
import { fileURLToPath } from 'node:url';

type Bytes = Uint8Array<ArrayBuffer>;

/** How long a file is kept, in days. Without a limit, the files of each edit would pile up. */
const KEPT_DAYS = 30;

/**
 * Open a folder that keeps files between builds. The function that it returns reads a file, or
 * makes it.
 *
 * @param cache the folder of all caches
 * @param kind what is kept there
 * @returns a function that takes everything on which the file depends, and a function that makes it
 */
export function openBuildCache(
  cache: URL,
  kind: string,
): (input: (string | Uint8Array)[], make: () => Promise<Uint8Array>) => Promise<Bytes> {
  const folder = join(fileURLToPath(cache), kind);
  mkdirSync(folder, { recursive: true });
  const oldest = Date.now() - KEPT_DAYS * 24 * 60 * 60 * 1000;
  for (const file of readdirSync(folder).map((name) => join(folder, name)))
    if (statSync(file).mtimeMs < oldest) rmSync(file);
  return async (input, make) => {
    const hash = createHash('sha256');
    for (const part of input) hash.update(`${part.length} `).update(part);
    const file = join(folder, hash.digest('hex'));
    const kept = await readFile(file).catch(() => null);
    if (kept) return new Uint8Array(kept);
    const made = await make();
    // Other builds may read or write the same file.
    await writeFile(`${file}.${pid}`, made);
    renameSync(`${file}.${pid}`, file);
    return new Uint8Array(made);
  };
}
