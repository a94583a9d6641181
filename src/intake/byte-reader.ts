import { concatBytes } from '../engine/lines/bytes.ts';

/** Reads chunks of bytes as one sequence. The source may overwrite a chunk with the next one. */
export class ByteReader {
  readonly #chunks: AsyncIterator<Uint8Array>;
  /** Bytes received and not yet skipped. */
  #held: Uint8Array = new Uint8Array(0);

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** Return at least `length` of the next bytes, fewer at the end, without consuming them. */
  async peek(length: number): Promise<Uint8Array> {
    while (this.#held.length < length) {
      const held = this.#held.slice();
      const next = await this.#chunks.next();
      if (next.done) return (this.#held = held);
      this.#held = held.length === 0 ? next.value : concatBytes([held, next.value]);
    }
    return this.#held;
  }

  /** Consume bytes that were peeked at. */
  skip(length: number): void {
    this.#held = this.#held.subarray(length);
  }

  /** Read the remaining bytes, in chunks. */
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

  /** Release the source. */
  async close(): Promise<void> {
    await this.#chunks.return?.();
  }
}
