import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex } from 'pagefind';

/**
 * Builds the full-text index of the built pages, one for each language.
 *
 * @throws if Pagefind reports errors or there is no page
 */
export function indexSite(): AstroIntegration {
  return {
    name: 'index-site',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const { index, errors } = await createIndex({});
        if (!index) throw new Error(errors.join('\n'));
        const added = await index.addDirectory({ path: fileURLToPath(dir) });
        const written = await index.writeFiles({
          outputPath: fileURLToPath(new URL('pagefind/', dir)),
        });
        await close();
        const failed = [...added.errors, ...written.errors];
        if (failed.length > 0 || added.page_count === 0)
          throw new Error(failed.join('\n') || 'no page to index');
        logger.info(`${added.page_count} pages`);
      },
    },
  };
}
