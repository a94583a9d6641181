import type { Content } from '../content.ts';
import type { Problem } from '../problem.ts';

/** A guide that an answer may name as possible says what would decide, with a command. */
export function checkDecides({ guides }: Content): Problem[] {
  return guides.flatMap(({ folder, yaml }) => {
    const file = `${folder}/guide.yaml`;
    const undecided = yaml.evidence.find(({ confidence }) => confidence === 'possible');
    if (!undecided || yaml.decides) return [];
    return [{ file, found: `evidence [${undecided.chain.join(', ')}] is possible, and nothing says what would decide`, write: 'decides: { what: { en: …, ja: … }, command: … }, a command whose output tells whether it is this' }];
  });
}
