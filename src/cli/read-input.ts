import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { pipeline } from 'node:stream/promises';
import type { Readable } from 'node:stream';
import { refuse, type Refusal } from '../inspect/index.ts';

/** A file that cannot be read as a log; the message is one line for the user. */
export class InputError extends Error {}

/**
 * Read a file, or standard input for `-`, in chunks; gzip is recognised by its first bytes.
 *
 * @throws InputError where the file is missing, a folder, unreadable or binary
 */
export async function readInput(file: string, onChunk: (bytes: Uint8Array) => void): Promise<void> {
  const head = file === '-' ? new Uint8Array(0) : await readHead(file);
  const source: Readable = file === '-' ? process.stdin : createReadStream(file);
  const isGzip = head[0] === 0x1f && head[1] === 0x8b;
  let first = true;
  const sink = async (chunks: AsyncIterable<Uint8Array>): Promise<void> => {
    for await (const chunk of chunks) {
      const refusal = first ? refuse(chunk) : null;
      if (refusal) throw new InputError(`${file}: ${REFUSED[refusal]}`);
      first = false;
      onChunk(chunk);
    }
  };
  try {
    await (isGzip ? pipeline(source, createGunzip(), sink) : pipeline(source, sink));
  } catch (error) {
    if (error instanceof InputError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    if (isGzip && (code === 'Z_DATA_ERROR' || code === 'Z_BUF_ERROR')) throw new InputError(`${file}: the gzip data is damaged or cut off`);
    throw new InputError(`${file}: ${message}`);
  }
}

async function readHead(file: string): Promise<Uint8Array> {
  try {
    const handle = await open(file, 'r');
    try {
      const { buffer, bytesRead } = await handle.read(new Uint8Array(8), 0, 8, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reasons: Record<string, string> = { ENOENT: 'no such file', EACCES: 'no permission to read it', EISDIR: 'it is a folder; name the files in it' };
    throw new InputError(`${file}: ${reasons[code ?? ''] ?? (error as Error).message}`);
  }
}

const REFUSED: Record<Refusal, string> = {
  evtx: 'this is a Windows event log (.evtx); save it in Event Viewer as text or CSV and name that file',
  zip: 'this is a zip file; unpack it and name the log in it',
  binary: 'this is a binary file, not a log',
};
