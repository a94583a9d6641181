import { basename } from 'node:path/posix';
import { allBlocks, allInlines } from '../walk-prose.ts';
import type { Content, Prose } from '../content.ts';
import type { Part } from '../../model/prose.ts';
import type { Problem } from '../problem.ts';
import { translations } from '../translations.ts';

/** Check that all languages of a page link to the same guides and entries in each part. */
export function checkSameLinks({ entries, guides }: Content): Problem[] {
  return [...entries, ...guides].flatMap(({ prose }) => {
    const [main, ...others] = translations(prose);
    return others.flatMap((text) => differencesOf(main, text));
  });
}

function differencesOf(main: Prose<unknown>, { file, parts }: Prose<unknown>): Problem[] {
  return main.parts.flatMap((part) => {
    const other = parts.find(({ name }) => name === part.name);
    if (!other) return [];
    const [wanted, found] = [linksIn(part), linksIn(other)];
    const missing = [...wanted].filter((link) => !found.has(link));
    const extra = [...found].filter((link) => !wanted.has(link));
    if (missing.length + extra.length === 0) return [];
    return [
      {
        file,
        anchorText: extra[0] ?? `<${part.name}>`,
        found: `${extra.join(', ') || 'no link'} in <${part.name}>, where ${basename(main.file)} has ${
          missing.join(', ') || 'none'
        }`,
        write: 'links to the same guides and entries in every language',
      },
    ];
  });
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
