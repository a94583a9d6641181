import { allBlocks } from '../../report/format/index.ts';
import type { Content } from '../content.ts';
import type { Problem } from '../problem.ts';
import { translations } from '../translations.ts';

/** Check that every `<Diagram>` exists, and that every diagram is shown on a page. */
export function checkDiagrams({ entries, guides, diagrams }: Content): Problem[] {
  const known = new Set(diagrams.map(({ slug }) => slug));
  const names = [...known].join(', ') || 'there is none yet';
  const shown = new Set<string>();
  const problems: Problem[] = [];
  for (const { prose } of [...entries, ...guides]) {
    for (const { file, parts } of translations(prose)) {
      for (const block of allBlocks(parts)) {
        if (block.kind !== 'diagram') continue;
        shown.add(block.of);
        if (!known.has(block.of))
          problems.push({
            file,
            anchorText: `of="${block.of}"`,
            found: `<Diagram of="${block.of}" />, which does not exist`,
            write: `the name of a file in content/diagrams: ${names}`,
          });
      }
    }
  }
  return [
    ...problems,
    ...diagrams
      .filter(({ slug }) => !shown.has(slug))
      .map(({ slug, file }) => ({
        file,
        found: 'a diagram that no page shows',
        write: `<Diagram of="${slug}" /> in a guide, or delete the file`,
      })),
  ];
}
