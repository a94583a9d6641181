/**
 * Bytes to lines, in whatever chunks they come.
 *
 * The first bytes decide the encoding (a UTF-16 BOM, else UTF-8). A line ends at LF; a CR before it is dropped. Of a line that is
 * longer than MAX_LINE only the beginning is read: what matters stands there.
 */
import { decodeUtf16, decodeUtf8 } from './decode.ts';

/** Bytes of a line that are read. */
export const MAX_LINE = 1 << 20;

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** Collects bytes and hands on whole lines, without their line break. */
export class LineReader {
  #encoding: Encoding | null = null;
  /** Bytes that wait: for the encoding to be known, or half a UTF-16 unit. */
  #carry: Uint8Array = new Uint8Array(0);
  #line: Uint8Array[] = [];
  #lineLength = 0;
  readonly #onLine: (line: string) => void;

  constructor(onLine: (line: string) => void) {
    this.#onLine = onLine;
  }

  push(chunk: Uint8Array): void {
    let bytes = this.#carry.length > 0 ? join([this.#carry, chunk]) : chunk;
    this.#carry = new Uint8Array(0);
    if (this.#encoding === null) {
      if (bytes.length < 3) {
        this.#carry = bytes.slice();
        return;
      }
      bytes = this.#detect(bytes);
    }
    this.#split(bytes);
  }

  close(): void {
    if (this.#encoding === null) this.#split(this.#detect(this.#carry));
    if (this.#lineLength > 0) this.#emit(new Uint8Array(0));
  }

  #detect(bytes: Uint8Array): Uint8Array {
    const [first, second, third] = bytes;
    if (first === 0xff && second === 0xfe) this.#encoding = 'utf-16le';
    else if (first === 0xfe && second === 0xff) this.#encoding = 'utf-16be';
    else this.#encoding = 'utf-8';
    const mark = this.#encoding !== 'utf-8' ? 2 : first === 0xef && second === 0xbb && third === 0xbf ? 3 : 0;
    return bytes.subarray(mark);
  }

  #split(bytes: Uint8Array): void {
    const unit = this.#encoding === 'utf-8' ? 1 : 2;
    const even = bytes.length - (bytes.length % unit);
    if (even < bytes.length) this.#carry = bytes.slice(even);
    let from = 0;
    for (let at = this.#findBreak(bytes, 0, even); at >= 0; at = this.#findBreak(bytes, from, even)) {
      this.#emit(bytes.subarray(from, at));
      from = at + unit;
    }
    if (from < even && this.#lineLength < MAX_LINE) {
      this.#line.push(bytes.slice(from, even));
    }
    this.#lineLength += even - from;
  }

  #findBreak(bytes: Uint8Array, from: number, to: number): number {
    if (this.#encoding === 'utf-8') return bytes.subarray(0, to).indexOf(10, from);
    const low = this.#encoding === 'utf-16le' ? 0 : 1;
    for (let at = from; at < to; at += 2) if (bytes[at + low] === 10 && bytes[at + 1 - low] === 0) return at;
    return -1;
  }

  #emit(last: Uint8Array): void {
    const bytes = this.#line.length > 0 ? join([...this.#line, last]) : last;
    this.#line = [];
    this.#lineLength = 0;
    const to = Math.min(bytes.length, MAX_LINE);
    const line = this.#encoding === 'utf-8' ? decodeUtf8(bytes, 0, to) : decodeUtf16(bytes, 0, to, this.#encoding === 'utf-16le');
    this.#onLine(line.endsWith('\r') ? line.slice(0, -1) : line);
  }
}

function join(pieces: Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}
