import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build } from 'vite';
import { pureModules } from './pure-modules.ts';

const BOX = fileURLToPath(new URL('../../search/ui/box.ts', import.meta.url));

/**
 * Bundles the search box separately, at a fixed address. A short inline script on each page loads
 * it on demand, so an article has no script file of its own. (Astro never inlines a processed
 * script with a dynamic import.) The development server serves its source at that address.
 */
export function bundleSearch(): AstroIntegration {
  return {
    name: 'bundle-search',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.middlewares.use('/_search/box.js', (_request, response) => {
          response.setHeader('Content-Type', 'text/javascript');
          response.end(`export * from ${JSON.stringify(`/@fs/${BOX}`)};`);
        });
      },
      'astro:build:done': async ({ dir }) => {
        await build({
          configFile: false,
          logLevel: 'warn',
          base: './',
          publicDir: false,
          build: {
            outDir: fileURLToPath(new URL('_search/', dir)),
            emptyOutDir: true,
            modulePreload: false,
            rollupOptions: {
              input: BOX,
              output: { entryFileNames: 'box.js', chunkFileNames: '[name]-[hash].js' },
              preserveEntrySignatures: 'strict',
              treeshake: pureModules,
            },
          },
        });
      },
    },
  };
}
