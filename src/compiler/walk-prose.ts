import type { Block, Inline, Part } from '../model/prose.ts';

/** Return all blocks of some parts in reading order, each before its children. */
export function allBlocks(parts: Part[]): Block[] {
  return parts.flatMap(({ blocks }) => blocks.flatMap(withInner));
}

/** Return all inline nodes of a paragraph, each before its children. */
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
