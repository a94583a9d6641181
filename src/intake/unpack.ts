import { FlateErrorCode, Gunzip, Inflate, type FlateError } from 'fflate';
import type { ByteReader } from './byte-reader.ts';
import { RefusedError, type RefusalReason } from './input-source.ts';

/** Packed bytes to unpack at a time; deflate expands at most about a thousandfold (RFC 1951). */
const PIECE = 1 << 13;
/** Size of the shortest gzip file in bytes: a header, an empty block and a trailer. */
const SHORTEST_GZIP = 20;

/**
 * Unpack the members of a gzip file, only as much as the consumer asks for. Bytes after the last
 * member are ignored, as in gzip(1); checksums are not verified.
 *
 * @throws RefusedError if the data is damaged or cut off
 */
export async function* gunzip(reader: ByteReader): AsyncGenerator<Uint8Array> {
  const unpacked: Uint8Array[] = [];
  const stream = new Gunzip((bytes) => void unpacked.push(bytes));
  let length = 0;
  for await (const piece of piecesOf(reader)) {
    length += piece.length;
    const isMember = pushPacked(stream, piece);
    yield* unpacked.splice(0);
    if (!isMember) return;
  }
  if (length < SHORTEST_GZIP) throw new RefusedError('gzip');
  pushPacked(stream, null);
  yield* unpacked.splice(0);
}

/** Push packed bytes, null at their end; return false if they do not begin a gzip member. */
function pushPacked(stream: Gunzip, piece: Uint8Array | null): boolean {
  try {
    stream.push(piece ?? new Uint8Array(0), piece === null);
    return true;
  } catch (error) {
    if ((error as FlateError).code === FlateErrorCode.InvalidHeader) return false;
    throw new RefusedError('gzip');
  }
}

/** Split the remaining data into copied pieces: fflate keeps references to pending input. */
async function* piecesOf(reader: ByteReader): AsyncGenerator<Uint8Array> {
  for await (const chunk of reader.rest()) {
    for (let at = 0; at < chunk.length; at += PIECE) yield chunk.slice(at, at + PIECE);
  }
}

/** A source of packed bytes, piece by piece; null at their end. */
export interface PackedSource {
  readPiece(most: number): Promise<Uint8Array | null>;
}

/**
 * Unpack deflated bytes, only as much as the consumer asks for.
 *
 * @throws RefusedError with the reason `damage` if they are damaged
 */
export async function* inflate(
  packed: PackedSource,
  damage: RefusalReason,
): AsyncGenerator<Uint8Array> {
  const unpacked: Uint8Array[] = [];
  const stream = new Inflate((bytes) => void unpacked.push(bytes));
  for (let piece: Uint8Array | null = new Uint8Array(0); piece !== null;) {
    piece = await packed.readPiece(PIECE);
    try {
      stream.push(piece ?? new Uint8Array(0), piece === null);
    } catch {
      throw new RefusedError(damage);
    }
    yield* unpacked.splice(0);
  }
}
