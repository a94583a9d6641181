import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openContentLazily } from '../../src/compiler/index.ts';
import { IS_THOROUGH } from '../helpers/sample.ts';

const content = openContentLazily();

interface PageFile {
  path: string;
  html: string;
}

function pagesOf(folder: string): PageFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html') && !file.startsWith('pagefind'))
    .map((file) => ({
      path: `/${file.replace(/index\.html$/, '')}`,
      html: readFileSync(join(folder, file), 'utf8'),
    }));
}

const pages = pagesOf('dist');
const byPath = new Map(pages.map((page) => [page.path, page]));
const isRedirect = ({ path }: PageFile): boolean => path === '/' || /^\/[eg]\//.test(path);
const articles = pages.filter((page) => !isRedirect(page) && page.path !== '/404.html');
const all = (html: string, pattern: RegExp): string[] =>
  [...html.matchAll(pattern)].map(([, value]) => value ?? '');
const withoutCode = (html: string): string => html.replace(/<script\b[\s\S]*?<\/script>/g, '');

describe('addresses', () => {
  const wanted = [
    '/',
    '/404.html',
    ...['en', 'ja'].flatMap((lang) => [
      `/${lang}/`,
      `/${lang}/guides/`,
      `/${lang}/errors/`,
      `/${lang}/analyze/`,
      `/${lang}/search/`,
      `/${lang}/offline/`,
      `/${lang}/tables/`,
      ...content.tables.map(({ slug }) => `/${lang}/tables/${slug}/`),
      ...content.guides.map(({ slug }) => `/${lang}/guides/${slug}/`),
      ...content.entries.map(({ id }) => `/${lang}/errors/${id}/`),
      ...[...new Set(content.entries.map(({ catalog }) => catalog))].map(
        (catalog) => `/${lang}/errors/${catalog}/`,
      ),
    ]),
    ...content.entries.map(({ id }) => `/e/${id}/`),
    ...content.guides.map(({ slug }) => `/g/${slug}/`),
  ];
  it('has every expected page', () =>
    expect(wanted.filter((path) => !byPath.has(path))).toEqual([]));
  it('has the files that scripts and servers read', () => {
    for (const file of [
      'catalog.json',
      'words/en.json',
      'words/ja.json',
      '_headers',
      'pagefind/pagefind.js',
    ])
      expect(existsSync(join('dist', file)), file).toBe(true);
  });
});

it.each(['en', 'ja'])('reaches every guide from its category in %s', (lang) => {
  const sections = new Map(
    [
      ...(byPath.get(`/${lang}/guides/`)?.html ?? '').matchAll(
        /<section id="([^"]+)">([\s\S]*?)<\/section>/g,
      ),
    ].map(([, id, html]) => [id, html]),
  );
  expect(
    content.guides
      .filter(
        ({ slug, yaml }) =>
          !sections.get(yaml.category)?.includes(`href="/${lang}/guides/${slug}/"`),
      )
      .map(({ slug }) => slug),
  ).toEqual([]);
});

it('shows no old sample of a message, and its current level if a sample has it', () => {
  const yearOf = (text: string): number =>
    Number(/\b(20\d\d)[-/]\d\d[-/]\d\d/.exec(text.replaceAll(/<[^>]+>/g, ' '))?.[1] ?? 0);
  const old = content.entries.filter(({ id, yaml, samples }) => {
    const shown =
      /<h2 id="sample">[\s\S]*?<\/pre>/.exec(byPath.get(`/en/errors/${id}/`)?.html ?? '')?.[0] ??
      '';
    const newest = Math.max(...samples.map(({ text }) => yearOf(text)));
    const year = yearOf(shown);
    return (
      (yaml.level !== undefined &&
        samples.some(({ text }) => text.includes(`${yaml.level} `)) &&
        !shown.includes(yaml.level)) ||
      (year > 0 && year < newest)
    );
  });
  expect(old.map(({ id }) => id)).toEqual([]);
  expect(byPath.get('/en/errors/agent/register-failed/')?.html).toContain(
    'failed to register this host: API request failed',
  );
});

it('lists every page except offline, short links and 404 in the sitemap', () => {
  const listed = new Set(
    all(readFileSync('dist/sitemap.xml', 'utf8'), /<loc>[a-z]+:\/\/[^/<]+(\/[^<]*)<\/loc>/g),
  );
  expect(
    articles
      .map(({ path }) => path)
      .filter((path) => !listed.has(path) && !path.endsWith('/offline/')),
  ).toEqual([]);
});

describe.each([
  ['dist', ''] as const,
  // The small content names pages that it does not have.
  ...(IS_THOROUGH ? [['dist-kb', '/kb'] as const] : []),
])('links in %s', (folder, base) => {
  const files = pagesOf(folder);
  const anchors = new Map(
    files.map(({ path, html }) => [path, new Set(all(html, /\sid="([^"]+)"/g))]),
  );
  it('lead to pages and anchors that exist', () => {
    const broken = files.flatMap(({ path, html }) =>
      all(withoutCode(html), /<a\b[^>]*\shref="([^"]+)"/g)
        .filter((href) => {
          if (/^(?:https?:|mailto:)/.test(href)) return false;
          const [target = '', hash] = href.startsWith('#')
            ? [base + path, href.slice(1)]
            : href.split('#');
          if (!target.startsWith(`${base}/`)) return true;
          const file = target.slice(base.length);
          return anchors.has(file)
            ? hash !== undefined && hash !== '' && !anchors.get(file)?.has(decodeURIComponent(hash))
            : !existsSync(join(folder, file)) || statSync(join(folder, file)).isDirectory();
        })
        .map((href) => `${path} → ${href}`),
    );
    expect([...new Set(broken)]).toEqual([]);
  });
});

it('has only links below /kb/ if the site is built for that path', () => {
  const links = pagesOf('dist-kb').flatMap(({ path, html }) =>
    all(withoutCode(html), /<(?:a|link)\b[^>]*\shref="(\/[^"]*)"/g).map((href) => ({ path, href })),
  );
  expect(links.length).toBeGreaterThan(1000);
  expect(links.filter(({ href }) => !href.startsWith('/kb/'))).toEqual([]);
});

describe('every page', () => {
  const check = ({ path, html }: PageFile): void => {
    const lang = path.split('/')[1] ?? '';
    expect(html).toMatch(new RegExp(`<html[^>]*\\slang="${lang}"`));
    expect(all(html, /<(h1)\b/g)).toHaveLength(1);
    expect(all(html, /<(main)\b/g)).toHaveLength(1);
    const ids = all(html, /\sid="([^"]+)"/g);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const [title = ''] = all(html, /<title>([^<]+)<\/title>/g);
    expect(title.length).toBeGreaterThan(3);
    expect(html).toMatch(/<meta name="description" content="[^"]{10,}/);
    expect(html).toMatch(/<link rel="canonical"/);
    for (const other of ['ja', 'en', 'x-default']) expect(html).toContain(`hreflang="${other}"`);
    const twin = path.replace(
      /^\/(en|ja)\//,
      (_, own: string) => `/${own === 'en' ? 'ja' : 'en'}/`,
    );
    expect(byPath.has(twin), twin).toBe(true);
    for (const name of ['data-search-state', 'data-analyze-state', 'data-status'])
      expect(
        all(withoutCode(html), new RegExp(`\\s(${name})[=\\s>]`, 'g')).length,
        name,
      ).toBeLessThan(2);
  };
  // One test, because a test takes longer than the check of a page.
  it('has its language, one title, a description, a twin and distinct ids', () => {
    expect(
      articles.flatMap((page) => {
        try {
          check(page);
          return [];
        } catch (error) {
          return `${page.path}: ${(error as Error).message}`;
        }
      }),
    ).toEqual([]);
  });
  it('says that the project is independent', () => {
    for (const { path, html } of articles)
      expect(html, path).toMatch(path.startsWith('/ja/') ? /独立/ : /independent/i);
  });
});

/** Maximum bytes of each kind of page, gzipped except for inline scripts. */
const BUDGETS: [
  kind: string,
  match: RegExp,
  html: number,
  css: number,
  js: number,
  inline: number,
][] = [
  ['home', /^\/(en|ja)\/$/, 14_000, 10_000, 0, 1_792],
  ['guide', /^\/(en|ja)\/guides\/[^/]+\/$/, 14_000, 10_000, 0, 1_792],
  ['table', /^\/(en|ja)\/tables\/[^/]+\/$/, 14_000, 10_000, 0, 2_176],
  ['entry', /^\/(en|ja)\/errors\/[^/]+\/[^/]+\/$/, 10_000, 10_000, 0, 1_792],
];

const sizes = new Map<string, number>();
/** Return the gzipped size of a file, which the build compresses unless it is very small. */
function sizeOf(file: string): number {
  const path = join('dist', file);
  const size =
    sizes.get(file) ??
    statSync(`${path}.gz`, { throwIfNoEntry: false })?.size ??
    gzipSync(readFileSync(path)).length;
  sizes.set(file, size);
  return size;
}

describe('budgets', () => {
  it.each(BUDGETS)('%s', (_kind, match, maxHtml, maxCss, maxJs, maxInline) => {
    for (const { path, html } of articles.filter((page) => match.test(page.path))) {
      const size = (files: string[]): number => files.reduce((sum, file) => sum + sizeOf(file), 0);
      expect(sizeOf(`${path}index.html`), `${path} html`).toBeLessThan(maxHtml);
      expect(size(all(html, /<link rel="stylesheet" href="([^"]+)"/g)), `${path} css`).toBeLessThan(
        maxCss,
      );
      expect(size(all(html, /<script\b[^>]*\ssrc="([^"]+)"/g)), `${path} js`).toBeLessThanOrEqual(
        maxJs,
      );
      const inline = all(
        html,
        /<script(?![^>]*\ssrc=)(?![^>]*type="application)[^>]*>([\s\S]*?)<\/script>/g,
      ).join('');
      expect(Buffer.byteLength(inline), `${path} inline script`).toBeLessThanOrEqual(maxInline);
    }
  });
});
