import { idOf } from '../reviews.ts';
import type { Content } from '../content.ts';
import type { Problem } from '../problem.ts';

/** Check that review.yaml names only pages that exist. */
export function checkReviews({ entries, guides, review }: Content): Problem[] {
  const pages = new Set([...entries, ...guides].map(idOf));
  return Object.keys(review)
    .filter((id) => !pages.has(id))
    .map((id) => ({
      file: 'content/review.yaml',
      anchorText: `${id}:`,
      found: `readings of ${id}, which does not exist`,
      write: 'its new name, or nothing',
    }));
}
