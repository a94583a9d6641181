import type { Block, Inline, Part } from './prose.ts';

/** List the blocks of parts in reading order, each before what it holds. */
export function allBlocks(parts: Part[]): Block[] {
  return parts.flatMap(({ blocks }) => blocks.flatMap(withInner));
}

/** List the pieces of a paragraph, each before what it holds. */
export function allInlines(inlines: Inline[]): Inline[] {
  return inlines.flatMap((inline) => [
    inline,
    ...('children' in inline ? allInlines(inline.children) : []),
  ]);
}

function withInner(block: Block): Block[] {
  const inner =
    block.kind === 'list'
      ? block.items.flat()
      : 'children' in block && block.kind !== 'paragraph'
        ? block.children
        : [];
  return [block, ...inner.flatMap(withInner)];
}
