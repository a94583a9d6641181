import type { Content } from './content.ts';

/** Return the guides whose evidence or explains-away names an entry, those with evidence first. */
export function guidesOf(content: Content, entryId: string): string[] {
  const byEvidence = content.guides.filter(({ yaml }) =>
    yaml.evidence.some(({ chain }) => chain.includes(entryId)),
  );
  const byConsequence = content.guides.filter(({ yaml }) =>
    yaml['explains-away']?.includes(entryId),
  );
  return [...new Set([...byEvidence, ...byConsequence].map(({ slug }) => slug))];
}
