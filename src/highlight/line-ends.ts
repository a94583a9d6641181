import type { ShikiTransformer } from 'shiki';
import { partsOfLine } from '../display/index.ts';

type Child = Parameters<NonNullable<ShikiTransformer['span']>>[0]['children'][number];

/** Lets the lines of a log end behind a slash or another mark, where browsers would end them within a word. */
export const lineEnds: ShikiTransformer = {
  name: 'line-ends',
  span(node) {
    if (this.options.lang === 'log')
      node.children = node.children.flatMap((child) =>
        child.type === 'text' ? partsOfLine(child.value).flatMap(withEnd) : [child],
      );
  },
};

/** A part of a text, and before it where the line may end, but for the first one. */
function withEnd(value: string, index: number): Child[] {
  const end: Child = { type: 'element', tagName: 'wbr', properties: {}, children: [] };
  return [...(index > 0 ? [end] : []), { type: 'text', value }];
}
