import { allBlocks, allInlines } from '../walk-prose.ts';
import type { Content, Entry } from '../content.ts';
import { guidesOf } from '../guides-of.ts';
import type { Problem } from '../problem.ts';

/**
 * Check that every cause has a guide (whose evidence names it, or to which its `<Do>` links) or can
 * be ignored.
 */
export function checkExplained(content: Content): Problem[] {
  return content.entries
    .filter(
      (entry) =>
        entry.yaml.role === 'cause' &&
        entry.yaml.act !== 'ignore' &&
        guidesOf(content, entry.id).length === 0 &&
        !leadsToGuide(entry),
    )
    .map(({ id, folder }) => ({
      file: `${folder}/entry.yaml`,
      found: 'a cause that no guide explains',
      write: `${id} in the evidence of a guide, a <Guide of="…" /> in its <Do>, or act: ignore`,
    }));
}

function leadsToGuide({ prose: { en } }: Entry): boolean {
  const blocks = allBlocks(en.parts.filter(({ name }) => name === 'Do'));
  return blocks.some(
    (block) =>
      block.kind === 'paragraph' && allInlines(block.children).some(({ kind }) => kind === 'guide'),
  );
}
