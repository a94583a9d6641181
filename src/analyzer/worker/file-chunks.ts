/** Bytes per read; each read is a round trip to the browser process. */
const CHUNK = 1 << 21;

/**
 * Read a file in chunks, one chunk ahead of the consumer. Stop early when the signal aborts,
 * because a read may never settle. A chunk's memory is freed when the next one is requested.
 *
 * Not a stream: in Chromium a read into our own buffer sometimes never settles, and with a new
 * buffer per read about half of a long file stays in memory until garbage is collected.
 *
 * @throws DOMException if the file cannot be read
 */
export async function* fileChunks(file: Blob, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const read = (at: number): Promise<ArrayBuffer | null> => {
    const reading = unlessAborted(file.slice(at, at + CHUNK).arrayBuffer(), signal);
    // A consumer that has stopped must not get an unhandled rejection.
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

/** Wait for a promise; resolve with null if the signal aborts first. */
export function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T | null> {
  return new Promise((resolve, reject) => {
    const abort = (): void => resolve(null);
    // A listener per call: one long-lived abort promise would retain everything raced against it.
    signal.addEventListener('abort', abort);
    if (signal.aborted) abort();
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

/**
 * Free a buffer now instead of at the next garbage collection, by transferring it to a closed port.
 */
function release(buffer: ArrayBuffer): void {
  closedPort.postMessage(null, [buffer]);
}

const { port1: closedPort } = new MessageChannel();
closedPort.close();
