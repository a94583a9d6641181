import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { isZip, oneFile, readZip, RefusedError, type Sink, type Skipped } from '../inspect/index.ts';
import type { TerminalText } from '../i18n/terminal.ts';

/** A file that cannot be read as a log; the message is for the user, with the file's name as it is. */
export class InputError extends Error {}

/** Bytes by which packed data is recognised. */
const MAGIC = 4;

/**
 * Read a file, or standard input for `-`, in chunks; gzip and zip are recognised by their first bytes.
 *
 * @returns the files of an archive that were not read
 * @throws InputError where the file is missing, a folder, unreadable or binary
 */
export async function readInput(file: string, sink: Sink, text: TerminalText): Promise<Skipped[]> {
  const skipped: Skipped[] = [];
  try {
    const { magic, chunks } = await begin(file === '-' ? process.stdin : createReadStream(file));
    if (isZip(magic)) await readZip(file, chunks, sink, skipped, Infinity);
    else await readOne(file, magic[0] === 0x1f && magic[1] === 0x8b ? gunzip(chunks) : chunks, sink);
  } catch (error) {
    throw new InputError(`${file}${text.colon}${reasonOf(error as NodeJS.ErrnoException, text)}`);
  }
  return skipped;
}

/** The first bytes of a stream, and all of its chunks. */
async function begin(source: Readable): Promise<{ magic: Uint8Array; chunks: AsyncGenerator<Uint8Array> }> {
  const rest = source[Symbol.asyncIterator]() as AsyncIterableIterator<Uint8Array>;
  let head = Buffer.alloc(0);
  for (let next = await rest.next(); !next.done; next = await rest.next()) {
    head = Buffer.concat([head, next.value]);
    if (head.length >= MAGIC) break;
  }
  async function* chunks(): AsyncGenerator<Uint8Array> {
    yield head;
    yield* rest;
  }
  return { magic: head.subarray(0, MAGIC), chunks: chunks() };
}

async function* gunzip(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const unpacked = createGunzip();
  Readable.from(chunks).on('error', (error) => unpacked.destroy(error)).pipe(unpacked);
  yield* unpacked as AsyncIterable<Uint8Array>;
}

async function readOne(file: string, chunks: AsyncIterable<Uint8Array>, sink: Sink): Promise<void> {
  const take = oneFile(file, sink);
  for await (const chunk of chunks) take(chunk);
  take(null);
}

function reasonOf(error: NodeJS.ErrnoException, text: TerminalText): string {
  if (error instanceof RefusedError) return text.unreadable[error.reason];
  const reasons: Record<string, string> = { ENOENT: text.missing, ENOTDIR: text.missing, EACCES: text.forbidden, EISDIR: text.folder, Z_DATA_ERROR: text.unreadable.gzip, Z_BUF_ERROR: text.unreadable.gzip };
  return reasons[error.code ?? ''] ?? (error.code === undefined ? error.message : `${text.unreadable.gone}${text.aside(error.code)}`);
}
