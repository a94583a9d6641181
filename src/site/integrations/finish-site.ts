import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { compressFiles } from './compress-files.ts';
import { indexPages, openIndex, type SiteIndex } from './index-site.ts';
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
  let index: SiteIndex;
  return {
    name: 'finish-site',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base;
        caches = config.cacheDir;
      },
      'astro:build:start': async ({ setPrerenderer }) => {
        index = await openIndex();
        setPrerenderer((prerenderer) => indexPages(prerenderer, index, base));
      },
      'astro:build:done': async ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        preloadModules(root);
        writeHeaders(root, base);
        // Pagefind has a process of its own, so the pages are compressed meanwhile.
        const [pages] = await Promise.all([index.write(root), compressFiles(root, caches)]);
        await writeOffline(root, base);
        await compressFiles(root, caches);
        logger.info(`${pages} pages`);
      },
    },
  };
}
