import { sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** Makes the development server read the content again, and reload the page, when it changes. */
export function reloadContent(): AstroIntegration {
  return {
    name: 'reload-content',
    hooks: {
      'astro:server:setup': ({ server }) => {
        const folder = fileURLToPath(new URL('../../../content', import.meta.url)) + sep;
        server.watcher.add(folder).on('all', (_event, file) => {
          if (!file.startsWith(folder)) return;
          for (const { moduleGraph, hot } of Object.values(server.environments)) {
            moduleGraph.invalidateAll();
            hot.send({ type: 'full-reload' });
          }
        });
      },
    },
  };
}
