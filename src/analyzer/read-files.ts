import { isZip, oneFile, readZip, RefusedError, type Sink, type Skipped } from '../inspect/index.ts';
import { chunksOf, lentChunksOf } from './chunks-of.ts';
import { oldestFirst } from './oldest-first.ts';

/** Packed data may grow to this many bytes. What is longer belongs to the command, which reads it all the same. */
const MAX_UNPACKED = 2 ** 31;

/**
 * Read files one after another in chunks, the oldest log first; gzip and zip are recognised by their first bytes.
 *
 * @returns the files that could not be read
 * @throws RefusedError where none could
 */
export async function readFiles(files: File[], sink: Sink): Promise<Skipped[]> {
  const skipped: Skipped[] = [];
  let begun = 0;
  const counting: Sink = { ...sink, begin: (name) => { begun++; sink.begin(name); } };
  for (const file of await oldestFirst(files)) {
    if (sink.isOver()) break;
    try {
      await readFile(file, counting, skipped);
    } catch (error) {
      const refusal = error instanceof DOMException ? new RefusedError('gone') : error;
      if (!(refusal instanceof RefusedError) || files.length === 1) throw refusal;
      skipped.push({ name: file.name, reason: refusal.reason });
    }
  }
  const [first] = skipped;
  if (first && begun === 0 && !sink.isOver()) throw new RefusedError(first.reason);
  return skipped;
}

async function readFile(file: File, sink: Sink, skipped: Skipped[]): Promise<void> {
  const magic = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  if (isZip(magic)) return readZip(file.name, chunksOf(file.stream()), sink, skipped, MAX_UNPACKED);
  const isGzip = magic[0] === 0x1f && magic[1] === 0x8b;
  const take = oneFile(file.name, sink);
  let unpacked = 0;
  for await (const chunk of isGzip ? gunzip(file) : lentChunksOf(file.stream())) {
    if (sink.isOver()) break;
    unpacked += chunk.length;
    if (isGzip && unpacked > MAX_UNPACKED) throw new RefusedError('too-large');
    take(chunk);
  }
  take(null);
}

async function* gunzip(file: File): AsyncGenerator<Uint8Array> {
  try {
    yield* chunksOf(file.stream().pipeThrough(new DecompressionStream('gzip')));
  } catch {
    throw new RefusedError('gzip');
  }
}
