import { build } from 'vite';
import { siteDataOf } from '../cli/content-data.ts';
import { writeSiteData } from '../cli/site-data.ts';
import { loadContent } from '../compiler/index.ts';
import { PACKAGE } from '../compiler/package-folder.ts';

/** Compile the commands, the engine as a library and the data of the content into a folder. */
export async function compileCommands(folder: string): Promise<void> {
  const source = `${PACKAGE}src/`;
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    // Everything is bundled: an install then needs no other package.
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: true,
      outDir: folder,
      target: 'node20',
      minify: true,
      rollupOptions: {
        input: {
          shindan: `${source}cli/shindan.ts`,
          'folder-worker': `${source}cli/folder-worker.ts`,
          'diagnose-worker': `${source}compiler/diagnose-worker.ts`,
          engine: `${source}package/engine.ts`,
        },
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
  writeSiteData(siteDataOf(loadContent(PACKAGE)), `${folder}data`);
}
