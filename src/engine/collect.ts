/** The values that the holes of a finding took, without making a string of one that was seen before. */
import type { Chain } from './chain.ts';
import { captureOf } from './links.ts';
import type { Link } from './report.ts';

/** Values of a hole that are kept. */
const MAX_CAPTURES = 20;

/** What a hole took so far. */
export interface Collection {
  /** Number of the link and of the hole in its rule. */
  link: number;
  hole: number;
  /** Hashes of the values. */
  seen: number[];
}

/** Begin to collect the values of a chain that is new. */
export function collectionsOf(chain: Chain): Collection[] {
  const collections: Collection[] = [];
  for (let link: Chain | null = chain, number = 0; link; link = link.below, number++) {
    for (const [hole, { kind }] of link.rule.holes.entries()) {
      const from = link.spans[2 * hole] as number;
      if (kind !== 'cause' && from >= 0) collections.push({ link: number, hole, seen: [hashOf(link.bytes, from, link.spans[2 * hole + 1] as number)] });
    }
  }
  return collections;
}

/** Add the values of a chain that its finding has not seen; a hole that has enough is looked at no more. */
export function collect(collections: Collection[], links: Link[], chain: Chain): void {
  let link: Chain | null = chain;
  let number = 0;
  for (let index = 0; index < collections.length; index++) {
    const collection = collections[index] as Collection;
    for (; link && number < collection.link; number++) link = link.below;
    if (!link) return;
    const from = link.spans[2 * collection.hole] as number;
    const to = link.spans[2 * collection.hole + 1] as number;
    if (from < 0) continue;
    const hash = hashOf(link.bytes, from, to);
    if (collection.seen.includes(hash)) continue;
    collection.seen.push(hash);
    const name = link.rule.holes[collection.hole]?.name ?? '';
    const value = captureOf(link, collection.hole) as string;
    const values = links[number]?.captures[name];
    if (values && !values.includes(value)) values.push(value);
    if ((values?.length ?? MAX_CAPTURES) >= MAX_CAPTURES || collection.seen.length > 2 * MAX_CAPTURES) collections.splice(index--, 1);
  }
}

/** FNV-1a. */
function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193);
  return hash;
}
