/**
 * Looks up the finding of a record. Records belong to one finding if these are equal: the templates
 * of the chain, the values of its key holes, the level, and the unmatched rest. They are hashed as
 * bytes, so a repeated record creates no string.
 */
import type { Chain } from '../chains/chain-links.ts';
import type { ByteRange } from '../lines/byte-range.ts';
import { Hash64Builder } from './hash64.ts';

/** The most unmatched rests of a chain that get a finding each; all others share one. */
const MAX_RESTS_PER_CHAIN = 16;
/** Bytes of an unmatched rest that distinguish findings. */
export const MAX_REST = 200;

export class FindingTable<T> {
  /** Identity of the current record, and of its chain without the unmatched rest. */
  readonly #identity = new Hash64Builder();
  readonly #family = new Hash64Builder();
  readonly #known = new Map<number, T>();
  /**
   * For chains with an unmatched rest: how many rests were seen, and the finding of the last one.
   */
  readonly #families = new Map<number, { rests: number; last: T }>();

  /** Return the finding that a record belongs to, or null. */
  findFinding(level: number, chain: Chain, rest: ByteRange | null): T | null {
    this.#identify(level, chain, rest);
    return this.#known.get(this.#identity.key) ?? (rest && this.#findOverflow());
  }

  /** Add a finding for the record last passed to `findFinding`. */
  addFinding(finding: T, hasRest: boolean): void {
    this.#known.set(this.#identity.key, finding);
    if (!hasRest) return;
    const family = this.#families.get(this.#family.key);
    if (family) {
      family.rests++;
      family.last = finding;
    } else {
      this.#families.set(this.#family.key, { rests: 1, last: finding });
    }
  }

  /** Return the finding that the chain's further rests share if there are too many, or null. */
  #findOverflow(): T | null {
    const family = this.#families.get(this.#family.key);
    return family && family.rests > MAX_RESTS_PER_CHAIN ? family.last : null;
  }

  #identify(level: number, chain: Chain, rest: ByteRange | null): void {
    const family = this.#family;
    family.reset();
    family.addNumber(level);
    for (let link: Chain | null = chain; link; link = link.below) {
      const { rule, bytes, spans } = link;
      family.addNumber(rule.group);
      for (let hole = 0; hole < rule.holes.length; hole++) {
        if (rule.holes[hole]?.key && (spans[2 * hole] as number) >= 0)
          family.addText(bytes, spans[2 * hole] as number, spans[2 * hole + 1] as number);
      }
    }
    this.#identity.copyFrom(family);
    if (rest)
      this.#identity.addMasked(rest.bytes, rest.from, Math.min(rest.to, rest.from + MAX_REST));
  }
}
