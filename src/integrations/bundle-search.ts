import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build } from 'vite';
import { pureModules } from './pure-modules.ts';

/**
 * Bundles the search box apart, to a fixed address: pages name it in a short inline script and load it only when the reader acts, so an
 * article has no script file of its own. (A processed script with a dynamic import is never inlined.)
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
              input: fileURLToPath(new URL('../search/box.ts', import.meta.url)),
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
