import type { Chain } from '../chains/chain-links.ts';
import { stripEnvelopes, type StrippedLine, type CompiledProduct } from '../headers/header.ts';
import { copyRange, type ByteRange } from '../lines/byte-range.ts';
import { NO_TAG } from '../headers/tags.ts';
import type { StandaloneMessages } from '../normalize/standalone-message.ts';
import { DirectMappedCache, type Hash64 } from './direct-mapped-cache.ts';

/** A line without header or envelope that was seen before. */
interface BareLine {
  variants: StrippedLine[];
  chain: Chain | null;
}

/** Caches lines without a header: logs repeat them. */
export class PlainLineCache {
  readonly #product: CompiledProduct;
  readonly #headless: StandaloneMessages;
  readonly #memo = new DirectMappedCache<BareLine>();

  constructor(product: CompiledProduct, headless: StandaloneMessages) {
    this.#product = product;
    this.#headless = headless;
  }

  findLine(hash: Hash64): BareLine | undefined {
    return this.#memo.findValue(0, NO_TAG, hash);
  }

  /**
   * Cache a line from its second occurrence on.
   *
   * @returns its meaning as a standalone message, or undefined on the first occurrence
   */
  cacheRepeatedLine(line: ByteRange, hash: Hash64): Chain | null | undefined {
    if (!this.#memo.noteMiss(0, NO_TAG, hash)) return undefined;
    const variants = stripEnvelopes(this.#product, copyRange(line));
    const [variant] = variants as [StrippedLine];
    const chain = this.#headless.readMessage(variant);
    this.#memo.storeValue({ variants, chain });
    return chain;
  }
}
