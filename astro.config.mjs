// First, because Astro sends telemetry as soon as it has read this file.
import './src/cli/no-telemetry.ts';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { env } from 'node:process';
import { defineConfig } from 'astro/config';
import preact from '@astrojs/preact';
import { ROOT } from './src/cli/root.ts';
import { PACKAGE } from './src/compiler/package-folder.ts';
import { readSiteUrl } from './src/cli/read-site-url.ts';
import { siteAddress } from './src/cli/site-address.ts';
import { bundleSearch } from './src/site/integrations/bundle-search.ts';
import { checkContent } from './src/site/integrations/check-content.ts';
import { finishSite } from './src/site/integrations/finish-site.ts';
import { pureModules } from './src/site/integrations/pure-modules.ts';
import { reloadContent } from './src/site/integrations/reload-content.ts';

// The pages are bundled and cannot tell where the content and the package are.
env.CONTENT_DIR ??= ROOT;
env.SHINDAN_PACKAGE ??= PACKAGE;

/** The `node_modules` folder of the site's dependencies; an installed package is inside it. */
const packages = dirname(dirname(createRequire(import.meta.url).resolve('preact/package.json')));

/** In an installed package, tsconfig.json is not read. */
const jsx = { runtime: 'automatic', importSource: 'preact' };

const { site = 'http://127.0.0.1:4321', base } = siteAddress(env, readSiteUrl());

export default defineConfig({
  srcDir: './src/site',
  site,
  base,
  trailingSlash: 'always',
  // Images are rendered in other threads, several at once.
  build: { format: 'directory', inlineStylesheets: 'never', concurrency: 4 },
  integrations: [
    // The island. Babel would rewrite all modules that it names, which takes long.
    preact({ include: '**/Analyzer.tsx' }),
    reloadContent(),
    checkContent(),
    bundleSearch(),
    finishSite(),
  ],
  devToolbar: { enabled: false },
  vite: {
    server: { fs: { allow: [PACKAGE, ROOT, packages] } },
    oxc: { jsx },
    optimizeDeps: {
      // Otherwise the development server discovers this late, in the worker, and reloads the page.
      include: ['fflate'],
      rolldownOptions: { transform: { jsx } },
    },
    build: {
      rollupOptions: {
        // Astro's own modules contain directives that the bundler does not know.
        checks: { moduleLevelDirective: false },
        treeshake: pureModules,
      },
    },
    // Merge small modules that are always loaded together. The modules that load the texts get a
    // chunk of their own ("parts"), because the modules that await the texts must not contain them.
    environments: {
      client: {
        build: {
          rollupOptions: {
            output: {
              codeSplitting: {
                groups: [
                  { name: 'preact', test: /\/node_modules\/preact\// },
                  {
                    name: 'parts',
                    test: /\/i18n\/(?:config-problem|format-integer|omit-same-date|sentence-piece)|preload-helper/,
                  },
                  { name: 'analyzer', test: /\/src\/analyzer\//, minShareCount: 2 },
                ],
              },
            },
          },
        },
      },
    },
    // Modules shared with the page use top-level await for their texts, which only the ES format
    // supports.
    worker: {
      format: 'es',
      rollupOptions: {
        treeshake: pureModules,
      },
    },
  },
});
