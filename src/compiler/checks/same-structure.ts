import { allBlocks, allInlines } from '../../report/format/index.ts';
import { basename } from 'node:path/posix';
import type { Block, Part } from '../../model/prose.ts';
import type { Content, Prose } from '../content.ts';
import type { Problem } from '../problem.ts';
import { translations } from '../translations.ts';

/** Between a link and the name of its part. */
const IN_PART = ' in <';

/**
 * Check that all languages of a page have the same parts, steps, causes, platforms, diagrams and
 * commands in the same order, the same code except for comments, and in each part links to the same
 * guides and entries.
 */
export function checkSameStructure({ entries, guides }: Content): Problem[] {
  return [...entries, ...guides].flatMap(({ prose }) => {
    const [main, ...others] = translations(prose);
    return others.flatMap((text) => differenceOf(main, text));
  });
}

function differenceOf(main: Prose<unknown>, { file, parts }: Prose<unknown>): Problem[] {
  const source = basename(main.file);
  const [wanted, own] = [main.parts.flatMap(outlineOf), parts.flatMap(outlineOf)];
  if (wanted.join('\n') === own.join('\n')) return [];
  const missing = wanted.filter((item) => !own.includes(item)).join(', ');
  const [first, ...others] = own.filter((item) => !wanted.includes(item));
  const extra = first && [first, ...others].join(', ');
  const found =
    extra === undefined
      ? missing === ''
        ? `a different order than in ${source}`
        : `no ${missing}, which ${source} has`
      : missing === ''
        ? `${extra}, which ${source} does not have`
        : `${extra}, where ${source} has ${missing}`;
  return [
    {
      file,
      anchorText: first?.split(IN_PART)[0],
      found,
      write: 'the same parts, steps, code and links in every language; only comments may differ',
    },
  ];
}

/** List what all languages must share of a part: its tags, its lines of code, then its links. */
function outlineOf(part: Part): string[] {
  const blocks = allBlocks([part]);
  const links = blocks
    .flatMap((block) => (block.kind === 'paragraph' ? linksIn(block) : []))
    .map((link) => `${link}${IN_PART}${part.name}>`);
  return [`<${part.name}>`, ...blocks.flatMap(itemsOf), ...[...new Set(links)].sort()];
}

function itemsOf(block: Block): string[] {
  switch (block.kind) {
    case 'cause':
      return [`<Cause id="${block.id}">`];
    case 'step':
      return [`<Step id="${block.id}">`];
    case 'platform':
      return [`<Platform os="${block.os}">`];
    case 'diagram':
      return [`<Diagram of="${block.of}">`];
    case 'command': {
      const attributes = (['of', 'fits', 'sample', 'example'] as const).map((name) =>
        block[name] === undefined ? '' : ` ${name}="${block[name]}"`,
      );
      return [`<Command${attributes.join('')}>`, ...linesOf(block.text)];
    }
    case 'code':
      return linesOf(block.text);
    default:
      return [];
  }
}

/** Return the lines of code without comments. */
function linesOf(code: string): string[] {
  return code
    .split('\n')
    .map((line) => line.replace(/(^|\s)#\s.*$/, '').trimEnd())
    .filter((line) => line !== '');
}

function linksIn({ children }: Extract<Block, { kind: 'paragraph' }>): string[] {
  return allInlines(children).flatMap((inline) => {
    if (inline.kind === 'guide') return `<Guide of="${inline.of}" />`;
    return inline.kind === 'entry' ? `<Entry of="${inline.of}" />` : [];
  });
}
