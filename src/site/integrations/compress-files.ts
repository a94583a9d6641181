import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { version } from 'node:process';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { openBuildCache } from './build-cache.ts';

const TEXT = /\.(?:html|css|js|json|svg|xml|txt)$/;
/** In bytes. Compression saves hardly anything in a smaller file. */
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
 * Write `.br` and `.gz` copies next to the text files that have none yet, for hosts that serve
 * them. Compressing one after another takes half the processor time of several at once.
 *
 * @param caches the folder of the build caches
 */
export async function compressFiles(root: string, caches: URL): Promise<void> {
  const cached = openBuildCache(caches, 'brotli');
  for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    const file = join(root, name);
    if (!TEXT.test(name) || existsSync(`${file}.br`) || statSync(file).size < MIN_SIZE) continue;
    const content = readFileSync(file);
    const compressed = SHARED.test(name)
      ? await cached([version, String(BLOCK), content], async () =>
          toBrotli(content, SHARED_QUALITY),
        )
      : toBrotli(content, OTHERS_QUALITY);
    writeFileSync(`${file}.br`, compressed);
    writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
  }
}

function toBrotli(content: Buffer, quality: number): Buffer {
  return brotliCompressSync(content, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
      [constants.BROTLI_PARAM_LGBLOCK]: BLOCK,
    },
  });
}
