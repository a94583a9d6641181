import { concat } from './concat.ts';

/** Reads chunks of bytes as one sequence. A chunk may be overwritten once the next one is asked for. */
export class ByteReader {
  readonly #chunks: AsyncIterator<Uint8Array>;
  /** The bytes that have come and are not skipped yet. */
  #held: Uint8Array = new Uint8Array(0);

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** Return the next bytes, at least `length` of them unless the data ends before, and leave them in place. */
  async peek(length: number): Promise<Uint8Array> {
    while (this.#held.length < length) {
      const held = this.#held.slice();
      const next = await this.#chunks.next();
      if (next.done) return (this.#held = held);
      this.#held =
        held.length === 0
          ? next.value
          : concat([held, next.value], held.length + next.value.length);
    }
    return this.#held;
  }

  /** Pass over bytes that were peeked at. */
  skip(length: number): void {
    this.#held = this.#held.subarray(length);
  }

  /** Read what remains, in chunks. */
  async *rest(): AsyncGenerator<Uint8Array> {
    try {
      for (let held = await this.peek(1); held.length > 0; held = await this.peek(1)) {
        this.skip(held.length);
        yield held;
      }
    } finally {
      await this.close();
    }
  }

  /** Let go of the source. */
  async close(): Promise<void> {
    await this.#chunks.return?.();
  }
}
