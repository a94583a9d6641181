import type { Block, Inline, Os } from '../catalog/prose.ts';
import type { Words } from '../catalog/words.ts';
import type { Finding } from '../engine/index.ts';
import { fillCommand, valueOf } from './fill.ts';
import { nameInProse } from './name-in-prose.ts';
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
  platform(os: Os): string;
  link(text: string, href: string): string;
  guide(title: string, slug: string): string;
  /** A step's heading; `id` is its anchor on the guide's page. */
  step(number: number, title: string, id: string): string;
}

/** Lay blocks of prose out as plain text; the reader's values come from the findings, if there are any. */
export function layoutBlocks(blocks: Block[], words: Words, findings: readonly Finding[], style: TextStyle, indent = ''): string {
  let step = 0;
  const inner = (children: Block[], deeper: string): string => layoutBlocks(children, words, findings, style, indent + deeper);
  return blocks
    .map((block) => {
      switch (block.kind) {
        case 'paragraph':
          return indent + layoutInlines(block.children, words, findings, style);
        case 'list':
          return block.items.map((item, index) => `${indent}${block.ordered ? `${index + 1}.` : '-'} ${inner(item, '  ').trimStart()}`).join('\n');
        case 'code':
          return block.text.split('\n').map((line) => `${indent}  ${style.excerpt(line)}`).join('\n');
        case 'diagram':
          return indent + (words.diagrams[block.of] ?? '');
        case 'command': {
          const value = block.of === undefined ? null : valueOf(findings, block.of);
          const { text } = fillCommand(block.text, block.sample, value, block.language === 'powershell' ? 'powershell' : 'sh');
          return text.split('\n').map((line) => `${indent}  ${style.command(visible(line))}`).join('\n');
        }
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

function layoutInlines(inlines: Inline[], words: Words, findings: readonly Finding[], style: TextStyle): string {
  return inlines
    .map((inline) => {
      switch (inline.kind) {
        case 'text':
          return inline.text;
        case 'code':
          return style.code(inline.text);
        case 'strong':
          return style.strong(layoutInlines(inline.children, words, findings, style));
        case 'link':
          return style.link(layoutInlines(inline.children, words, findings, style), inline.href);
        case 'value':
          return style.code(visible(valueOf(findings, inline.of) ?? inline.sample));
        case 'guide':
          return style.guide(nameInProse(words.guides[inline.of]?.title ?? inline.of), inline.of);
        case 'entry':
          return style.code(words.entries[inline.of]?.title ?? inline.of);
      }
    })
    .join('');
}
