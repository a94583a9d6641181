import { readdirSync, statSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { AstroIntegration } from 'astro';

const TEXT = /\.(?:html|css|js|json|svg|xml|txt)$/;
/** In bytes. A smaller file hardly shrinks. */
const MIN_SIZE = 256;
/**
 * Files that each visit loads, or stores for later; for the others, which are many, the best
 * quality takes too long.
 */
const SHARED = /\.(?:css|js|json|svg)$|(?:analyze|offline)[\\/]index\.html$/;
const OTHERS_QUALITY = 8;

/**
 * Write `.br` and `.gz` copies next to the text files of a finished site, for hosts that serve
 * them. Must run last.
 */
export function compressFiles(): AstroIntegration {
  return {
    name: 'compress-files',
    hooks: { 'astro:build:done': ({ dir }) => compressFolder(fileURLToPath(dir)) },
  };
}

/** Write the `.br` and `.gz` files of a folder, as many at once as there are processors. */
export async function compressFolder(root: string): Promise<void> {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => TEXT.test(file))
    .map((file) => join(root, file))
    .filter((file) => statSync(file).size >= MIN_SIZE);
  const work = async (): Promise<void> => {
    for (let file = files.pop(); file !== undefined; file = files.pop()) await compressFile(file);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
}

async function compressFile(file: string): Promise<void> {
  const content = await readFile(file);
  const quality = SHARED.test(file) ? constants.BROTLI_MAX_QUALITY : OTHERS_QUALITY;
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality };
  await writeFile(`${file}.br`, await promisify(brotliCompress)(content, { params }));
  await writeFile(`${file}.gz`, await promisify(gzip)(content, { level: 9 }));
}
