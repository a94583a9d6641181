/**
 * The findings by what makes them equal: the templates of the chain, the values of its key holes, the level, and what nobody knows at its
 * end. That is bytes: a record like one that was seen before makes no string.
 */
import type { Chain } from '../chain.ts';
import type { Slice } from '../slices.ts';
import { Identity, IdentityTable } from './identity.ts';

/** Unknown ends of a chain that are findings of their own; all others are one more. */
const MAX_ENDS = 16;
/** Bytes of an unknown rest that tell one finding from another. */
export const MAX_REST = 200;

export class FindingTable<T> {
  /** The identity of the record at hand, and of its chain without what nobody knows at the end. */
  readonly #identity = new Identity();
  readonly #family = new Identity();
  readonly #known = new IdentityTable<T>();
  /** Chains that end in text that nobody knows: how many such ends were seen, and the finding of the last. */
  readonly #families = new IdentityTable<{ ends: number; last: T }>();

  /** Find what a record belongs to. */
  find(level: number, chain: Chain, rest: Slice | null): T | null {
    this.#identify(level, chain, rest);
    return this.#known.get(this.#identity) ?? (rest && this.#otherEnd());
  }

  /** Add what was not found just now. */
  add(finding: T, hasRest: boolean): void {
    this.#known.set(this.#identity, finding);
    if (!hasRest) return;
    const family = this.#families.get(this.#family);
    if (family) {
      family.ends++;
      family.last = finding;
    } else {
      this.#families.set(this.#family, { ends: 1, last: finding });
    }
  }

  /** The finding that takes all further unknown ends of a chain, once it has too many. */
  #otherEnd(): T | null {
    const family = this.#families.get(this.#family);
    return family && family.ends > MAX_ENDS ? family.last : null;
  }

  #identify(level: number, chain: Chain, rest: Slice | null): void {
    const family = this.#family;
    family.begin();
    family.number(level);
    for (let link: Chain | null = chain; link; link = link.below) {
      const { rule, bytes, spans } = link;
      family.number(rule.group);
      for (let hole = 0; hole < rule.holes.length; hole++) {
        if (rule.holes[hole]?.key && (spans[2 * hole] as number) >= 0)
          family.text(bytes, spans[2 * hole] as number, spans[2 * hole + 1] as number);
      }
    }
    this.#identity.goOnFrom(family);
    if (rest) this.#identity.masked(rest.bytes, rest.from, Math.min(rest.to, rest.from + MAX_REST));
  }
}
