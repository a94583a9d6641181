import type { Chain } from '../chain.ts';
import { undress, type Undressed } from '../heads/header.ts';
import type { CompiledProduct } from '../matcher.ts';
import { kept, type Slice } from '../slices.ts';
import { NO_TAG } from '../tags.ts';
import type { Headless } from './headless.ts';
import { Memo, type Hash } from './memo.ts';

/** A line without head and envelope that came before: a copy of it, and what it means if it stands alone. */
interface Bare {
  states: Undressed[];
  chain: Chain | null;
}

/** Remembers lines that have no head, as a log repeats them. */
export class BareLines {
  readonly #product: CompiledProduct;
  readonly #headless: Headless;
  readonly #memo = new Memo<Bare>();

  constructor(product: CompiledProduct, headless: Headless) {
    this.#product = product;
    this.#headless = headless;
  }

  find(hash: Hash): Bare | undefined {
    return this.#memo.find(0, NO_TAG, hash);
  }

  /** Keep a line once it comes again. @returns what it means if it stands alone, then; undefined the first time */
  meet(line: Slice, hash: Hash): Chain | null | undefined {
    if (!this.#memo.meet(0, NO_TAG, hash)) return undefined;
    const states = undress(this.#product, kept(line));
    const [state] = states as [Undressed];
    const chain = this.#headless.read(state);
    this.#memo.keep({ states, chain });
    return chain;
  }
}
