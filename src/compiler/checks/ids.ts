import type { Content } from '../content.ts';
import type { Problem } from '../problem.ts';
import { translations } from '../translations.ts';

/** Anchors that the page layouts use. */
export const RESERVED_ANCHORS = [
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
 * Check that every cause and step of a guide has a unique id, so that support can link to it. The
 * ids are the same in every language.
 */
export function checkIds({ guides }: Content): Problem[] {
  return guides.flatMap(({ prose }) => {
    const [{ file, parts }] = translations(prose);
    const ids = parts.flatMap(({ blocks }) =>
      blocks.flatMap((block) =>
        block.kind === 'cause' || block.kind === 'step' ? [block.id] : [],
      ),
    );
    return ids
      .filter((id, index) => RESERVED_ANCHORS.includes(id) || ids.indexOf(id) !== index)
      .map((id) => ({
        file,
        anchorText: `id="${id}"`,
        isLastOccurrence: true,
        found: RESERVED_ANCHORS.includes(id)
          ? `id="${id}", which the page itself uses`
          : `a second id="${id}"`,
        write: 'an id that is not used on this page, the same in every language',
      }));
  });
}
