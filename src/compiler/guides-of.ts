import type { Content } from './content.ts';
import { oncePerContent } from './once-per-content.ts';

/** Return the guides whose evidence or explains-away names an entry, those with evidence first. */
export function guidesOf(content: Content, entryId: string): string[] {
  return [...(guidesByEntry(content).get(entryId) ?? [])];
}

const guidesByEntry = oncePerContent(({ guides }) => {
  const found = new Map<string, Set<string>>();
  const add = (id: string, slug: string): void =>
    void found.set(id, (found.get(id) ?? new Set()).add(slug));
  for (const { slug, yaml } of guides)
    for (const { chain } of yaml.evidence) for (const id of chain) add(id, slug);
  for (const { slug, yaml } of guides) for (const id of yaml['explains-away'] ?? []) add(id, slug);
  return found;
});
