import type { Content, Guide } from '../content.ts';
import type { Problem } from '../problem.ts';

type Evidence = Guide['yaml']['evidence'][number];

/** Two guides that the same chain leads to, where it is certain for one of them at most and no other message decides, each say how to know the other. */
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
          write: `tells-apart: - { guide: ${other.slug}, en: …, ja: … }, what the reader sees if it is the other`,
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

/** Whether a hole has values for the one that it must not have, or has not, for the other. */
function isSeparated(one: Evidence, two: Evidence): boolean {
  return Object.entries(one.where ?? {}).some(([hole, values]) => {
    const [wanted, unwanted] = [two.where?.[hole], two['where-not']?.[hole]];
    return (
      (wanted !== undefined && !values.some((value) => wanted.includes(value))) ||
      (unwanted !== undefined && values.every((value) => unwanted.includes(value)))
    );
  });
}
