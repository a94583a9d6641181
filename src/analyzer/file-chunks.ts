/** Bytes that are read at a time: each read costs a way to the browser process and back. */
const CHUNK = 1 << 21;

/**
 * Read a file in chunks, one ahead of whoever takes them, and end early when the signal aborts: a read may never
 * settle. Memory of a chunk is given back when the next one is asked for.
 *
 * A stream of the file would not do: in Chromium a read that fills memory of ours sometimes never settles, and with
 * new memory for each read a long file is held half over until the garbage collector runs.
 *
 * @throws DOMException where the file cannot be read
 */
export async function* fileChunks(file: Blob, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const read = (at: number): Promise<ArrayBuffer | null> => {
    const reading = unlessAborted(file.slice(at, at + CHUNK).arrayBuffer(), signal);
    // Whoever asks for no more need not know that it failed.
    reading.catch(() => undefined);
    return reading;
  };
  let next: Promise<ArrayBuffer | null> | null = read(0);
  for (let at = CHUNK; next !== null; at += CHUNK) {
    const buffer = await next;
    if (buffer === null) return;
    next = at < file.size ? read(at) : null;
    yield new Uint8Array(buffer);
    release(buffer);
  }
}

/** Wait for something until the signal aborts; null then. */
export function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T | null> {
  return new Promise((resolve, reject) => {
    const abort = (): void => resolve(null);
    // Not one promise for the whole reading: it would hold all that was raced against it.
    signal.addEventListener('abort', abort);
    if (signal.aborted) abort();
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

/** Free memory at once: what is handed over to a port that nobody listens to is gone. The garbage collector would wait. */
function release(buffer: ArrayBuffer): void {
  nobody.postMessage(null, [buffer]);
}

const { port1: nobody } = new MessageChannel();
nobody.close();
