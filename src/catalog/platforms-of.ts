import { allBlocks } from './all-blocks.ts';
import type { Os, Part } from './prose.ts';

/** The platforms that steps are told apart by, in the order of their first step. */
export function platformsOf(parts: Part[]): Os[] {
  return [
    ...new Set(allBlocks(parts).flatMap((block) => (block.kind === 'platform' ? [block.os] : []))),
  ];
}
