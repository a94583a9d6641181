import type { Content, Guide } from '../content.ts';
import type { Problem } from '../problem.ts';

type Evidence = Guide['yaml']['evidence'][number];

/**
 * Check that two guides reached by the same chain each say how to recognize the other, and that the
 * chain is not certain evidence for both, unless their conditions exclude each other.
 */
export function checkTellsApart({ guides }: Content): Problem[] {
  const reasons = new Map(
    guides.flatMap(({ yaml }) => yaml.evidence.map((one) => [one, reasonOf(one)])),
  );
  const isShared = (one: Evidence, two: Evidence): boolean =>
    reasons.get(one) === reasons.get(two) && !isSeparated(one, two) && !isSeparated(two, one);
  return guides.flatMap((guide) =>
    guides.flatMap((other) => {
      if (guide === other) return [];
      const pairs = guide.yaml.evidence.flatMap((one) =>
        other.yaml.evidence.filter((two) => isShared(one, two)).map((two) => [one, two] as const),
      );
      const certain = pairs.find((pair) => pair.every((one) => one.confidence === 'certain'))?.[0];
      if (certain)
        return [
          {
            file: `${guide.folder}/guide.yaml`,
            anchorText: certain.chain.findLast((id) => id !== '..'),
            found: `[${certain.chain.join(', ')}], which is certain evidence for ${other.slug} too`,
            write:
              'where and where-not that separate the two, ' +
              'or confidence: possible where it is not the only explanation',
          },
        ];
      const shared = pairs[0]?.[0];
      if (!shared || guide.tellsApart.some((known) => known.guide === other.slug)) return [];
      return [
        {
          file: `${guide.folder}/guide.yaml`,
          found: `[${shared.chain.join(', ')}], which leads to ${other.slug} as well`,
          write:
            `tells-apart: - { guide: ${other.slug}, en: …, ja: … }, ` +
            'what the reader sees if it is the other guide',
        },
      ];
    }),
  );
}

/** Return what a log must have, apart from values: the chain, and what is beside it. */
function reasonOf({ chain, beside }: Evidence): string {
  return [...chain, '+', beside].join();
}

/** Return whether one piece of evidence requires values of a hole that the other excludes. */
function isSeparated(one: Evidence, two: Evidence): boolean {
  return Object.entries(one.where ?? {}).some(([hole, values]) => {
    const [wanted, unwanted] = [two.where?.[hole], two['where-not']?.[hole]];
    return (
      (wanted !== undefined && !values.some((value) => wanted.includes(value))) ||
      (unwanted !== undefined && values.every((value) => unwanted.includes(value)))
    );
  });
}
