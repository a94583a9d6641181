import type { ShikiTransformer } from 'shiki';
import { partsOfLine } from '../display/index.ts';

/** Lets the lines of a log end behind a slash or another mark, where browsers would end them within a word. */
export const lineEnds: ShikiTransformer = {
  name: 'line-ends',
  span(node) {
    if (this.options.lang !== 'log') return;
    node.children = node.children.flatMap((child) => (child.type === 'text' ? partsOfLine(child.value).flatMap((value, index) => [...(index > 0 ? [{ type: 'element' as const, tagName: 'wbr', properties: {}, children: [] }] : []), { type: 'text' as const, value }]) : [child]));
  },
};
