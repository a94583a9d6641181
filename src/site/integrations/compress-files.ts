import { readdirSync, statSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { version } from 'node:process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import { openBuildCache } from './build-cache.ts';

const TEXT = /\.(?:html|css|js|json|svg|xml|txt)$/;
/** In bytes. A smaller file hardly shrinks. */
const MIN_SIZE = 256;
/**
 * Files that each visit loads, or stores for later; for the others, which are many, the best
 * quality takes too long.
 */
const SHARED = /\.(?:css|js|json|svg)$|(?:analyze|offline)[\\/]index\.html$/;
const SHARED_QUALITY = constants.BROTLI_MAX_QUALITY;
const OTHERS_QUALITY = 8;
/** The base-2 logarithm of the block size: a large block lets all of a file share its codes. */
const BLOCK = 20;

/**
 * Write `.br` and `.gz` copies next to the text files of a finished site, for hosts that serve
 * them. Must run last.
 */
export function compressFiles(): AstroIntegration {
  let caches: URL;
  return {
    name: 'compress-files',
    hooks: {
      'astro:config:done': ({ config }) => {
        caches = config.cacheDir;
      },
      'astro:build:done': ({ dir }) => compressFolder(fileURLToPath(dir), caches),
    },
  };
}

/** Write the `.br` and `.gz` files of a folder, as many at once as there are processors. */
async function compressFolder(root: string, caches: URL): Promise<void> {
  const cached = openBuildCache(caches, 'brotli');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => TEXT.test(file))
    .map((file) => join(root, file))
    .filter((file) => statSync(file).size >= MIN_SIZE);
  const work = async (): Promise<void> => {
    for (let file = files.pop(); file !== undefined; file = files.pop()) {
      const content = await readFile(file);
      const compressed = SHARED.test(file)
        ? await cached([version, String(BLOCK), content], () => toBrotli(content, SHARED_QUALITY))
        : await toBrotli(content, OTHERS_QUALITY);
      await writeFile(`${file}.br`, compressed);
      await writeFile(`${file}.gz`, await promisify(gzip)(content, { level: 9 }));
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
}

function toBrotli(content: Buffer, quality: number): Promise<Buffer> {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    [constants.BROTLI_PARAM_LGBLOCK]: BLOCK,
  };
  return promisify(brotliCompress)(content, { params });
}
