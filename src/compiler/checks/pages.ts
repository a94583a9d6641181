import type { Content } from '../content.ts';
import type { Problem } from '../problem.ts';
import { RESERVED_ANCHORS } from './ids.ts';

/** First parts of the addresses of all other pages. */
const TAKEN = ['analyze', 'errors', 'guides', 'offline', 'products', 'search', 'tables'];

/** Check that every page about the site has an address and sections of its own. */
export function checkPages({ pages }: Content): Problem[] {
  return pages.flatMap(({ slug, file, sections }) => {
    const ids = sections.map(({ id }) => id);
    return [
      ...(TAKEN.includes(slug)
        ? [{ file, found: `a page at /${slug}/, which exists already`, write: 'another name' }]
        : []),
      ...ids
        .filter((id, index) => RESERVED_ANCHORS.includes(id) || ids.indexOf(id) !== index)
        .map((id) => ({
          file,
          anchorText: `id: ${id}`,
          isLastOccurrence: true as const,
          found: `a section ${id}, an id that the page already has`,
          write: 'an id that is not used on this page',
        })),
    ];
  });
}
