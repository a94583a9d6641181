import type { Content, Guide } from '../content.ts';
import type { Problem } from '../problem.ts';

type Evidence = Guide['yaml']['evidence'][number];

/**
 * Check that two guides reached by the same chain each say how to recognize the other, unless the
 * chain is certain evidence for both, or their conditions exclude each other.
 */
export function checkTellsApart({ guides }: Content): Problem[] {
  return guides.flatMap((guide) =>
    guides.flatMap((other) => {
      const shared =
        guide !== other &&
        guide.yaml.evidence.find((one) => other.yaml.evidence.some((two) => isShared(one, two)));
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

function isShared(one: Evidence, two: Evidence): boolean {
  return (
    one.chain.join() === two.chain.join() &&
    one.beside === two.beside &&
    !(one.confidence === 'certain' && two.confidence === 'certain') &&
    !isSeparated(one, two) &&
    !isSeparated(two, one)
  );
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
