import type { Content } from '../content.ts';
import type { Problem } from '../problem.ts';

/** Check that the example logs that site.yaml names exist. */
export function checkSite({ site, guides }: Content): Problem[] {
  return site.examples.flatMap(({ guide: slug, case: name }) => {
    const cases = guides.find((guide) => guide.slug === slug)?.cases.map((log) => log.name);
    if (!cases || cases.includes(name)) return [];
    return [
      {
        file: 'content/site.yaml',
        anchorText: name,
        found: `${name}, which is not a log in content/guides/${slug}/cases/`,
        write: cases.length > 0 ? `one of ${cases.join(', ')}` : 'another guide, with a log there',
      },
    ];
  });
}
