import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { contentFolder } from '../../compiler/content-folder.ts';
import { ROOT } from '../../cli/root.ts';

/** The module that holds the content, which all pages import. */
const HOLDER = fileURLToPath(new URL('../pages/_content.ts', import.meta.url));

/**
 * Makes the development server read the content again, and reload the page, when it changes: a
 * change of a file of the content counts as a change of the module that holds it.
 */
export function reloadContent(): AstroIntegration {
  const folder = join(contentFolder(ROOT), sep);
  return {
    name: 'reload-content',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'reload-content',
                hotUpdate({ file, modules }) {
                  if (!join(file).startsWith(folder)) return undefined;
                  const holders = this.environment.moduleGraph.getModulesByFile(HOLDER) ?? [];
                  return [...modules, ...holders];
                },
              },
            ],
          },
        });
      },
      'astro:server:setup': ({ server }) => {
        server.watcher.add(folder);
      },
    },
  };
}
