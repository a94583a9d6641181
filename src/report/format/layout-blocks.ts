import type { Block, Inline, Os } from '../../model/prose.ts';
import type { ReportTexts } from '../../model/words.ts';
import { commandText, examplesIn, fillCommand, refusedIn, type Command } from './fill-command.ts';
import { shortTitle } from './short-title.ts';
import { valuesForStep, type LogValues } from './values.ts';
import { escapeHidden } from './escape-hidden.ts';

/** How to write each piece of prose as plain text. Hidden characters are already escaped. */
export interface TextStyle {
  /** The separator between blocks: one or more line feeds. */
  between: string;
  strong(text: string): string;
  code(text: string): string;
  /** One line of a command; `excerpt` takes one line of a code block. */
  command(line: string): string;
  excerpt(line: string): string;
  /** The note below a command that says which values to replace. */
  example(values: string[], refused: string[]): string;
  platform(os: Os): string;
  /** The reader's platform: blocks for others are left out. Null keeps all. */
  readerPlatform: Os | null;
  link(text: string, href: string): string;
  guide(title: string, slug: string): string;
  /** The heading of a step; `id` is its anchor on the guide's page. */
  step(number: number, title: string, id: string): string;
}

/** Lay out blocks of prose as plain text, with the reader's own values. */
export function layoutBlocks(
  blocks: Block[],
  words: ReportTexts,
  values: LogValues,
  style: TextStyle,
  indent = '',
): string {
  let step = 0;
  const inner = (children: Block[], deeper: string, innerValues = values): string =>
    layoutBlocks(children, words, innerValues, style, indent + deeper);
  return keepPlatform(blocks, style.readerPlatform)
    .map((block) => {
      switch (block.kind) {
        case 'paragraph':
          return indent + layoutInlines(block.children, words, values, style);
        case 'list':
          return block.items
            .map((item, index) => {
              const marker = block.ordered ? `${index + 1}.` : '-';
              return `${indent}${marker} ${inner(item, '  ').trimStart()}`;
            })
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
        case 'step': {
          const heading = style.step(++step, block.title, block.id);
          if (block.isFolded) return indent + heading;
          const stepValues = valuesForStep(block, values);
          return `${indent}${heading}\n${inner(block.children, '   ', stepValues)}`;
        }
        case 'cause':
          return `${indent}${style.strong(`- ${block.title}`)}\n${inner(block.children, '  ')}`;
        case 'warning':
          return `${indent}- ${inner(block.children, '  ').trimStart()}`;
        case 'only':
          return inner(block.children, '');
        case 'platform':
          return block.os === style.readerPlatform
            ? inner(block.children, '')
            : `${indent}${style.platform(block.os)}\n${inner(block.children, '')}`;
      }
    })
    .join(style.between);
}

/**
 * Reduce each run of platform blocks to those for the reader's own platform. A run without a block
 * for that platform stays as it is.
 */
function keepPlatform(blocks: Block[], platform: Os | null): Block[] {
  const groups: Block[][] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    if (block.kind === 'platform' && last?.[0]?.kind === 'platform') last.push(block);
    else groups.push([block]);
  }
  return groups.flatMap((group) => {
    const kept = group.filter((block) => block.kind === 'platform' && block.os === platform);
    return kept.length === 0 ? group : kept;
  });
}

/** Lay out a command as plain text, followed by the note on values to replace. */
export function layoutCommand(
  command: Command,
  values: LogValues,
  style: Pick<TextStyle, 'command' | 'example'>,
  indent = '',
): string {
  const pieces = fillCommand(command, values);
  const examples = examplesIn(pieces);
  const lines = commandText(pieces)
    .split('\n')
    .map((line) => style.command(escapeHidden(line)));
  return [...lines, ...(examples.length > 0 ? [style.example(examples, refusedIn(pieces))] : [])]
    .map((line) => `${indent}  ${line}`)
    .join('\n');
}

function layoutInlines(
  inlines: Inline[],
  words: ReportTexts,
  values: LogValues,
  style: TextStyle,
): string {
  return inlines
    .map((inline) => {
      switch (inline.kind) {
        case 'text':
          return inline.text;
        case 'code':
          return style.code(inline.text);
        case 'strong':
          return style.strong(layoutInlines(inline.children, words, values, style));
        case 'link': {
          const text = layoutInlines(inline.children, words, values, style);
          return inline.href.endsWith(`//${text}`) ? inline.href : style.link(text, inline.href);
        }
        case 'value':
          return style.code(escapeHidden(values.find(inline.of) ?? inline.sample));
        case 'guide':
          return style.guide(shortTitle(words.guides[inline.of]?.title ?? inline.of), inline.of);
        case 'entry':
          return style.code(words.entries[inline.of]?.title ?? inline.of);
      }
    })
    .join('');
}
