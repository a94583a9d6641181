import { allBlocks } from '../report/format/index.ts';
import type { Content, Entry, Guide } from './content.ts';
import { isLanguage, type Language } from '../model/languages.ts';
import type { Block, Inline } from '../model/prose.ts';

/** A piece of prose that readers see, with the file that authors find it in. */
export interface Text {
  file: string;
  language: Language;
  inlines: Inline[];
}

/**
 * Return all prose of the content: front matter, titles, paragraphs, cells, and each text of the
 * YAML files. Symptoms are not included: they are search phrases, not prose.
 */
export function allTexts(content: Content): Text[] {
  const { site, products, catalogs, entries, guides, diagrams, tables, pages, elsewhere } = content;
  const files: [file: string, yaml: unknown][] = [
    ['content/site.yaml', site],
    ...products.flatMap(({ id, yaml, settings }): [string, unknown][] => [
      [`content/products/${id}/product.yaml`, yaml],
      [`content/products/${id}/config.yaml`, settings],
    ]),
    ...catalogs.map(({ name, ...yaml }): [string, unknown] => [
      `content/catalogs/${name}/catalog.yaml`,
      yaml,
    ]),
    ...guides.map(({ folder, yaml }): [string, unknown] => [
      `${folder}/guide.yaml`,
      { ...yaml, 'tells-apart': [] },
    ]),
    ...diagrams.map(({ file, yaml }): [string, unknown] => [file, yaml]),
    ...tables.map(({ file, yaml, rows }): [string, unknown] => [
      file,
      { ...yaml, rows: rows.map(({ code }) => code) },
    ]),
    ...pages.map(({ file, yaml, sections }): [string, unknown] => [
      file,
      { ...yaml, sections: sections.map(({ title }) => title) },
    ]),
    ...elsewhere.map(({ slug, title }): [string, unknown] => [
      `content/elsewhere/${slug}.yaml`,
      title,
    ]),
  ];
  return site.languages.flatMap((language) => [
    ...files.flatMap(([file, yaml]) =>
      textsOf(yaml, language).map((text) => ({ file, language, inlines: parsePlain(text) })),
    ),
    ...[...entries, ...guides].flatMap(({ prose }) => {
      const { file, head, parts } = prose[language];
      return [
        ...stringsOf({ ...head, symptoms: [] }).map(parsePlain),
        ...allBlocks(parts).flatMap((block) => inlinesOf(block)),
      ].map((inlines) => ({ file, language, inlines }));
    }),
    ...guides.flatMap(({ folder, tellsApart }) =>
      tellsApart.map(({ words }) => ({
        file: `${folder}/guide.yaml`,
        language,
        inlines: words[language],
      })),
    ),
    ...tables.flatMap(({ file, rows }) =>
      rows.flatMap(({ cells }) =>
        Object.values(cells).map((words) => ({ file, language, inlines: words[language] })),
      ),
    ),
    ...pages.flatMap(({ file, sections }) =>
      sections.flatMap(({ text, steps }) =>
        [...text, ...steps].map((words) => ({ file, language, inlines: words[language] })),
      ),
    ),
  ]);
}

/**
 * Return what readers see of a page in one language, commands included, in an order that does not
 * depend on the order of fields.
 */
export function textsOfPage({ prose, yaml }: Entry | Guide, language: Language): string[] {
  const { head, parts } = prose[language];
  const shown = allBlocks(parts).flatMap((block) =>
    block.kind === 'command' || block.kind === 'code'
      ? block.text
      : inlinesOf(block).map((inlines) => JSON.stringify(inlines)),
  );
  const apart = 'tells-apart' in yaml ? yaml['tells-apart'] : [];
  return [
    ...stringsOf({ ...head, symptoms: [] }).sort(),
    ...shown,
    ...[...textsOf(yaml, language), ...apart.map((words) => words[language])].sort(),
  ];
}

/** Return the texts of a record that exist in each language, other than addresses. */
function textsOf(record: unknown, language: Language): string[] {
  if (typeof record !== 'object' || record === null) return [];
  const names = Object.keys(record);
  const isText =
    names.length > 0 &&
    names.every(isLanguage) &&
    Object.values(record).every((text) => typeof text === 'string');
  if (!isText) return Object.values(record).flatMap((value) => textsOf(value, language));
  const text = (record as Record<Language, string>)[language];
  return /^(?:https?|mailto):/.test(text) ? [] : [text];
}

function stringsOf(record: unknown): string[] {
  if (typeof record === 'string') return [record];
  return typeof record === 'object' && record !== null
    ? Object.values(record).flatMap(stringsOf)
    : [];
}

/** Read a text in which `code` and the {holes} for values are not prose. */
function parsePlain(text: string): Inline[] {
  return text
    .split(/(`[^`]*`|\{[^{}]*\})/)
    .map((piece, index) => ({ kind: index % 2 === 0 ? 'text' : 'code', text: piece }));
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
  if (block.kind === 'paragraph') return [block.children];
  if (!('title' in block)) return [];
  const verdict = block.kind === 'cause' ? block.verdict : undefined;
  return [block.title, ...(verdict === undefined ? [] : [verdict])].map(parsePlain);
}
