import type { Chain } from '../chains/chain-links.ts';

/**
 * Caches the chains that begin at the words of another program's text in the current message. Such
 * text may contain text of a further program, which would otherwise be read again from each word
 * before it, in exponential time.
 */
export class ForeignCache {
  readonly #chains = new Map<Uint8Array, Map<string, Chain | null>>();

  /** Clear the cache, because the next message may be in the same buffer. */
  clearCache(): void {
    this.#chains.clear();
  }

  /** Return the chain in `[from, to)` from some catalogs, which `read` reads the first time. */
  findOrRead(
    { bytes, from, to }: { bytes: Uint8Array; from: number; to: number },
    catalogs: number,
    read: () => Chain | null,
  ): Chain | null {
    const chains = this.#chains.get(bytes) ?? new Map<string, Chain | null>();
    this.#chains.set(bytes, chains);
    const key = `${from} ${to} ${catalogs}`;
    const known = chains.get(key);
    if (known !== undefined) return known;
    const chain = read();
    chains.set(key, chain);
    return chain;
  }
}
