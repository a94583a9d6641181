import { absoluteUrl } from '../components/href.ts';
import { hasVersions } from './_changes.ts';
import { content, languages } from './_content.ts';

const NAMESPACES = [
  'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"',
  'xmlns:xhtml="http://www.w3.org/1999/xhtml"',
].join(' ');

/** List every page in every language, each with links to its alternates. */
export const GET = (): Response => {
  const { catalogs, entries, guides, pages, products, tables } = content();
  const paths = [
    '',
    'guides/',
    'errors/',
    'analyze/',
    'search/',
    ...(hasVersions() ? ['changes/'] : []),
    ...products.map(({ id }) => `products/${id}/`),
    ...guides.map(({ slug }) => `guides/${slug}/`),
    ...catalogs.map(({ name }) => `errors/${name}/`),
    ...entries.map(({ id }) => `errors/${id}/`),
    ...(tables.length > 0 ? ['tables/'] : []),
    ...tables.map(({ slug }) => `tables/${slug}/`),
    ...pages.map(({ slug }) => `${slug}/`),
  ];
  const urls = paths.flatMap((path) =>
    languages().map((lang) => {
      const others = languages()
        .map((other) => {
          const url = absoluteUrl(`/${other}/${path}`);
          return `<xhtml:link rel="alternate" hreflang="${other}" href="${url}"/>`;
        })
        .join('');
      return `<url><loc>${absoluteUrl(`/${lang}/${path}`)}</loc>${others}</url>`;
    }),
  );
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<urlset ${NAMESPACES}>`,
    ...urls,
    '</urlset>',
  ];
  return new Response(`${lines.join('\n')}\n`, {
    headers: { 'Content-Type': 'application/xml' },
  });
};
