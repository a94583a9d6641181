import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { compressFiles } from './compress-files.ts';
import { indexSite } from './index-site.ts';
import { preloadModules } from './preload-modules.ts';
import { writeHeaders } from './write-headers.ts';
import { writeOffline } from './write-offline.ts';

/**
 * Finishes a site whose pages and scripts are built: completes the heads of its pages, and adds the
 * full-text index, the service worker and the compressed copies. Must be the last integration.
 */
export function finishSite(): AstroIntegration {
  let base = '/';
  let caches: URL;
  return {
    name: 'finish-site',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base;
        caches = config.cacheDir;
      },
      'astro:build:done': async ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        preloadModules(root);
        writeHeaders(root, base);
        // Pagefind has a process of its own, so the pages are compressed meanwhile.
        const [pages] = await Promise.all([indexSite(root), compressFiles(root, caches)]);
        await writeOffline(root, base);
        await compressFiles(root, caches);
        logger.info(`${pages} pages`);
      },
    },
  };
}
