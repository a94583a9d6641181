import { setTimeout } from 'node:timers/promises';
import type { AstroPrerenderer } from 'astro';
import { expect, it } from 'vitest';
import { indexPages } from './index-site.ts';

it('adds pages in the order in which they are asked for, whichever is rendered first', async () => {
  const prerenderer: AstroPrerenderer = {
    name: 'test',
    getStaticPaths: () => Promise.resolve([]),
    render: async ({ url }) => {
      await setTimeout(url.endsWith('/slow/') ? 50 : 0);
      return new Response(
        `<main ${url.endsWith('/404/') ? '' : 'data-pagefind-body'}>${url}</main>`,
      );
    },
  };
  const added: string[] = [];
  const index = { add: (path: string) => void added.push(path), write: () => Promise.resolve(0) };
  const { render } = indexPages(prerenderer, index, '/kb/');
  const ask = async (path: string, type: string): Promise<string> => {
    const request = new Request(`http://localhost/kb/${path}`);
    const response = await render(request, { routeData: { type } } as Parameters<typeof render>[1]);
    return (response as Response).text();
  };
  const pages = await Promise.all([
    ask('en/slow/', 'page'),
    ask('en/', 'page'),
    ask('404/', 'page'),
    ask('en/slow/index.md', 'endpoint'),
    ask('ja/slow/', 'page'),
  ]);
  expect(added).toEqual(['/en/slow/', '/en/', '/ja/slow/']);
  expect(pages[1]).toBe('<main data-pagefind-body>http://localhost/kb/en/</main>');
});
