import { titleOf } from '../../compiler/index.ts';
import { pageText } from '../../i18n/pages.ts';
import type { Language } from '../../model/languages.ts';
import { absoluteUrl } from '../components/href.ts';
import { catalogText, categories, content, languages, siteText } from '../pages/_content.ts';
import { entryMarkdown, entryUrl, guideMarkdown, guideUrl } from './page-markdown.ts';
import { escapeText, writeLink, writeMessageLink } from './write-blocks.ts';

/**
 * Write llms.txt (https://llmstxt.org/) in one language: what the site is, and its pages as
 * Markdown.
 */
export function writeIndex(lang: Language): string {
  const text = pageText[lang];
  const others = languages().filter((other) => other !== lang);
  const lists = [
    ...categories(lang).map(({ title, guides }) => ({
      title: `${text.nav.guides}: ${title}`,
      items: guides.map(({ slug, prose }) => {
        const { title: name, summary } = prose[lang].head;
        return item(writeLink({ title: name, url: `${guideUrl(slug, lang)}index.md` }), summary);
      }),
    })),
    ...content().catalogs.map(({ name }) => ({
      title: `${text.nav.errors}: ${catalogText(name, lang).title}`,
      items: content()
        .entries.filter(({ catalog }) => catalog === name)
        .map((entry) => {
          const url = `${entryUrl(entry.id, lang)}index.md`;
          const { summary } = entry.prose[lang].head;
          return item(writeMessageLink({ title: titleOf(entry), url }), summary);
        }),
    })),
    {
      title: 'Optional',
      items: [
        item(writeLink({ title: 'llms-full.txt', url: fileUrl('llms-full.txt', lang) }), text.llms),
        ...others.map((other) =>
          item(
            writeLink({ title: pageText[other].nav.language, url: fileUrl('llms.txt', other) }),
            siteText(other).home.description,
          ),
        ),
      ],
    },
  ];
  return [
    intro(lang),
    ...lists.map(({ title, items }) => `## ${escapeText(title)}\n\n${items.join('\n')}`),
  ].join('\n\n');
}

/** Write llms-full.txt in one language: the text of all guides and entries. */
export function writeFullText(lang: Language): string {
  const pages = [
    ...categories(lang).flatMap(({ guides }) => guides.map((guide) => guideMarkdown(guide, lang))),
    ...content().entries.map((entry) => entryMarkdown(entry, lang)),
  ];
  return [intro(lang), ...pages].join('\n\n');
}

/** Return the address of such a text file. That of the default language is at the root. */
function fileUrl(name: string, lang: Language): string {
  return absoluteUrl(lang === languages()[0] ? `/${name}` : `/${lang}/${name}`);
}

function intro(lang: Language): string {
  const { name, home, note } = siteText(lang);
  return [
    `# ${escapeText(name)}`,
    `> ${escapeText(home.description)}`,
    ...(note === undefined ? [] : [escapeText(note)]),
  ].join('\n\n');
}

function item(link: string, about: string): string {
  return `- ${link}: ${escapeText(about)}`;
}
