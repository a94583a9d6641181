import type { Block, Inline, Os } from '../../model/prose.ts';
import { listOf } from '../../report/format/index.ts';
import { codeBlock, codeSpan } from '../../report/markdown.ts';

/** Supplies the texts and links for the platforms, pages and so on that prose refers to. */
export interface Names {
  platform(os: Os): string;
  /** The text alternative of a diagram. */
  diagram(slug: string): string;
  /** The note on the example values of a command. */
  example(values: string[]): string;
  guide(slug: string): Target;
  entry(id: string): Target;
  /** A note that names the causes that need a step, if they are few; otherwise empty. */
  onlyIf(step: string): string;
}

/** A page to link to: its title and its absolute address. */
export interface Target {
  title: string;
  url: string;
}

/** Characters that Markdown, or a chat program that reads it, would take for markup. */
const MARKUP = /[\\`*[\]<>~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#|\w+;)/gu;
/** What would begin a heading or a list item. */
const LEAD = /^(?:[-+#]|\d+(?=[.)]))(?=[.) ])/;

/** Write blocks of prose as Markdown, with an empty line between them. */
export function writeBlocks(blocks: Block[], names: Names): string {
  const inner = (children: Block[]): string => writeBlocks(children, names);
  return blocks
    .map((block) => {
      switch (block.kind) {
        case 'paragraph':
          return writeInlines(block.children, names);
        case 'list':
          return block.items
            .map((item, index) => {
              const marker = block.ordered ? `${index + 1}. ` : '- ';
              return marker + inner(item).replace(/\n(?=.)/g, `\n${' '.repeat(marker.length)}`);
            })
            .join('\n');
        case 'code':
          return writeCode(block.language, block.text);
        case 'diagram':
          return escapeText(names.diagram(block.of));
        case 'command': {
          const examples = listOf(block.example);
          const note = examples.length > 0 ? `\n\n${escapeText(names.example(examples))}` : '';
          return writeCode(block.language, block.text) + note;
        }
        case 'platform':
          return `**${escapeText(names.platform(block.os))}**\n\n${inner(block.children)}`;
        case 'cause':
        case 'step': {
          const onlyIf = block.kind === 'step' ? names.onlyIf(block.id) : '';
          return [
            `### ${escapeText(block.title)}`,
            ...(onlyIf === '' ? [] : [escapeText(onlyIf)]),
            inner(block.children),
          ].join('\n\n');
        }
        default:
          return inner(block.children);
      }
    })
    .join('\n\n');
}

/** Write a paragraph as Markdown. */
export function writeInlines(inlines: Inline[], names: Names): string {
  return inlines
    .map((inline, index) => {
      switch (inline.kind) {
        case 'text':
          return index === 0 ? escapeText(inline.text) : escapeInner(inline.text);
        case 'code':
          return writeCodeSpan(inline.text);
        case 'value':
          return writeCodeSpan(inline.sample);
        case 'strong':
          return `**${writeInlines(inline.children, names)}**`;
        case 'link':
          return `[${writeInlines(inline.children, names)}](${inline.href})`;
        case 'guide':
          return writeLink(names.guide(inline.of));
        case 'entry':
          return writeMessageLink(names.entry(inline.of));
      }
    })
    .join('');
}

/** Write a link to a page whose title is prose. */
export function writeLink({ title, url }: Target): string {
  return `[${escapeText(title)}](${url})`;
}

/** Write a link to a page whose title is a message. */
export function writeMessageLink({ title, url }: Target): string {
  return `[${writeCodeSpan(title)}](${url})`;
}

/** Write text in a code span. */
export function writeCodeSpan(text: string): string {
  return codeSpan(text).text;
}

/** Write text in a fenced block. */
export function writeCode(language: string, text: string): string {
  return codeBlock(language, text.split('\n')).text;
}

/** Escape text that begins a block, so that none of it is read as markup. */
export function escapeText(text: string): string {
  return escapeInner(text).replace(LEAD, (lead) => (/\d/.test(lead) ? `${lead}\\` : `\\${lead}`));
}

function escapeInner(text: string): string {
  return text.replace(MARKUP, '\\$&');
}
