import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build } from 'vite';
import { pureModules } from './pure-modules.ts';

/** The modules by the names under which `_search/` has them. */
const MODULES = {
  box: fileURLToPath(new URL('../../search/ui/box.ts', import.meta.url)),
  paste: fileURLToPath(new URL('../../search/ui/paste.ts', import.meta.url)),
  'copy-page': fileURLToPath(new URL('../components/copy-page.ts', import.meta.url)),
};

/**
 * Bundles the search box, the box of the home page and the menu that copies a page separately, at
 * fixed addresses. A short inline script on each page loads them on demand, so an article has no
 * script file of its own. (Astro never inlines a processed script with a dynamic import.) The
 * development server serves their sources at these addresses.
 */
export function bundleSearch(): AstroIntegration {
  let output: URL;
  let bundled: Promise<unknown> = Promise.resolve();
  return {
    name: 'bundle-search',
    hooks: {
      'astro:config:done': ({ config }) => {
        output = config.outDir;
      },
      'astro:server:setup': ({ server }) => {
        for (const [name, file] of Object.entries(MODULES))
          server.middlewares.use(`/_search/${name}.js`, (_request, response) => {
            response.setHeader('Content-Type', 'text/javascript');
            response.end(`export * from ${JSON.stringify(`/@fs/${file}`)};`);
          });
      },
      // Start now, because Astro's bundler then makes the pages in threads of its own.
      'astro:build:setup': () => {
        bundled = build({
          configFile: false,
          logLevel: 'warn',
          base: './',
          publicDir: false,
          build: {
            outDir: fileURLToPath(new URL('_search/', output)),
            emptyOutDir: true,
            modulePreload: false,
            rollupOptions: {
              input: MODULES,
              output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
              preserveEntrySignatures: 'strict',
              treeshake: pureModules,
            },
          },
        });
        // An error is reported when the bundle is awaited.
        bundled.catch(() => {});
      },
      'astro:build:done': async () => void (await bundled),
    },
  };
}
