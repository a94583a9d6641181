import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import type { Nodes } from 'mdast';
import { describe, expect, inject, it } from 'vitest';
import { sample } from '../helpers/sample.ts';

const SITE = 'http://127.0.0.1:4321';
const base = inject('base');
const twins = globSync('dist/{en,ja}/{guides/*,errors/*/*}/index.md').sort();
const read = sample(twins, 5);
const nodesOf = (text: string): Nodes[] => {
  const inner = (node: Nodes): Nodes[] => [
    node,
    ...('children' in node ? node.children.flatMap(inner) : []),
  ];
  return inner(fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }));
};
const nodesOfTwins = new Map<string, Nodes[]>();
/** Return the nodes of the Markdown of a page, which several tests read. */
function nodesOfTwin(twin: string): Nodes[] {
  const nodes = nodesOfTwins.get(twin) ?? nodesOf(readFileSync(twin, 'utf8'));
  nodesOfTwins.set(twin, nodes);
  return nodes;
}
const isPage = (url: string): boolean => {
  const path = url.slice(SITE.length).replace(/\/$/, '/index.html');
  return url.startsWith(`${SITE}/`) && existsSync(`dist${path}`);
};
const decode = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#x3C|lt);/g, '<')
    .replace(/&(?:#62|#x3E|gt);/g, '>')
    .replace(/&(?:#34|quot);/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&(?:#38|#x26|amp);/g, '&');

describe('the Markdown of a page', () => {
  it('exists for every guide and entry, which link to it', () => {
    const pages = globSync('dist/{en,ja}/{guides/*,errors/*/*}/index.html').sort();
    expect(pages.length).toBeGreaterThan(900);
    expect(twins).toEqual(pages.map((page) => page.replace(/html$/, 'md')));
    for (const page of pages) {
      const path = `${dirname(page).slice('dist'.length)}/index.md`;
      expect(readFileSync(page, 'utf8')).toContain(
        `<link rel="alternate" type="text/markdown" href="${SITE}${path}">`,
      );
    }
  });

  it('has the title, the parts and the code of its page, and no HTML', () => {
    for (const twin of read) {
      const nodes = nodesOfTwin(twin);
      const html = readFileSync(twin.replace(/md$/, 'html'), 'utf8');
      const code = nodes.flatMap((node) => (node.type === 'code' ? node.value : []));
      const blocks = [...html.matchAll(/<pre[^>]*>([\s\S]*?)<\/pre>/g)].map(([, inner = '']) =>
        decode(inner),
      );
      expect(code, twin).toEqual(blocks);
      expect(
        nodes.filter(({ type }) => type === 'html' || type === 'image'),
        twin,
      ).toEqual([]);
      expect(nodes.filter((node) => node.type === 'heading' && node.depth === 1)).toHaveLength(1);
    }
  });

  it('links only to pages that exist, and to official ones', () => {
    for (const twin of read)
      for (const node of nodesOfTwin(twin))
        if (node.type === 'link' && node.url.startsWith(SITE))
          expect(isPage(node.url), `${twin}: ${node.url}`).toBe(true);
  });

  it('is served as Markdown', async () => {
    const response = await fetch(`${base}/ja/guides/key-rejected/index.md`);
    expect(response.headers.get('content-type')).toBe('text/markdown; charset=utf-8');
    expect(await response.text()).toMatch(/^# APIキーが拒否された（401・403）\n\n> 401は/);
  });
});

describe.each(['', 'ja/'])('%sllms.txt', (folder) => {
  const text = readFileSync(`dist/${folder}llms.txt`, 'utf8');

  it('has the structure of the proposal: a title, a summary, lists of links', () => {
    const [first, second] = fromMarkdown(text).children;
    expect(first).toMatchObject({ type: 'heading', depth: 1 });
    expect(second?.type).toBe('blockquote');
    const sections = text.split(/^## .*$/m).slice(1);
    expect(sections.length).toBeGreaterThan(10);
    for (const line of sections.flatMap((section) => section.trim().split('\n')))
      expect(line).toMatch(/^- \[.+\]\(http\S+\): ./);
  });

  it('links to the Markdown of all guides and entries in its language', () => {
    const lang = folder === '' ? 'en' : 'ja';
    const urls = nodesOf(text).flatMap((node) => (node.type === 'link' ? node.url : []));
    const listed = urls.filter((url) => url.endsWith('index.md'));
    expect(urls.filter((url) => !isPage(url))).toEqual([]);
    expect(listed.map((url) => url.replace(SITE, 'dist')).sort()).toEqual(
      twins.filter((twin) => twin.startsWith(`dist/${lang}/`)),
    );
  });

  it('links to the full text, which contains them', () => {
    const full = readFileSync(`dist/${folder}llms-full.txt`, 'utf8');
    const lang = folder === '' ? 'en' : 'ja';
    for (const twin of twins.filter((file) => file.startsWith(`dist/${lang}/`)))
      expect(full).toContain(readFileSync(twin, 'utf8').trim());
  });
});
