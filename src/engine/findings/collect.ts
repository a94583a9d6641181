/** The values that the holes of a finding took, without making a string of one that was seen before. */
import type { Chain } from '../chain.ts';
import { valueIn } from '../links.ts';
import type { Rule, RuleHole } from '../matcher.ts';
import type { Shape } from '../records/shape.ts';
import type { Link } from '../report.ts';

/** Values of a hole that are kept. */
const MAX_CAPTURES = 20;

/** What a hole took so far. */
export interface Collection {
  /** Number of the link, and of the hole in the rule that the first one had: another wording of its entry may have the hole elsewhere. */
  link: number;
  rule: Rule;
  hole: number;
  /** Hashes of the values. */
  seen: number[];
  /** The values as the report shows them. */
  values: string[];
}

/** A value that may differ in a message of a known shape: where it begins and ends, and what collects it. */
export interface Place {
  collection: Collection;
  taken: RuleHole;
  from: Spot;
  to: Spot;
}

/** A place in a message, told by the words that may differ before it and the bytes behind the last of them. */
interface Spot {
  unit: number;
  offset: number;
}

/** Begin to collect the values of a chain that is new, and of its links as a report shows them. */
export function collectionsOf(chain: Chain, links: Link[]): Collection[] {
  const collections: Collection[] = [];
  for (let link: Chain | null = chain, number = 0; link; link = link.below, number++) {
    const { rule } = link;
    for (const [hole, { name, kind }] of rule.holes.entries()) {
      const values = links[number]?.captures[name];
      if (values && kind !== 'cause')
        collections.push({
          link: number,
          rule,
          hole,
          seen: [
            hashOf(link.bytes, link.spans[2 * hole] as number, link.spans[2 * hole + 1] as number),
          ],
          values,
        });
    }
  }
  return collections;
}

/** Add the values of a chain that its finding has not seen; a hole that has enough is looked at no more. */
export function collect(collections: Collection[], chain: Chain): void {
  let link: Chain | null = chain;
  let number = 0;
  for (let index = 0; index < collections.length; index++) {
    const collection = collections[index] as Collection;
    for (; link && number < collection.link; number++) link = link.below;
    if (!link) return;
    const hole = holeIn(link.rule, collection);
    const from = hole < 0 ? -1 : (link.spans[2 * hole] as number);
    if (
      from >= 0 &&
      !addTo(
        collection,
        link.rule.holes[hole] as RuleHole,
        link.bytes,
        from,
        link.spans[2 * hole + 1] as number,
      )
    )
      collections.splice(index--, 1);
  }
}

/** The number of a collection's hole in the rule at hand, or -1. */
function holeIn(rule: Rule, { rule: first, hole }: Collection): number {
  return rule === first
    ? hole
    : rule.holes.findIndex(({ name }) => name === first.holes[hole]?.name);
}

/** Where the values stand that may differ in a chain whose bytes begin at `start`, as far as they are collected; null where a key holds one, for then they make another finding. */
export function placesOf(
  collections: readonly Collection[],
  chain: Chain,
  start: number,
  shape: Shape,
): Place[] | null {
  const places: Place[] = [];
  for (let link: Chain | null = chain, number = 0; link; link = link.below, number++) {
    const { rule, bytes, spans } = link;
    for (let hole = 0; hole < rule.holes.length; hole++) {
      const taken = rule.holes[hole] as RuleHole;
      const [from, to] = [spans[2 * hole] as number, spans[2 * hole + 1] as number];
      if (taken.kind === 'cause' || from < 0 || !hasDigit(bytes, from, to)) continue;
      if (taken.key) return null;
      const collection = collections.find(
        (one) => one.link === number && holeIn(rule, one) === hole,
      );
      if (collection)
        places.push({
          collection,
          taken,
          from: spotOf(from, start, shape),
          to: spotOf(to, start, shape),
        });
    }
  }
  return places;
}

/** Add the values of a message of the same shape that begins at `start`. */
export function collectAt(places: Place[], bytes: Uint8Array, start: number, shape: Shape): void {
  for (let index = 0; index < places.length; index++) {
    const { collection, taken, from, to } = places[index] as Place;
    if (!addTo(collection, taken, bytes, placeOf(from, start, shape), placeOf(to, start, shape)))
      places.splice(index--, 1);
  }
}

function spotOf(place: number, start: number, { ends, units }: Shape): Spot {
  let unit = 0;
  while (unit < units && (ends[unit] as number) <= place) unit++;
  return { unit, offset: place - (unit === 0 ? start : (ends[unit - 1] as number)) };
}

function placeOf({ unit, offset }: Spot, start: number, { ends }: Shape): number {
  return (unit === 0 ? start : (ends[unit - 1] as number)) + offset;
}

/** @returns whether the hole takes more */
function addTo(
  collection: Collection,
  taken: RuleHole,
  bytes: Uint8Array,
  from: number,
  to: number,
): boolean {
  if (hasEnough(collection)) return false;
  const { seen, values } = collection;
  const hash = hashOf(bytes, from, to);
  if (seen.includes(hash)) return true;
  seen.push(hash);
  const value = valueIn(taken, bytes, from, to);
  if (!values.includes(value)) values.push(value);
  return !hasEnough(collection);
}

function hasEnough({ seen, values }: Collection): boolean {
  return values.length >= MAX_CAPTURES || seen.length > 2 * MAX_CAPTURES;
}

function hasDigit(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++)
    if ((bytes[at] as number) >= 48 && (bytes[at] as number) <= 57) return true;
  return false;
}

/** FNV-1a. */
function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193);
  return hash;
}
