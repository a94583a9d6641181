import { FlateErrorCode, Gunzip, Inflate, type FlateError } from 'fflate';
import type { ByteReader } from './byte-reader.ts';
import { RefusedError, type Unread } from './sink.ts';

/** Packed bytes that are unpacked at a time: deflate makes at most a thousand times as many of them. */
const PIECE = 1 << 13;
/** Bytes of the shortest gzip file: a header, an empty block and a trailer. */
const SHORTEST_GZIP = 20;

/** Tell by its first bytes whether a file is packed with gzip. */
export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b && head[2] === 8;
}

/**
 * Unpack the members of a gzip file. Bytes after the last member are ignored, as gzip(1) does; checksums are not
 * compared. Unpacking stops once nobody asks for more.
 *
 * @throws RefusedError where the data is damaged or cut off
 */
export async function* gunzip(reader: ByteReader): AsyncGenerator<Uint8Array> {
  const unpacked: Uint8Array[] = [];
  const stream = new Gunzip((bytes) => void unpacked.push(bytes));
  let length = 0;
  for await (const piece of piecesOf(reader)) {
    length += piece.length;
    const isMember = push(stream, piece);
    yield* unpacked.splice(0);
    if (!isMember) return;
  }
  if (length < SHORTEST_GZIP) throw new RefusedError('gzip');
  push(stream, null);
  yield* unpacked.splice(0);
}

/** Push packed bytes, null at their end; false where they do not begin a member. */
function push(stream: Gunzip, piece: Uint8Array | null): boolean {
  try {
    stream.push(piece ?? new Uint8Array(0), piece === null);
    return true;
  } catch (error) {
    if ((error as FlateError).code === FlateErrorCode.InvalidHeader) return false;
    throw new RefusedError('gzip');
  }
}

/** Cut what remains into pieces, as copies: fflate holds on to what it cannot unpack yet. */
async function* piecesOf(reader: ByteReader): AsyncGenerator<Uint8Array> {
  for await (const chunk of reader.rest()) {
    for (let at = 0; at < chunk.length; at += PIECE) yield chunk.slice(at, at + PIECE);
  }
}

/** Hands out packed bytes piece by piece; null at their end. */
export interface Packed {
  next(most: number): Promise<Uint8Array | null>;
}

/**
 * Unpack deflated bytes. Unpacking stops once nobody asks for more.
 *
 * @throws RefusedError with `damage` where they are damaged
 */
export async function* inflate(packed: Packed, damage: Unread): AsyncGenerator<Uint8Array> {
  const unpacked: Uint8Array[] = [];
  const stream = new Inflate((bytes) => void unpacked.push(bytes));
  for (let piece: Uint8Array | null = new Uint8Array(0); piece !== null;) {
    piece = await packed.next(PIECE);
    try {
      stream.push(piece ?? new Uint8Array(0), piece === null);
    } catch {
      throw new RefusedError(damage);
    }
    yield* unpacked.splice(0);
  }
}
