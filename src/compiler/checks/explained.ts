import { allBlocks, allInlines } from '../../report/format/index.ts';
import type { Content, Entry } from '../content.ts';
import { guidesOf } from '../guides-of.ts';
import { translations } from '../translations.ts';
import type { Problem } from '../problem.ts';

/**
 * Check that every cause, and every other message after which the reader must act, has a guide:
 * one whose evidence names it, or to which its `<Do>` links.
 */
export function checkExplained(content: Content): Problem[] {
  return content.entries
    .filter((entry) => needsGuide(entry) && !hasGuide(content, entry))
    .map(({ id, folder, yaml: { role, act } }) => ({
      file: `${folder}/entry.yaml`,
      anchorText: role === 'cause' ? 'role:' : 'act:',
      found:
        role === 'cause' ? 'a cause that no guide explains' : `act: ${act}, but no guide says how`,
      write:
        `${id} in the evidence of a guide, a <Guide of="…" /> in its <Do>, or ` +
        (role === 'cause' ? 'role: harmless if nobody needs to act' : 'act: wait'),
    }));
}

function needsGuide({ yaml: { role, act } }: Entry): boolean {
  return act === 'now' || role === 'cause';
}

/** Return whether a guide's evidence names an entry, or its `<Do>` links to a guide. */
function hasGuide(content: Content, entry: Entry): boolean {
  return guidesOf(content, entry.id).length > 0 || leadsToGuide(entry);
}

function leadsToGuide({ prose }: Entry): boolean {
  const blocks = allBlocks(translations(prose)[0].parts.filter(({ name }) => name === 'Do'));
  return blocks.some(
    (block) =>
      block.kind === 'paragraph' && allInlines(block.children).some(({ kind }) => kind === 'guide'),
  );
}
