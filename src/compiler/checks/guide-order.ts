import type { Content } from '../content.ts';
import type { Problem } from '../problem.ts';

/**
 * Check that every guide has a unique order in its category, so that the list and the pager agree.
 */
export function checkGuideOrder({ guides }: Content): Problem[] {
  const taken = new Map<string, string>();
  return guides.flatMap(({ slug, folder, yaml: { category, order } }) => {
    const place = `${category} ${order}`;
    const other = taken.get(place);
    taken.set(place, slug);
    if (other === undefined) return [];
    const free = guides.filter(({ yaml }) => yaml.category === category).length + 1;
    return [
      {
        file: `${folder}/guide.yaml`,
        anchorText: 'order:',
        found: `order ${order} in ${category}, which ${other} has as well`,
        write: `a free number: ${free}, or a new order for both`,
      },
    ];
  });
}
