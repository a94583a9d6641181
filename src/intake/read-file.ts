import { ByteReader } from './byte-reader.ts';
import { createFileWriter, RefusedError, type Sink, type SkippedFile } from './input-source.ts';
import { isGzip, isZip } from './file-signatures.ts';

/** Maximum unpacked size of a packed file in bytes, against zip bombs. */
const MAX_UNPACKED = 16e9;
/** Number of bytes that identify packed data. */
const MAGIC = 4;

/**
 * Read a file chunk by chunk into the sink; gzip and zip are recognized by their first bytes. The
 * files of an archive are read in order; those that are not logs are added to `skipped`. Reading
 * stops at the first damage and when the sink is done.
 *
 * @throws RefusedError if nothing could be read, or packed data is damaged or unpacks to too much
 */
export async function readFile(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  sink: Sink,
  skipped: SkippedFile[],
): Promise<void> {
  const reader = new ByteReader(chunks);
  try {
    const head = await reader.peek(MAGIC);
    if (isZip(head)) await readZip(name, reader, sink, skipped);
    else if (isGzip(head)) {
      const { gunzip } = await import('./packed.ts');
      await readOne(name, limited(gunzip(reader), { left: MAX_UNPACKED }), sink);
    } else await readOne(name, reader.rest(), sink);
  } catch (error) {
    // If the sink is done, the data was cut off on purpose and is not damaged.
    if (!sink.isDone()) throw error;
  } finally {
    await reader.close();
  }
}

async function readZip(
  name: string,
  reader: ByteReader,
  sink: Sink,
  skipped: SkippedFile[],
): Promise<void> {
  const { zipEntries } = await import('./packed.ts');
  const allowance = { left: MAX_UNPACKED };
  const before = skipped.length;
  let read = 0;
  for await (const entry of zipEntries(reader)) {
    await sink.yieldToTasks();
    if (sink.isDone()) return;
    if (isNotLog(entry.name)) continue;
    try {
      await readOne(`${name}: ${entry.name}`, limited(entry.unpack(), allowance), sink);
      if (sink.isDone()) return;
      read++;
    } catch (error) {
      if (!(error instanceof RefusedError) || ENDS_ARCHIVE.has(error.reason)) throw error;
      skipped.push({ name: entry.name, reason: error.reason });
    }
  }
  if (read === 0) throw new RefusedError(skipped.splice(before)[0]?.reason ?? 'damaged-zip');
}

/** Reasons that concern the whole archive, not one of its files. */
const ENDS_ARCHIVE: ReadonlySet<string> = new Set(['damaged-zip', 'unpacks-too-large']);

/** Return whether an entry is a folder or metadata that macOS adds. */
function isNotLog(name: string): boolean {
  return name.endsWith('/') || name.startsWith('__MACOSX/') || name.endsWith('.DS_Store');
}

async function readOne(name: string, chunks: AsyncIterable<Uint8Array>, sink: Sink): Promise<void> {
  const take = createFileWriter(name, sink);
  for await (const chunk of chunks) {
    if (sink.isDone()) return;
    take(chunk);
    await sink.yieldToTasks();
  }
  take(null);
}

/** Pass bytes on until the allowance is used up. */
async function* limited(
  unpacked: AsyncIterable<Uint8Array>,
  allowance: { left: number },
): AsyncGenerator<Uint8Array> {
  for await (const bytes of unpacked) {
    if ((allowance.left -= bytes.length) < 0) throw new RefusedError('unpacks-too-large');
    yield bytes;
  }
}
