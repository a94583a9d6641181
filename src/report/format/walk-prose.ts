import type { Block, Inline, Os, Part } from '../../model/prose.ts';

/** Return some blocks and all blocks in them, in reading order. */
export function blocksWithin(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'list') return [block, ...blocksWithin(block.items.flat())];
    return 'children' in block && block.kind !== 'paragraph'
      ? [block, ...blocksWithin(block.children)]
      : block;
  });
}

/** Return all blocks of some parts, in reading order. */
export function allBlocks(parts: readonly Part[]): Block[] {
  return blocksWithin(parts.flatMap(({ blocks }) => blocks));
}

/** Return all inline nodes of a paragraph, each before its children. */
export function allInlines(inlines: readonly Inline[]): Inline[] {
  return inlines.flatMap((inline) => [
    inline,
    ...('children' in inline ? allInlines(inline.children) : []),
  ]);
}

/** Return the platforms that have blocks of their own, in order of appearance. */
export function platformsOf(parts: readonly Part[]): Os[] {
  return [
    ...new Set(allBlocks(parts).flatMap((block) => (block.kind === 'platform' ? block.os : []))),
  ];
}
