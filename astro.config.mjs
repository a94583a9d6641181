// Before Astro records the session, which it does once it has read this file.
import './src/cli/no-telemetry.ts';
import { defineConfig } from 'astro/config';
import mdx from '@astrojs/mdx';
import { satteri } from '@astrojs/markdown-satteri';
import preact from '@astrojs/preact';
import { siteAddress } from './src/cli/site-address.ts';
import { agentLog } from './src/highlight/agent-log.ts';
import { lineEnds } from './src/highlight/line-ends.ts';
import { tokenClasses } from './src/highlight/token-classes.ts';
import { theme } from './src/highlight/theme.ts';
import { wholeWords } from './src/highlight/whole-words.ts';
import { bundleOffline } from './src/integrations/bundle-offline.ts';
import { bundleSearch } from './src/integrations/bundle-search.ts';
import { compressFiles } from './src/integrations/compress-files.ts';
import { indexSite } from './src/integrations/index-site.ts';
import { preloadModules } from './src/integrations/preload-modules.ts';
import { pureModules } from './src/integrations/pure-modules.ts';
import { writeHeaders } from './src/integrations/write-headers.ts';

const { site = 'http://127.0.0.1:4321', base } = siteAddress();

export default defineConfig({
  site,
  base,
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never' },
  markdown: {
    processor: satteri({ features: { smartPunctuation: false } }),
    shikiConfig: { theme, langs: [agentLog], transformers: [tokenClasses, lineEnds, wholeWords] },
  },
  integrations: [
    mdx(),
    preact(),
    bundleSearch(),
    indexSite(),
    preloadModules(),
    writeHeaders(),
    bundleOffline(),
    compressFiles(),
  ],
  devToolbar: { enabled: false },
  vite: {
    build: {
      rollupOptions: {
        // Astro marks its own modules with a directive that the bundler need not know.
        checks: { moduleLevelDirective: false },
        treeshake: pureModules,
      },
    },
    // Small parts that are always loaded together are one file; those that the sentences need stay apart from the modules that wait for the sentences.
    environments: {
      client: {
        build: {
          rollupOptions: {
            output: {
              codeSplitting: {
                groups: [
                  { name: 'preact', test: /\/node_modules\/preact\// },
                  { name: 'parts', test: /\/i18n\/grouped|preload-helper/ },
                  { name: 'analyzer', test: /\/src\/analyzer\//, minShareCount: 2 },
                ],
              },
            },
          },
        },
      },
    },
    // What the worker shares with the page waits for its sentences, which only modules can.
    worker: { format: 'es', rollupOptions: { treeshake: pureModules } },
  },
});
