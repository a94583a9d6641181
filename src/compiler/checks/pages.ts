import type { Content } from '../content.ts';
import type { Problem } from '../problem.ts';

/** First parts of the addresses of all other pages. */
const TAKEN = ['analyze', 'errors', 'guides', 'offline', 'products', 'search', 'tables'];

/** Check that every page about the site has an address of its own. */
export function checkPages({ pages }: Content): Problem[] {
  return pages
    .filter(({ slug }) => TAKEN.includes(slug))
    .map(({ slug, file }) => ({
      file,
      found: `a page at /${slug}/, which exists already`,
      write: 'another name',
    }));
}
