import { lastAtMost } from './last-at-most.ts';

/**
 * The most lines, and bytes, that are stored. Answers still count every line; only the log view is
 * truncated.
 */
export const MAX_LINES = 1_000_000;
const MAX_BYTES = 150_000_000;
/** Bytes of the largest slab. An array per chunk would burden the garbage collector. */
const MAX_SLAB = 1 << 24;
/** Bytes stored of a line that has no end yet. */
const MAX_TAIL = 8_000;
const LF = 10;
const CR = 13;

/** Lines that arrived in one chunk. */
interface Piece {
  bytes: Uint8Array;
  /** The offset of each line, and the end of the last. */
  starts: Uint32Array;
  /** The index of its first line in the store. */
  first: number;
}

/**
 * Stores lines as raw bytes, one piece per chunk: a million strings would take twice the memory and
 * ten times the time. Line starts are indexed on first use, because the answers come first; a line
 * is decoded when it is read. Bytes are copied, so the caller may reuse the chunk. They are
 * contiguous in slabs, so a line may span two chunks.
 */
export class LineStore {
  readonly #pieces: Piece[] = [];
  /** Pieces whose line starts are not indexed yet. */
  #pending: Uint8Array[] = [];
  readonly #decoder = new TextDecoder();
  #slab = new Uint8Array(0);
  /** Slab offsets: the start of the unfinished line, and the end of the written bytes. */
  #lineStart = 0;
  #writeEnd = 0;
  #bytes = 0;
  #count = 0;
  #isTruncated = false;

  get count(): number {
    this.#indexPending();
    return this.#count;
  }

  /** The log is longer than what is stored. */
  get isTruncated(): boolean {
    this.#indexPending();
    return this.#isTruncated;
  }

  get isFull(): boolean {
    return this.#count >= MAX_LINES || this.#bytes >= MAX_BYTES;
  }

  appendChunk(chunk: Uint8Array): void {
    if (this.isFull) {
      this.#isTruncated = true;
      return;
    }
    const end = chunk.lastIndexOf(LF) + 1;
    if (end > 0) this.#storeLines(chunk.subarray(0, end));
    this.#appendBytes(
      chunk.subarray(end, end + Math.max(0, MAX_TAIL - (this.#writeEnd - this.#lineStart))),
    );
  }

  finishLastLine(): void {
    if (this.#writeEnd > this.#lineStart) this.#storeLines(Uint8Array.of(LF));
  }

  /** Return the line at an index, counted from 0. */
  lineAt(place: number): string | undefined {
    const piece = this.#pieceOf(place);
    if (!piece) return undefined;
    const index = place - piece.first;
    return this.#decoder.decode(piece.bytes.subarray(piece.starts[index], endOf(piece, index)));
  }

  /** Visit the bytes of all lines in order. */
  forEachLine(visit: (bytes: Uint8Array, from: number, to: number, place: number) => void): void {
    this.#indexPending();
    for (const piece of this.#pieces) {
      for (let index = 0; index < piece.starts.length - 1; index++)
        visit(piece.bytes, piece.starts[index] ?? 0, endOf(piece, index), piece.first + index);
    }
  }

  /** Store bytes that end with a complete line. */
  #storeLines(bytes: Uint8Array): void {
    this.#appendBytes(bytes);
    this.#pending.push(this.#slab.subarray(this.#lineStart, this.#writeEnd));
    this.#bytes += this.#writeEnd - this.#lineStart;
    this.#lineStart = this.#writeEnd;
  }

  #appendBytes(bytes: Uint8Array): void {
    if (this.#writeEnd + bytes.length > this.#slab.length) {
      const open = this.#slab.subarray(this.#lineStart, this.#writeEnd);
      this.#slab = new Uint8Array(
        Math.max(open.length + bytes.length, Math.min(this.#bytes, MAX_SLAB)),
      );
      this.#slab.set(open);
      [this.#lineStart, this.#writeEnd] = [0, open.length];
    }
    this.#slab.set(bytes, this.#writeEnd);
    this.#writeEnd += bytes.length;
  }

  #indexPending(): void {
    for (const bytes of this.#pending) this.#indexPiece(bytes);
    this.#pending = [];
  }

  #indexPiece(bytes: Uint8Array): void {
    if (this.#count >= MAX_LINES) {
      this.#isTruncated = true;
      return;
    }
    const starts = [0];
    let end = 0;
    while (end < bytes.length && this.#count + starts.length <= MAX_LINES) {
      end = bytes.indexOf(LF, end) + 1;
      starts.push(end);
    }
    this.#isTruncated ||= end < bytes.length;
    this.#pieces.push({ bytes, starts: Uint32Array.from(starts), first: this.#count });
    this.#count += starts.length - 1;
  }

  #pieceOf(place: number): Piece | undefined {
    if (place < 0 || place >= this.count) return undefined;
    const pieces = this.#pieces;
    return pieces[lastAtMost(pieces.length, (at) => pieces[at]?.first ?? 0, place)];
  }
}

/** Return the end of a line in a piece, without its line break. */
function endOf({ bytes, starts }: Piece, index: number): number {
  const end = (starts[index + 1] ?? 0) - 1;
  return end > (starts[index] ?? 0) && bytes[end - 1] === CR ? end - 1 : end;
}
