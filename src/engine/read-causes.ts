/**
 * What was read in the cause holes of the message at hand: templates that differ only in what stands before a cause (`Post {url}`,
 * `Post "{url}"`) ask for the same text again. The idea is the packrat parser's (Ford 2002), with a few places in place of a table.
 */
import type { Chain, ReadOptions } from './chain.ts';

const PLACES = 8;

/** Chains by the text that they were read from and how; a chain that was null counts too. */
export class ReadCauses {
  readonly #bytes: (Uint8Array | null)[] = new Array<Uint8Array | null>(PLACES).fill(null);
  readonly #from = new Int32Array(PLACES);
  readonly #to = new Int32Array(PLACES);
  readonly #options: (ReadOptions | null)[] = new Array<ReadOptions | null>(PLACES).fill(null);
  readonly #chains: (Chain | null)[] = new Array<Chain | null>(PLACES).fill(null);
  #count = 0;

  /** Forget everything: the next message may stand in the same bytes. */
  clear(): void {
    this.#count = 0;
  }

  /** The chain that was read, or undefined. */
  find(
    bytes: Uint8Array,
    from: number,
    to: number,
    options: ReadOptions,
  ): Chain | null | undefined {
    for (let place = Math.min(this.#count, PLACES) - 1; place >= 0; place--) {
      if (
        this.#from[place] === from &&
        this.#to[place] === to &&
        this.#bytes[place] === bytes &&
        isAlike(this.#options[place] as ReadOptions, options)
      )
        return this.#chains[place];
    }
    return undefined;
  }

  /** Keep a chain; the oldest one gives way. */
  keep(
    bytes: Uint8Array,
    from: number,
    to: number,
    options: ReadOptions,
    chain: Chain | null,
  ): void {
    const place = this.#count++ % PLACES;
    this.#bytes[place] = bytes;
    this.#from[place] = from;
    this.#to[place] = to;
    this.#options[place] = options;
    this.#chains[place] = chain;
  }
}

/** Whether two nested texts are read alike. */
function isAlike(a: ReadOptions, b: ReadOptions): boolean {
  return (
    a === b ||
    (a.catalogs === b.catalogs && a.loose === b.loose && a.cut === b.cut && a.oneLine === b.oneLine)
  );
}
