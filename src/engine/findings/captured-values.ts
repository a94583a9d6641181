/**
 * Collects the values that the holes of a finding captured, without creating strings for repeated
 * values.
 */
import { type Chain, holeValue } from '../chains/chain-links.ts';
import type { Rule, RuleHole } from '../templates/rule.ts';
import type { MessageFingerprint } from '../cache/message-fingerprint.ts';
import type { Link } from '../../model/report.ts';

/** The most values that are kept for a hole. */
const MAX_CAPTURES = 20;

/** The values captured by a hole so far. */
export interface Collection {
  /**
   * Number of the link, the link's rule in the first record of the finding, and the hole's number
   * in that rule. Another wording of the entry may have the hole elsewhere.
   */
  link: number;
  rule: Rule;
  hole: number;
  /** Hashes of the values. */
  seen: number[];
  /** The values as a report shows them. */
  values: string[];
}

/**
 * A value that may differ between messages of the same shape: its range, and the collection to
 * which it is added.
 */
export interface VaryingValue {
  collection: Collection;
  ruleHole: RuleHole;
  from: WordOffset;
  to: WordOffset;
}

/**
 * A position relative to the varying words: how many of them end before it, and the distance in
 * bytes from the last one.
 */
interface WordOffset {
  words: number;
  offset: number;
}

/** Start to collect the values of a new chain in `links`, which the report shows. */
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

/** Add those values of a chain that its finding does not have yet, and remove full collections. */
export function collectValues(collections: Collection[], chain: Chain): void {
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

/** Return the number of a collection's hole in a rule, or -1. */
function holeIn(rule: Rule, { rule: first, hole }: Collection): number {
  return rule === first
    ? hole
    : rule.holes.findIndex(({ name }) => name === first.holes[hole]?.name);
}

/**
 * Locate the collected values that contain a digit, so that they can be read from other messages of
 * the same shape. Return null if one is in a key hole, where another value makes another finding.
 *
 * @param start where the message begins
 */
export function varyingValuesOf(
  collections: readonly Collection[],
  chain: Chain,
  start: number,
  shape: MessageFingerprint,
): VaryingValue[] | null {
  const varyingValues: VaryingValue[] = [];
  for (let link: Chain | null = chain, number = 0; link; link = link.below, number++) {
    const { rule, bytes, spans } = link;
    for (let hole = 0; hole < rule.holes.length; hole++) {
      const ruleHole = rule.holes[hole] as RuleHole;
      const [from, to] = [spans[2 * hole] as number, spans[2 * hole + 1] as number];
      if (ruleHole.kind === 'cause' || from < 0 || !hasDigit(bytes, from, to)) continue;
      if (ruleHole.key) return null;
      const collection = collections.find(
        (one) => one.link === number && holeIn(rule, one) === hole,
      );
      if (collection)
        varyingValues.push({
          collection,
          ruleHole,
          from: wordOffsetOf(from, start, shape),
          to: wordOffsetOf(to, start, shape),
        });
    }
  }
  return varyingValues;
}

/**
 * Add the values of a message of the same shape.
 *
 * @param start where the message begins
 */
export function collectVaryingValues(
  varyingValues: VaryingValue[],
  bytes: Uint8Array,
  start: number,
  shape: MessageFingerprint,
): void {
  for (let index = 0; index < varyingValues.length; index++) {
    const { collection, ruleHole, from, to } = varyingValues[index] as VaryingValue;
    if (
      !addTo(
        collection,
        ruleHole,
        bytes,
        positionOf(from, start, shape),
        positionOf(to, start, shape),
      )
    )
      varyingValues.splice(index--, 1);
  }
}

function wordOffsetOf(
  place: number,
  start: number,
  { variableWordEnds, variableWords }: MessageFingerprint,
): WordOffset {
  let words = 0;
  while (words < variableWords && (variableWordEnds[words] as number) <= place) words++;
  return { words, offset: place - (words === 0 ? start : (variableWordEnds[words - 1] as number)) };
}

function positionOf(
  { words, offset }: WordOffset,
  start: number,
  { variableWordEnds }: MessageFingerprint,
): number {
  return (words === 0 ? start : (variableWordEnds[words - 1] as number)) + offset;
}

/**
 * Add a value.
 *
 * @returns whether the collection takes more
 */
function addTo(
  collection: Collection,
  ruleHole: RuleHole,
  bytes: Uint8Array,
  from: number,
  to: number,
): boolean {
  if (isFull(collection)) return false;
  const { seen, values } = collection;
  const hash = hashOf(bytes, from, to);
  if (seen.includes(hash)) return true;
  seen.push(hash);
  const value = holeValue(ruleHole, bytes, from, to);
  if (!values.includes(value)) values.push(value);
  return !isFull(collection);
}

function isFull({ seen, values }: Collection): boolean {
  return values.length >= MAX_CAPTURES || seen.length > 2 * MAX_CAPTURES;
}

function hasDigit(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++)
    if ((bytes[at] as number) >= 48 && (bytes[at] as number) <= 57) return true;
  return false;
}

/** Compute the 32-bit FNV-1a hash. */
function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193);
  return hash;
}
