import type { ByteReader } from './byte-reader.ts';
import { ZIP_END, ZIP_ENTRY } from './file-signatures.ts';
import { inflate, type PackedSource } from './unpack.ts';
import { RefusedError } from './input-source.ts';

/** Further signatures of an archive. */
const DESCRIPTOR = 0x08074b50;
const DIRECTORY = 0x02014b50;

/** Size of an entry's header before its name, in bytes. */
const HEADER = 30;
/** Size of the longest descriptor plus the signature after it, in bytes. */
const LOOK_AHEAD = 28;
const STORED = 0;
const DEFLATED = 8;

/** A file in an archive. */
export interface ZipEntry {
  name: string;
  /** Unpack it on demand. @throws RefusedError if it is damaged or encrypted */
  unpack(): AsyncGenerator<Uint8Array>;
}

/**
 * Iterate over the entries of an archive in order. The directory at its end is not read, so each
 * byte is unpacked at most once, whatever the directory says.
 *
 * @throws RefusedError if the archive is damaged or cut off
 */
export async function* zipEntries(reader: ByteReader): AsyncGenerator<ZipEntry> {
  for (let header = await headerOf(reader); header !== null; header = await headerOf(reader)) {
    const { name, method, isEncrypted, size } = header;
    const packed = size === null ? new UnsizedData(reader) : new SizedData(reader, size);
    yield {
      name,
      unpack: () => {
        if (isEncrypted || (method !== STORED && method !== DEFLATED)) throw damaged();
        return method === STORED ? stored(packed) : inflate(packed, 'damaged-zip');
      },
    };
    // Skip what the consumer has not unpacked.
    while ((await packed.readPiece(Infinity)) !== null);
  }
}

interface Header {
  name: string;
  method: number;
  isEncrypted: boolean;
  /** Packed size in bytes; null if a descriptor after the data has it. */
  size: number | null;
}

/** Read the header of the next entry; null if the directory begins here. */
async function headerOf(reader: ByteReader): Promise<Header | null> {
  const begin = await reader.peek(HEADER);
  if (begin.length < 4) throw damaged();
  const fixed = viewOf(begin);
  const signature = fixed.getUint32(0, true);
  if (signature === DIRECTORY || signature === ZIP_END) return null;
  if (signature !== ZIP_ENTRY || begin.length < HEADER) throw damaged();
  const [flags, method] = [fixed.getUint16(6, true), fixed.getUint16(8, true)];
  const nameLength = fixed.getUint16(26, true);
  const length = HEADER + nameLength + fixed.getUint16(28, true);
  const whole = await reader.peek(length);
  if (whole.length < length) throw damaged();
  // The code page of a name not flagged as UTF-8 is unknown: read it as Latin-1.
  const bytes = whole.subarray(HEADER, HEADER + nameLength);
  const name = flags & 0x800 ? new TextDecoder().decode(bytes) : String.fromCharCode(...bytes);
  const size = (flags & 8) !== 0 ? null : viewOf(whole).getUint32(18, true);
  reader.skip(length);
  return { name, method, isEncrypted: (flags & 1) !== 0, size };
}

/** The bytes of an entry whose size is in its header. */
class SizedData implements PackedSource {
  readonly #reader: ByteReader;
  #left: number;

  constructor(reader: ByteReader, size: number) {
    this.#reader = reader;
    this.#left = size;
  }

  async readPiece(most: number): Promise<Uint8Array | null> {
    if (this.#left === 0) return null;
    const piece = (await this.#reader.peek(1)).subarray(0, Math.min(most, this.#left));
    if (piece.length === 0) throw damaged();
    this.#reader.skip(piece.length);
    this.#left -= piece.length;
    return piece;
  }
}

/** The bytes of an entry up to the descriptor with their size. */
class UnsizedData implements PackedSource {
  readonly #reader: ByteReader;
  #length = 0;
  #isOver = false;

  constructor(reader: ByteReader) {
    this.#reader = reader;
  }

  async readPiece(most: number): Promise<Uint8Array | null> {
    if (this.#isOver) return null;
    const ahead = await this.#reader.peek(LOOK_AHEAD);
    if (ahead.length < LOOK_AHEAD) throw damaged();
    const searched = ahead.subarray(0, Math.min(ahead.length, most + LOOK_AHEAD - 1));
    const { at, length } = findDescriptor(searched, this.#length);
    const piece = ahead.subarray(0, at);
    this.#length += at;
    this.#isOver = length > 0;
    this.#reader.skip(at + length);
    return piece;
  }
}

/**
 * Find a data descriptor: an optional signature, a checksum, the packed and the unpacked size. Its
 * packed size must equal the number of bytes before it. `length` is 0 if none begins before `at`.
 */
function findDescriptor(bytes: Uint8Array, before: number): { at: number; length: number } {
  const view = viewOf(bytes);
  const end = bytes.length - LOOK_AHEAD + 1;
  for (let at = 0; at < end; at++) {
    const signature = view.getUint32(at, true) === DESCRIPTOR ? 4 : 0;
    if (view.getUint32(at + signature + 4, true) !== (before + at) % 2 ** 32) continue;
    for (const size of [4, 8]) {
      const length = signature + 4 + 2 * size;
      const next = view.getUint32(at + length, true);
      if (next === ZIP_ENTRY || next === DIRECTORY) return { at, length };
    }
  }
  return { at: end, length: 0 };
}

async function* stored(packed: PackedSource): AsyncGenerator<Uint8Array> {
  for (
    let piece = await packed.readPiece(Infinity);
    piece !== null;
    piece = await packed.readPiece(Infinity)
  )
    yield piece;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function damaged(): RefusedError {
  return new RefusedError('damaged-zip');
}
