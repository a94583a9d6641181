import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { close, createIndex } from 'pagefind';

/** Pagefind's own UI, which the site does not use. */
const UI = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./;

/**
 * What is not text of the page. A placeholder is no word of its message, and would join the word
 * after it.
 */
const EXCLUDED = ['.gap', '.self', '.command-head', '.example-note', '.only-if', '.cause-steps'];

/**
 * Build the full-text index of the built pages, one for each language, in a process of its own.
 *
 * @returns how many pages it has
 * @throws if Pagefind reports errors or there is no page
 */
export async function indexSite(root: string): Promise<number> {
  const { index, errors } = await createIndex({ excludeSelectors: EXCLUDED });
  if (!index) throw new Error(errors.join('\n'));
  const added = await index.addDirectory({ path: root });
  const made = await index.getFiles();
  await close();
  const failed = [...added.errors, ...made.errors];
  if (failed.length > 0 || added.page_count === 0)
    throw new Error(failed.join('\n') || 'no page to index');
  for (const { path, content } of made.files.filter((file) => !UI.test(file.path))) {
    const file = join(root, 'pagefind', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return added.page_count;
}
