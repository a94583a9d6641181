/**
 * Builds `lib/`, the compiled part of the npm package: the commands, the engine as a library, and
 * the data of the content. `npm pack` runs it.
 */
import { rmSync } from 'node:fs';
import { build } from 'vite';
import { siteDataOf } from '../cli/content-data.ts';
import { writeSiteData } from '../cli/site-data.ts';
import { loadContent } from '../compiler/index.ts';
import { PACKAGE } from '../compiler/package-folder.ts';
import { writeDeclarations } from './write-declarations.ts';

const LIB = `${PACKAGE}lib/`;
const SOURCE = `${PACKAGE}src/`;

rmSync(LIB, { recursive: true, force: true });
await build({
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  // Everything is bundled: an install then needs no other package.
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: true,
    outDir: LIB,
    target: 'node20',
    minify: true,
    rollupOptions: {
      input: {
        shindan: `${SOURCE}cli/shindan.ts`,
        'folder-worker': `${SOURCE}cli/folder-worker.ts`,
        engine: `${SOURCE}package/engine.ts`,
      },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});
writeSiteData(siteDataOf(loadContent(PACKAGE)), `${LIB}data`);
writeDeclarations(`${SOURCE}package/engine.ts`, SOURCE, `${LIB}types`);
