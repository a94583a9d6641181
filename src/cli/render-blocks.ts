import { styleText } from 'node:util';
import type { Block, Inline, Words } from '../catalog/index.ts';
import { fillCommand, valueOf, visible } from '../display/index.ts';
import { type Finding } from '../engine/index.ts';

/** Put blocks of prose into text for a terminal; the reader's values come from the findings, if there are any. */
export function renderBlocks(blocks: Block[], words: Words, findings: Finding[], indent = ''): string {
  let step = 0;
  return blocks
    .map((block) => {
      switch (block.kind) {
        case 'paragraph':
          return indent + renderInlines(block.children, words, findings);
        case 'list':
          return block.items.map((item, index) => `${indent}${block.ordered ? `${index + 1}.` : '-'} ${renderBlocks(item, words, findings, `${indent}  `).trimStart()}`).join('\n');
        case 'code':
          return block.text.split('\n').map((line) => `${indent}  ${styleText('dim', line)}`).join('\n');
        case 'diagram':
          return indent + (words.diagrams[block.of] ?? '');
        case 'command': {
          const value = block.of === undefined ? null : valueOf(findings, block.of);
          const { text } = fillCommand(block.text, block.sample, value, block.language === 'powershell' ? 'powershell' : 'sh');
          return text.split('\n').map((line) => `${indent}  ${styleText('cyan', visible(line))}`).join('\n');
        }
        case 'step':
          return `${indent}${styleText('bold', `${++step}. ${block.title}`)}\n${renderBlocks(block.children, words, findings, `${indent}   `)}`;
        case 'cause':
          return `${indent}${styleText('bold', `- ${block.title}`)}\n${renderBlocks(block.children, words, findings, `${indent}  `)}`;
        case 'platform':
          return `${indent}[${block.os}]\n${renderBlocks(block.children, words, findings, indent)}`;
      }
    })
    .join('\n');
}

function renderInlines(inlines: Inline[], words: Words, findings: Finding[]): string {
  return inlines
    .map((inline) => {
      switch (inline.kind) {
        case 'text':
          return inline.text;
        case 'code':
          return styleText('cyan', inline.text);
        case 'strong':
          return styleText('bold', renderInlines(inline.children, words, findings));
        case 'link':
          return `${renderInlines(inline.children, words, findings)} <${inline.href}>`;
        case 'value':
          return styleText('cyan', visible(valueOf(findings, inline.of) ?? inline.sample));
        case 'guide':
          return `${words.guides[inline.of]?.title ?? inline.of} (${inline.of})`;
        case 'entry':
          return styleText('cyan', words.entries[inline.of]?.title ?? inline.of);
      }
    })
    .join('');
}
