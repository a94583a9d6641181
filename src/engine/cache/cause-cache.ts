/**
 * Caches the chains read from the cause holes of the current message: templates that differ only
 * before the cause (`Post {url}`, `Post "{url}"`) would read the same text again. This is a packrat
 * parser (Ford 2002) with a few slots in place of a table.
 */
import type { ByteRange } from '../lines/byte-range.ts';
import type { Chain, ReadOptions } from '../chains/chain-links.ts';

const SLOTS = 8;

/** Chains by their text and options. A null chain is cached too. */
export class CauseCache {
  readonly #bytes: (Uint8Array | null)[] = new Array<Uint8Array | null>(SLOTS).fill(null);
  readonly #from = new Int32Array(SLOTS);
  readonly #to = new Int32Array(SLOTS);
  readonly #options: (ReadOptions | null)[] = new Array<ReadOptions | null>(SLOTS).fill(null);
  readonly #chains: (Chain | null)[] = new Array<Chain | null>(SLOTS).fill(null);
  #count = 0;

  /** Clear the cache, because the next message may be in the same buffer. */
  clearCache(): void {
    this.#count = 0;
  }

  /** Return the cached chain, or undefined. */
  findCached({ bytes, from, to }: ByteRange, options: ReadOptions): Chain | null | undefined {
    for (let slot = Math.min(this.#count, SLOTS) - 1; slot >= 0; slot--) {
      if (
        this.#from[slot] === from &&
        this.#to[slot] === to &&
        this.#bytes[slot] === bytes &&
        isAlike(this.#options[slot] as ReadOptions, options)
      )
        return this.#chains[slot];
    }
    return undefined;
  }

  /** Cache a chain; it replaces the oldest one. */
  cacheChain({ bytes, from, to }: ByteRange, options: ReadOptions, chain: Chain | null): void {
    const slot = this.#count++ % SLOTS;
    this.#bytes[slot] = bytes;
    this.#from[slot] = from;
    this.#to[slot] = to;
    this.#options[slot] = options;
    this.#chains[slot] = chain;
  }
}

/** Return whether a text in a hole is read in the same way with both options. */
function isAlike(a: ReadOptions, b: ReadOptions): boolean {
  return (
    a === b ||
    (a.catalogs === b.catalogs &&
      a.loose === b.loose &&
      a.mayBeTruncated === b.mayBeTruncated &&
      a.oneLine === b.oneLine)
  );
}
