import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build } from 'vite';
import { pureModules } from './pure-modules.ts';

/**
 * Bundles the search box separately, at a fixed address. A short inline script on each page loads
 * it on demand, so an article has no script file of its own. (Astro never inlines a processed
 * script with a dynamic import.)
 */
export function bundleSearch(): AstroIntegration {
  return {
    name: 'bundle-search',
    hooks: {
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
              input: fileURLToPath(new URL('../../search/ui/box.ts', import.meta.url)),
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
