/**
 * Looks up the finding of a record. Records belong to one finding if these are equal: the templates
 * of the chain, the values of its key holes, the level, and the unmatched rest without its values.
 */
import type { Chain } from '../chains/chain-links.ts';
import type { ByteRange } from '../lines/byte-range.ts';
import { decode } from '../lines/bytes.ts';

/** The most unmatched rests of a chain that get a finding each; all others share one. */
const MAX_RESTS_PER_CHAIN = 16;
/** Bytes of an unmatched rest that distinguish findings. */
export const MAX_REST = 200;

export class FindingTable<T> {
  /** Identity of the current record, and of its chain without the unmatched rest. */
  #identity = '';
  #family = '';
  readonly #known = new Map<string, T>();
  /**
   * For chains with an unmatched rest: how many rests were seen, and the finding of the last one.
   */
  readonly #families = new Map<string, { rests: number; last: T }>();

  /** Return the finding that a record belongs to, or null. */
  findFinding(level: number, chain: Chain, rest: ByteRange | null): T | null {
    this.#identify(level, chain, rest);
    return this.#known.get(this.#identity) ?? (rest && this.#findOverflow());
  }

  /** Add a finding for the record last passed to `findFinding`. */
  addFinding(finding: T, hasRest: boolean): void {
    this.#known.set(this.#identity, finding);
    if (!hasRest) return;
    const family = this.#families.get(this.#family);
    if (family) {
      family.rests++;
      family.last = finding;
    } else {
      this.#families.set(this.#family, { rests: 1, last: finding });
    }
  }

  /** Return the finding that the chain's further rests share if there are too many, or null. */
  #findOverflow(): T | null {
    const family = this.#families.get(this.#family);
    return family && family.rests > MAX_RESTS_PER_CHAIN ? family.last : null;
  }

  #identify(level: number, chain: Chain, rest: ByteRange | null): void {
    const parts: (number | string)[] = [level];
    for (let link: Chain | null = chain; link; link = link.below) {
      const { rule, bytes, spans } = link;
      parts.push(rule.group);
      for (let hole = 0; hole < rule.holes.length; hole++) {
        const [from, to] = [spans[2 * hole] as number, spans[2 * hole + 1] as number];
        if (rule.holes[hole]?.key && from >= 0) parts.push(decode(bytes, from, to));
      }
    }
    this.#family = parts.join('\n');
    this.#identity = rest ? `${this.#family}\n${maskedStart(rest)}` : this.#family;
  }
}

/** Return the beginning of a text, with each word that contains a digit masked. */
function maskedStart({ bytes, from, to }: ByteRange): string {
  return decode(bytes, from, Math.min(to, from + MAX_REST)).replace(/[\w.-]*\d[\w.-]*/g, '#');
}
