import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const SITE = 'http://127.0.0.1:4321';
const files = globSync('dist/{en,ja}/**/index.html')
  .sort()
  .map((file) => ({ file, html: readFileSync(file, 'utf8') }));
const isIndexed = ({ html }: { html: string }): boolean =>
  !html.includes('<meta name="robots" content="noindex">');
const pages = files.filter(isIndexed);
const articles = pages
  .filter(({ file }) => /\/(?:guides\/.|errors\/.+\/.+\/)/.test(file))
  .filter(({ html }) => html.includes('data-pagefind-meta'));
const decode = (text: string): string =>
  text
    .replaceAll('&#34;', '"')
    .replaceAll('&quot;', '"')
    .replaceAll('&#38;', '&')
    .replaceAll('&amp;', '&')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>');
const property = (html: string, name: string): string | undefined =>
  new RegExp(`<meta property="og:${name}" content="([^"]*)"`).exec(html)?.[1];

describe('the preview of a link', () => {
  it('is missing only where search engines are turned away', () => {
    expect(files.filter((page) => !isIndexed(page)).map(({ file }) => file)).toEqual(
      ['en', 'ja'].map((lang) => `dist/${lang}/offline/index.html`),
    );
  });

  it('has a title, a description and an address on every other page', () => {
    for (const { file, html } of pages) {
      const [, title = ''] = /<title>([\s\S]*?)<\/title>/.exec(html) ?? [];
      expect(decode(title), file).toContain(`${decode(property(html, 'title') ?? '-')} |`);
      expect(property(html, 'description'), file).toMatch(/./);
      expect(property(html, 'url'), file).toBe(
        SITE + file.slice('dist'.length).replace('index.html', ''),
      );
      expect(property(html, 'locale'), file).toBe(file.startsWith('dist/ja') ? 'ja_JP' : 'en_US');
    }
  });

  it('has an image of 1200 × 630 pixels that exists, and its text alternative', () => {
    for (const { file, html } of pages) {
      const image = property(html, 'image')?.replace(SITE, 'dist') ?? '';
      expect(existsSync(image), `${file}: ${image}`).toBe(true);
      expect(property(html, 'image:alt'), file).toMatch(/.: ./);
    }
    for (const image of globSync('dist/cards/**/*.png')) {
      const data = readFileSync(image);
      expect(data.subarray(1, 4).toString()).toBe('PNG');
      expect([data.readUInt32BE(16), data.readUInt32BE(20)], image).toEqual([1200, 630]);
    }
  });

  it('has an image of its own for each guide, in each language', () => {
    const guides = articles.filter(({ file }) => file.includes('/guides/'));
    const images = guides.map(({ html }) => property(html, 'image')?.replace(SITE, 'dist') ?? '');
    const different = new Set(images.map((image) => readFileSync(image).toString('base64')));
    expect(guides.length).toBeGreaterThan(150);
    expect(different.size).toBe(guides.length);
  });
});

describe('the structured data of a guide or an entry', () => {
  it('repeats what the page says: title, summary, date of the last check, pages above', () => {
    expect(articles.length).toBeGreaterThan(900);
    for (const { file, html } of articles) {
      const [, json = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html) ?? [];
      const [page] = (JSON.parse(json) as { '@graph': WebPage[] })['@graph'];
      expect(page?.url, file).toBe(property(html, 'url'));
      expect(page?.mainEntity.description, file).toBe(decode(property(html, 'description') ?? ''));
      expect(html, file).toContain(page?.lastReviewed);
      const trail = page?.breadcrumb.itemListElement ?? [];
      expect(trail.map(({ position }) => position)).toEqual([1, 2, 3]);
      for (const { item } of trail)
        expect(existsSync(`dist${new URL(item).pathname}index.html`), item).toBe(true);
    }
  });
});

interface WebPage {
  url: string;
  lastReviewed: string;
  mainEntity: { description: string };
  breadcrumb: { itemListElement: { position: number; item: string }[] };
}
