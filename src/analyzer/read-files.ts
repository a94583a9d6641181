import { refuse, type Refusal } from '../engine/index.ts';

/** A file that is not a log, or cannot be unpacked. */
export class RefusedError extends Error {
  readonly refusal: Refusal | 'gzip';
  constructor(refusal: Refusal | 'gzip') {
    super(refusal);
    this.refusal = refusal;
  }
}

/**
 * Read files one after another in chunks; gzip is recognised by its first bytes.
 *
 * @throws RefusedError for what is not a log
 */
export async function readFiles(files: File[], onChunk: (bytes: Uint8Array) => void, isCancelled: () => boolean): Promise<void> {
  for (const file of files) {
    const magic = new Uint8Array(await file.slice(0, 2).arrayBuffer());
    const isGzip = magic[0] === 0x1f && magic[1] === 0x8b;
    const stream = isGzip ? file.stream().pipeThrough(new DecompressionStream('gzip')) : file.stream();
    const reader = stream.getReader();
    let first = true;
    let ends = true;
    for (;;) {
      const { done, value } = await reader.read().catch((error: unknown) => {
        throw isGzip ? new RefusedError('gzip') : error;
      });
      if (done || isCancelled()) break;
      const refusal = first ? refuse(value) : null;
      if (refusal) throw new RefusedError(refusal);
      first = false;
      ends = value.at(-1) === 10;
      onChunk(value);
    }
    await reader.cancel();
    if (!ends) onChunk(Uint8Array.of(10));
  }
}
