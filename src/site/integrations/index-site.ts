import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { AstroPrerenderer } from 'astro';
import { close, createIndex } from 'pagefind';

/** Pagefind's own UI, which the site does not use. */
const UI = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./;

/**
 * What is not text of the page. A placeholder is not a word of its message, and would join the word
 * after it.
 */
const EXCLUDED = ['.gap', '.self', '.command-head', '.example-note', '.only-if', '.cause-steps'];

/** The full-text index of a site, one for each language, which a process of its own builds. */
export interface SiteIndex {
  /** Add a page, with its path below the root of the site. */
  add(path: string, html: string): void;
  /**
   * Write the index into the folder of the site, when it has all pages.
   *
   * @returns how many pages it has
   * @throws if Pagefind reports errors or there is no page
   */
  write(root: string): Promise<number>;
}

/** Begin an index. @throws if Pagefind does not start */
export async function openIndex(): Promise<SiteIndex> {
  const { index, errors } = await createIndex({ excludeSelectors: EXCLUDED });
  if (!index) throw new Error(errors.join('\n'));
  const pages: ReturnType<typeof index.addHTMLFile>[] = [];
  return {
    add: (url, content) => void pages.push(index.addHTMLFile({ url, content })),
    write: async (root) => {
      const added = await Promise.all(pages);
      const made = await index.getFiles();
      await close();
      const failed = [...added, made].flatMap((result) => result.errors);
      if (failed.length > 0 || added.length === 0)
        throw new Error(failed.join('\n') || 'no page to index');
      for (const { path, content } of made.files.filter((file) => !UI.test(file.path))) {
        const file = join(root, 'pagefind', path);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, content);
      }
      return added.length;
    },
  };
}

/**
 * Let a prerenderer add the pages to an index while it renders others: in the order in which they
 * are asked for, so that every build of the same pages has the same index.
 *
 * @param base the path of the site
 */
export function indexPages(
  prerenderer: AstroPrerenderer,
  index: SiteIndex,
  base: string,
): AstroPrerenderer {
  let last: Promise<unknown> = Promise.resolve();
  return {
    ...prerenderer,
    render: async (request, options) => {
      if (options.routeData.type !== 'page') return prerenderer.render(request, options);
      const before = last;
      const added = Promise.withResolvers<null>();
      last = added.promise;
      const rendered = await prerenderer.render(request, options);
      const response = rendered instanceof Response ? rendered : rendered.response;
      const html = await response.text();
      await before;
      if (html.includes('data-pagefind-body'))
        index.add(new URL(request.url).pathname.replace(base, '/'), html);
      added.resolve(null);
      return new Response(html, response);
    },
  };
}
