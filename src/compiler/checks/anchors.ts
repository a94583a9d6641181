import type { Content } from '../content.ts';
import type { Problem } from '../problem.ts';
import { translations } from '../translations.ts';

/** Anchors that the page layouts use. */
const RESERVED = [
  'main',
  'site-menu',
  'in-short',
  'siblings',
  'toc',
  'messages',
  'related',
  'tells-apart',
  'signs',
  'causes',
  'fix',
  'verify',
  'dont',
  'send',
  'search-box',
  'search-list',
];

/**
 * Check that every id that is an anchor of a page is unique on it, so that support can link to it:
 * those of causes and steps, of the rows of a table, and of the sections of a page about the site.
 */
export function checkAnchors({ guides, tables, pages }: Content): Problem[] {
  return [
    ...guides.flatMap(({ prose }) => {
      const [{ file, parts }] = translations(prose);
      const blocks = parts.flatMap((part) => part.blocks);
      const ids = blocks.flatMap((block) =>
        block.kind === 'cause' || block.kind === 'step' ? block.id : [],
      );
      return clashesIn(file, ids, (id) => `id="${id}"`);
    }),
    ...[
      ...tables.map(({ file, yaml: { rows } }) => ({ file, items: rows })),
      ...pages.map(({ file, sections }) => ({ file, items: sections })),
    ].flatMap(({ file, items }) =>
      clashesIn(
        file,
        items.map(({ id }) => id),
        (id) => `id: ${id}`,
      ),
    ),
  ];
}

function clashesIn(file: string, ids: string[], written: (id: string) => string): Problem[] {
  return ids
    .filter((id, index) => RESERVED.includes(id) || ids.indexOf(id) !== index)
    .map((id) => ({
      file,
      anchorText: written(id),
      isLastOccurrence: true,
      found: RESERVED.includes(id)
        ? `${written(id)}, which the page itself uses`
        : `a second ${written(id)}`,
      write: 'an id that is not used on this page',
    }));
}
