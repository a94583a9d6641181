import type { Content } from './content.ts';
import { allBlocks } from './walk-prose.ts';
import type { Language } from '../model/languages.ts';
import type { SiteYaml } from '../model/schemas/site.ts';
import type { Block, Inline } from '../model/prose.ts';

/** A piece of prose that readers see, with the file that authors find it in. */
export interface Text {
  file: string;
  language: Language;
  inlines: Inline[];
}

/**
 * Return all prose of the content: front matter, titles, paragraphs, cells. Symptoms are not
 * included: they are search phrases, not prose.
 */
export function allTexts(content: Content): Text[] {
  const { site, products, catalogs, entries, guides, tables, pages } = content;
  const plain = (text: string): Inline[] => [{ kind: 'text', text }];
  return site.languages.flatMap((language) => [
    ...textsOfSite(site, language).map((text) => ({
      file: 'content/site.yaml',
      language,
      inlines: plain(text),
    })),
    ...products.flatMap(({ id, yaml: { about } }) =>
      about
        ? [
            {
              file: `content/products/${id}/product.yaml`,
              language,
              inlines: plain(about[language]),
            },
          ]
        : [],
    ),
    ...catalogs.flatMap(({ name, title, about }) =>
      [title, about].map((text) => ({
        file: `content/catalogs/${name}/catalog.yaml`,
        language,
        inlines: plain(text[language]),
      })),
    ),
    ...[...entries, ...guides].flatMap(({ prose }) => {
      const { file, head, parts } = prose[language];
      const heads =
        'title' in head
          ? [head.title, head.summary, ...(head.past === undefined ? [] : [head.past])]
          : [head.summary];
      return [...heads.map(plain), ...allBlocks(parts).flatMap(inlinesOf)].map((inlines) => ({
        file,
        language,
        inlines,
      }));
    }),
    ...guides.flatMap(({ folder, yaml, tellsApart }) =>
      [
        ...tellsApart.map(({ words }) => words[language]),
        ...Object.values(yaml.changes).map((change) => plain(change[language])),
      ].map((inlines) => ({ file: `${folder}/guide.yaml`, language, inlines })),
    ),
    ...tables.flatMap(({ file, yaml: { title, summary, head, columns, groups }, rows }) => {
      const heads = [
        title,
        summary,
        head,
        ...columns.map((column) => column.title),
        ...groups.map((group) => group.title),
        ...rows.flatMap(({ code }) => (typeof code === 'string' ? [] : code)),
      ];
      return [
        ...heads.map((words) => plain(words[language])),
        ...rows.flatMap(({ cells }) => Object.values(cells).map((words) => words[language])),
      ].map((inlines) => ({ file, language, inlines }));
    }),
    ...pages.flatMap(({ file, yaml: { title, summary }, sections }) =>
      [
        plain(title[language]),
        plain(summary[language]),
        ...sections.flatMap((section) => [
          plain(section.title[language]),
          ...[...section.text, ...section.steps].map((words) => words[language]),
        ]),
      ].map((inlines) => ({ file, language, inlines })),
    ),
  ]);
}

function textsOfSite(
  { tagline, note, home, categories, links }: SiteYaml,
  language: Language,
): string[] {
  const titles = [...home.symptoms, ...categories, ...links].map(({ title }) => title);
  const notes = home.symptoms.map((symptom) => symptom.note);
  return [tagline, ...(note ? [note] : []), home.title, home.description, ...titles, ...notes].map(
    (text) => text[language],
  );
}

/** Convert prose to plain text. `standIn` replaces code and links to pages. */
export function plainText(inlines: Inline[], standIn = '`'): string {
  return inlines
    .map((inline) =>
      'children' in inline
        ? plainText(inline.children, standIn)
        : inline.kind === 'text'
          ? inline.text
          : standIn,
    )
    .join('');
}

function inlinesOf(block: Block): Inline[][] {
  return block.kind === 'paragraph'
    ? [block.children]
    : 'title' in block
      ? [[{ kind: 'text', text: block.title }]]
      : [];
}
