import { allBlocks } from '../walk-prose.ts';
import type { Content } from '../content.ts';
import type { Problem } from '../problem.ts';
import type { Part } from '../../model/prose.ts';

/**
 * Check that both languages have the same code, except for comments, and the same placeholders in
 * it.
 */
export function checkCommands({ entries, guides }: Content): Problem[] {
  return [...entries, ...guides].flatMap(({ prose }) => {
    const [own, other] = [valuesIn(prose.en.parts), valuesIn(prose.ja.parts)];
    const at = own.findIndex((values, index) => values !== other[index]);
    if (at >= 0 && own.length === other.length)
      return [
        {
          file: prose.ja.file,
          found: `<Command${other[at]}>, in en.mdx <Command${own[at]}>`,
          write: 'the same of, fits, sample and example in both languages',
        },
      ];
    const [en, ja] = [codeOf(prose.en.parts), codeOf(prose.ja.parts)];
    const index = en.findIndex((text, at) => text !== ja[at]);
    if (index < 0 && en.length === ja.length) return [];
    const place = index < 0 ? en.length : index;
    return [
      {
        file: prose.ja.file,
        found: `code block ${place + 1} is ${quote(ja[place])}, in en.mdx ${quote(en[place])}`,
        write: 'the same code blocks in both languages; only comments may differ',
      },
    ];
  });
}

function codeOf(parts: Part[]): string[] {
  return allBlocks(parts).flatMap((block) =>
    block.kind === 'command' || block.kind === 'code' ? withoutComments(block.text) : [],
  );
}

function valuesIn(parts: Part[]): string[] {
  return allBlocks(parts).flatMap((block) =>
    block.kind === 'command'
      ? (['of', 'fits', 'sample', 'example'] as const)
          .map((name) => (block[name] === undefined ? '' : ` ${name}="${block[name]}"`))
          .join('')
      : [],
  );
}

function withoutComments(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/(^|\s)#\s.*$/, '').trimEnd())
    .filter((line) => line !== '')
    .join('\n');
}

function quote(text: string | undefined): string {
  return text === undefined ? 'missing' : `"${text.split('\n')[0]}"`;
}
