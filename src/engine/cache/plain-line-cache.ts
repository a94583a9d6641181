import type { Chain } from '../chains/chain-links.ts';
import { undress, type Undressed, type CompiledProduct } from '../headers/header.ts';
import { kept, type Slice } from '../lines/byte-range.ts';
import { NO_TAG } from '../headers/tags.ts';
import type { Headless } from '../normalize/standalone-message.ts';
import { Memo, type Hash } from './direct-mapped-cache.ts';

/** A line without header or envelope that was seen before. */
interface BareLine {
  variants: Undressed[];
  chain: Chain | null;
}

/** Caches lines without a header: logs repeat them. */
export class BareLines {
  readonly #product: CompiledProduct;
  readonly #headless: Headless;
  readonly #memo = new Memo<BareLine>();

  constructor(product: CompiledProduct, headless: Headless) {
    this.#product = product;
    this.#headless = headless;
  }

  findLine(hash: Hash): BareLine | undefined {
    return this.#memo.findValue(0, NO_TAG, hash);
  }

  /**
   * Cache a line from its second occurrence on.
   *
   * @returns its meaning as a standalone message, or undefined on the first occurrence
   */
  cacheRepeatedLine(line: Slice, hash: Hash): Chain | null | undefined {
    if (!this.#memo.noteMiss(0, NO_TAG, hash)) return undefined;
    const variants = undress(this.#product, kept(line));
    const [variant] = variants as [Undressed];
    const chain = this.#headless.readMessage(variant);
    this.#memo.storeValue({ variants, chain });
    return chain;
  }
}
