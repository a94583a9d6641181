import { allBlocks, allInlines } from '../walk-prose.ts';
import type { Content } from '../content.ts';
import type { Part } from '../../model/prose.ts';
import type { Problem } from '../problem.ts';

/** Check that both languages of a page link to the same guides and entries in each part. */
export function checkSameLinks({ entries, guides }: Content): Problem[] {
  return [...entries, ...guides].flatMap(({ prose: { en, ja } }) =>
    en.parts.flatMap((part) => {
      const other = ja.parts.find(({ name }) => name === part.name);
      if (!other) return [];
      const [wanted, found] = [linksIn(part), linksIn(other)];
      const missing = [...wanted].filter((link) => !found.has(link));
      const extra = [...found].filter((link) => !wanted.has(link));
      if (missing.length + extra.length === 0) return [];
      return [
        {
          file: ja.file,
          anchorText: extra[0] ?? `<${part.name}>`,
          found: `${extra.join(', ') || 'no link'} in <${part.name}>, where en.mdx has ${
            missing.join(', ') || 'none'
          }`,
          write: 'links to the same guides and entries in both languages',
        },
      ];
    }),
  );
}

function linksIn(part: Part): Set<string> {
  return new Set(
    allBlocks([part]).flatMap((block) =>
      block.kind === 'paragraph'
        ? allInlines(block.children).flatMap((inline) =>
            inline.kind === 'guide' || inline.kind === 'entry'
              ? `<${inline.kind === 'guide' ? 'Guide' : 'Entry'} of="${inline.of}" />`
              : [],
          )
        : [],
    ),
  );
}
