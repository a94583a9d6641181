import type { APIContext } from 'astro';
import { titleOf } from '../../../../compiler/index.ts';
import { pageText } from '../../../../i18n/pages.ts';
import type { Language } from '../../../../model/languages.ts';
import { absoluteUrl } from '../../../components/href.ts';
import { checks, hasVersions, releases } from '../../_changes.ts';
import { languagePaths, siteText } from '../../_content.ts';

/** Older releases are on the page. */
const MAX_ENTRIES = 30;

export const getStaticPaths = () => (hasVersions() ? languagePaths() : []);

/** List the newest changes as an Atom feed (RFC 4287), with the dates that the content gives. */
export const GET = ({ params }: APIContext): Response => {
  const lang = params['lang'] as Language;
  const text = pageText[lang].changes;
  const page = absoluteUrl(`/${lang}/changes/`);
  const checked = checks().map(({ program, date, pages }) => ({
    id: `${page}#checked-${date}-${encodeURIComponent(program)}`,
    url: `${page}#checked`,
    date,
    title: text.pages(pages, program),
    summary: '',
  }));
  const released = releases().map(({ product, version, date, guides, ...messages }) => ({
    id: `${page}#${product.id}-${version}`,
    url: `${page}#${product.id}-${version}`,
    date,
    title: `${product.yaml.title} ${version}`,
    summary: [
      ...guides.flatMap(({ yaml }) => yaml.changes[version]?.[lang] ?? []),
      ...(['added', 'reworded', 'ended'] as const).flatMap((kind) =>
        messages[kind].map((entry) => `${text[kind]}: ${titleOf(entry)}`),
      ),
    ].join('\n'),
  }));
  const entries = [...checked, ...released]
    .sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0))
    .slice(0, MAX_ENTRIES);
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${lang}">`,
    `<id>${page}</id>`,
    `<title>${escape(`${siteText(lang).name}: ${text.title}`)}</title>`,
    `<author><name>${escape(siteText(lang).name)}</name></author>`,
    `<updated>${momentOf(entries[0]?.date ?? '1970-01-01')}</updated>`,
    `<link rel="self" type="application/atom+xml" href="${page}feed.xml"/>`,
    `<link rel="alternate" type="text/html" href="${page}"/>`,
    ...entries.map(({ id, url, date, title, summary }) =>
      [
        `<entry><id>${id}</id><title>${escape(title)}</title>`,
        `<updated>${momentOf(date)}</updated>`,
        `<link rel="alternate" type="text/html" href="${url}"/>`,
        `<summary>${escape(summary === '' ? title : summary)}</summary></entry>`,
      ].join(''),
    ),
    '</feed>',
  ];
  return new Response(`${lines.join('\n')}\n`, {
    headers: { 'Content-Type': 'application/atom+xml' },
  });
};

/** Return the beginning of a day, because a feed needs a time and the content has only dates. */
function momentOf(date: string): string {
  return `${date}T00:00:00Z`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
