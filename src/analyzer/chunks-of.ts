import { takeTurns } from './take-turns.ts';

const LENT = 1 << 20;

/** The chunks of a stream, with turns for others between them; not every browser can iterate a stream. */
export async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const turn = takeTurns();
  const reader = stream.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      yield next.value;
      await turn();
    }
  } finally {
    await reader.cancel();
  }
}

/**
 * The same for one who is done with a chunk before asking for the next: two pieces of memory, of which one is filled while the other is
 * read, where the browser can do that. With new memory for each chunk, a long file is held half over until somebody collects it.
 */
export async function* lentChunksOf(stream: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<Uint8Array> {
  const reader = lentReaderOf(stream);
  if (!reader) return yield* chunksOf(stream);
  const turn = takeTurns();
  let next = reader.read(new Uint8Array(LENT));
  let spare = new ArrayBuffer(LENT);
  try {
    for (;;) {
      const { done, value } = await next;
      if (done || !value) return;
      next = reader.read(new Uint8Array(spare));
      // Whoever reads no further need not know that it failed.
      next.catch(() => undefined);
      yield value;
      spare = value.buffer;
      await turn();
    }
  } finally {
    await reader.cancel();
  }
}

/** Safari before 26 has no files that fill memory of one's own. */
function lentReaderOf(stream: ReadableStream<Uint8Array>): ReadableStreamBYOBReader | null {
  try {
    return stream.getReader({ mode: 'byob' });
  } catch {
    return null;
  }
}
