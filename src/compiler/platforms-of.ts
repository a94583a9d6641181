import { allBlocks } from './walk-prose.ts';
import type { Os, Part } from '../model/prose.ts';

/** Return the platforms that have steps of their own, in order of appearance. */
export function platformsOf(parts: Part[]): Os[] {
  return [
    ...new Set(allBlocks(parts).flatMap((block) => (block.kind === 'platform' ? [block.os] : []))),
  ];
}
