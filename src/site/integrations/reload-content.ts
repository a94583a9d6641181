import { join, sep } from 'node:path';
import type { AstroIntegration } from 'astro';
import { ROOT } from '../../cli/root.ts';

/** Makes the development server read the content again, and reload the page, when it changes. */
export function reloadContent(): AstroIntegration {
  return {
    name: 'reload-content',
    hooks: {
      'astro:server:setup': ({ server }) => {
        const folder = join(ROOT, 'content', sep);
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
