import type { Block, Inline, Os } from '../catalog/prose.ts';
import type { Words } from '../catalog/words.ts';
import { commandText, examplesIn, fillCommand, type Command } from './fill.ts';
import { nameInProse } from './name-in-prose.ts';
import type { Values } from './values.ts';
import { visible } from './visible.ts';

/** How the pieces of prose look in a plain text; each gets its text, which has nothing hidden in it. */
export interface TextStyle {
  /** Between blocks: one line feed or more. */
  between: string;
  strong(text: string): string;
  code(text: string): string;
  /** A line of a command, and of an excerpt. */
  command(line: string): string;
  excerpt(line: string): string;
  /** Below a command: what in it has to be replaced. */
  example(values: string[]): string;
  platform(os: Os): string;
  /** The reader's platform: it comes first, and those that it rules out are left out; null leaves all as they are written. */
  own: Os | null;
  link(text: string, href: string): string;
  guide(title: string, slug: string): string;
  /** A step's heading; `id` is its anchor on the guide's page. */
  step(number: number, title: string, id: string): string;
}

/** Lay blocks of prose out as plain text; with the reader's own values. */
export function layoutBlocks(
  blocks: Block[],
  words: Words,
  values: Values,
  style: TextStyle,
  indent = '',
): string {
  let step = 0;
  const inner = (children: Block[], deeper: string): string =>
    layoutBlocks(children, words, values, style, indent + deeper);
  return forOwn(blocks, style.own)
    .map((block) => {
      switch (block.kind) {
        case 'paragraph':
          return indent + layoutInlines(block.children, words, values, style);
        case 'list':
          return block.items
            .map(
              (item, index) =>
                `${indent}${block.ordered ? `${index + 1}.` : '-'} ${inner(item, '  ').trimStart()}`,
            )
            .join('\n');
        case 'code':
          return block.text
            .split('\n')
            .map((line) => `${indent}  ${style.excerpt(line)}`)
            .join('\n');
        case 'diagram':
          return indent + (words.diagrams[block.of] ?? '');
        case 'command':
          return layoutCommand(block, values, style, indent);
        case 'step':
          return `${indent}${style.step(++step, block.title, block.id)}\n${inner(block.children, '   ')}`;
        case 'cause':
          return `${indent}${style.strong(`- ${block.title}`)}\n${inner(block.children, '  ')}`;
        case 'platform':
          return `${indent}${style.platform(block.os)}\n${inner(block.children, '')}`;
      }
    })
    .join(style.between);
}

/** Of platforms side by side the reader's own, and those that it does not rule out; all where it is not among them. */
function forOwn(blocks: Block[], own: Os | null): Block[] {
  const groups: Block[][] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    if (block.kind === 'platform' && last?.[0]?.kind === 'platform') last.push(block);
    else groups.push([block]);
  }
  return groups.flatMap((group) => {
    const of = (wanted: Os): Block[] =>
      group.filter((block) => block.kind === 'platform' && block.os === wanted);
    const mine = own === null ? [] : of(own);
    // Files stand in the same places on macOS.
    return mine.length === 0 ? group : [...mine, ...(own === 'linux' ? of('macos') : [])];
  });
}

/** Lay a command out as plain text, and below it what has to be replaced. */
export function layoutCommand(
  command: Command,
  values: Values,
  style: Pick<TextStyle, 'command' | 'example'>,
  indent = '',
): string {
  const pieces = fillCommand(command, values);
  const examples = examplesIn(pieces);
  const lines = commandText(pieces)
    .split('\n')
    .map((line) => style.command(visible(line)));
  return [...lines, ...(examples.length > 0 ? [style.example(examples)] : [])]
    .map((line) => `${indent}  ${line}`)
    .join('\n');
}

function layoutInlines(inlines: Inline[], words: Words, values: Values, style: TextStyle): string {
  return inlines
    .map((inline) => {
      switch (inline.kind) {
        case 'text':
          return inline.text;
        case 'code':
          return style.code(inline.text);
        case 'strong':
          return style.strong(layoutInlines(inline.children, words, values, style));
        case 'link':
          return style.link(layoutInlines(inline.children, words, values, style), inline.href);
        case 'value':
          return style.code(visible(values.find(inline.of) ?? inline.sample));
        case 'guide':
          return style.guide(nameInProse(words.guides[inline.of]?.title ?? inline.of), inline.of);
        case 'entry':
          return style.code(words.entries[inline.of]?.title ?? inline.of);
      }
    })
    .join('');
}
