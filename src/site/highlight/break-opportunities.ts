import type { ShikiTransformer } from 'shiki';
import { splitAtBreaks } from '../../report/format/index.ts';

type Child = Parameters<NonNullable<ShikiTransformer['span']>>[0]['children'][number];

/**
 * Inserts `<wbr>` after slashes and similar marks in log lines, so that browsers do not break
 * inside a word.
 */
export const breakOpportunities: ShikiTransformer = {
  name: 'break-opportunities',
  span(node) {
    if (this.options.lang === 'log')
      node.children = node.children.flatMap((child) =>
        child.type === 'text' ? splitAtBreaks(child.value).flatMap(withBreak) : [child],
      );
  },
};

/** Return a part of a text, preceded by a break opportunity unless it is the first. */
function withBreak(value: string, index: number): Child[] {
  const wbr: Child = { type: 'element', tagName: 'wbr', properties: {}, children: [] };
  return [...(index > 0 ? [wbr] : []), { type: 'text', value }];
}
