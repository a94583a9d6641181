import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex } from 'pagefind';

/** Pagefind's own UI, which the site does not use. */
const UI = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./;

/**
 * What is not text of the page. A placeholder is no word of its message, and would join the word
 * after it.
 */
const EXCLUDED = ['.gap', '.self', '.command-head', '.example-note', '.only-if', '.cause-steps'];

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
        const { index, errors } = await createIndex({ excludeSelectors: EXCLUDED });
        if (!index) throw new Error(errors.join('\n'));
        const added = await index.addDirectory({ path: fileURLToPath(dir) });
        const made = await index.getFiles();
        await close();
        const failed = [...added.errors, ...made.errors];
        if (failed.length > 0 || added.page_count === 0)
          throw new Error(failed.join('\n') || 'no page to index');
        for (const { path, content } of made.files.filter((file) => !UI.test(file.path))) {
          const file = fileURLToPath(new URL(`pagefind/${path}`, dir));
          mkdirSync(dirname(file), { recursive: true });
          writeFileSync(file, content);
        }
        logger.info(`${added.page_count} pages`);
      },
    },
  };
}
