/** Collects the values that the holes of a finding captured. */
import { type Chain, captureOf } from '../chains/chain-links.ts';
import type { Rule } from '../templates/rule.ts';
import type { Link } from '../../model/report.ts';

/** The most values that are kept for a hole. */
const MAX_CAPTURES = 20;

/**
 * The values captured so far by a hole, whose position may differ in another wording of the entry.
 */
export interface Collection {
  /** Number of the link. */
  link: number;
  /** Name of the hole. */
  name: string;
  /** The values as a report shows them. */
  values: string[];
}

/** Start to collect the values of a new chain in `links`, which the report shows. */
export function collectionsOf(chain: Chain, links: Link[]): Collection[] {
  return linksIn(chain).flatMap(({ rule }, link) =>
    rule.holes.flatMap(({ name, kind }) => {
      const values = links[link]?.captures[name];
      return values && kind !== 'cause' ? [{ link, name, values }] : [];
    }),
  );
}

/** Add those values of a chain that its finding does not have yet, and remove full collections. */
export function collectValues(collections: Collection[], chain: Chain): void {
  const links = linksIn(chain);
  for (let index = 0; index < collections.length; index++) {
    const { link, name, values } = collections[index] as Collection;
    const read = links[link];
    const value = read ? captureOf(read, holeOf(read.rule, name)) : null;
    if (value !== null && !values.includes(value)) values.push(value);
    if (values.length >= MAX_CAPTURES) collections.splice(index--, 1);
  }
}

/**
 * Return whether words with a digit matter in a message: with others, it may belong to another
 * finding, or have another value to collect.
 */
export function hasVaryingValue(collections: readonly Collection[], chain: Chain): boolean {
  return linksIn(chain).some((read, link) =>
    read.rule.holes.some(
      ({ key, name }, hole) =>
        (key || collections.some((one) => one.link === link && one.name === name)) &&
        /\d/.test(captureOf(read, hole) ?? ''),
    ),
  );
}

function holeOf({ holes }: Rule, name: string): number {
  return holes.findIndex((hole) => hole.name === name);
}

function linksIn(chain: Chain): Chain[] {
  const links: Chain[] = [];
  for (let link: Chain | null = chain; link; link = link.below) links.push(link);
  return links;
}
