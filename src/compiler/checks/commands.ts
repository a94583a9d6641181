import { basename } from 'node:path/posix';
import { allBlocks } from '../walk-prose.ts';
import type { Content, Prose } from '../content.ts';
import type { Problem } from '../problem.ts';
import { translations } from '../translations.ts';
import type { Part } from '../../model/prose.ts';

/**
 * Check that all languages have the same code, except for comments, and the same placeholders in
 * it.
 */
export function checkCommands({ entries, guides }: Content): Problem[] {
  return [...entries, ...guides].flatMap(({ prose }) => {
    const [main, ...others] = translations(prose);
    return others.flatMap((text) => differencesOf(main, text));
  });
}

function differencesOf(main: Prose<unknown>, { file, parts }: Prose<unknown>): Problem[] {
  const source = basename(main.file);
  const [own, other] = [valuesIn(main.parts), valuesIn(parts)];
  const at = own.findIndex((values, index) => values !== other[index]);
  if (at >= 0 && own.length === other.length)
    return [
      {
        file,
        found: `<Command${other[at]}>, in ${source} <Command${own[at]}>`,
        write: 'the same of, fits, sample and example in every language',
      },
    ];
  const [wanted, code] = [codeOf(main.parts), codeOf(parts)];
  const index = wanted.findIndex((text, place) => text !== code[place]);
  if (index < 0 && wanted.length === code.length) return [];
  const place = index < 0 ? wanted.length : index;
  return [
    {
      file,
      found: `code block ${place + 1} is ${quote(code[place])}, in ${source} ${quote(wanted[place])}`,
      write: 'the same code blocks in every language; only comments may differ',
    },
  ];
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
