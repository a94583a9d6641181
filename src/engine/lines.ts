/**
 * Bytes to lines, in whatever chunks they come.
 *
 * The first bytes decide the encoding: UTF-16 with a mark is brought to UTF-8, anything else is left as it is, for most lines need no
 * decoding at all. A line ends at LF; a CR before it is dropped. Of a line that is longer than MAX_LINE only the beginning is read: what
 * matters stands there. Lines are handed on inside the chunk that they came in; only one that goes over its end is copied.
 */
import { encode, utf16Decoder } from './text.ts';
import { View, zeros } from './view.ts';

/** Bytes of a line that are read. */
export const MAX_LINE = 1 << 20;

/** What gets the lines: `[from, to)` without the line break. The bytes may change after `release`. */
export interface LineSink {
  /** Take the line that begins at `from`, if it is known for one before its end is. @returns where its line break stands, or -1: then it is pushed */
  take?(bytes: Uint8Array, from: number): number;
  push(bytes: Uint8Array, from: number, to: number): void;
  release(): void;
}

/** Collects bytes and hands on whole lines. */
export class LineReader {
  readonly #sink: LineSink;
  readonly #view = new View();
  /** Brings UTF-16 to UTF-8; undefined until the first bytes have come, null for other encodings. */
  #decode: ((bytes: Uint8Array, last: boolean) => string) | null | undefined;
  /** The first bytes, until there are enough to see a mark. */
  #head = new Uint8Array(0);
  /** The beginning of a line that goes over the end of a chunk. */
  #begun: Uint8Array[] = [];
  #begunLength = 0;

  constructor(sink: LineSink) {
    this.#sink = sink;
  }

  push(chunk: Uint8Array): void {
    if (this.#decode !== undefined) return this.#feed(chunk);
    const bytes = join([this.#head, chunk]);
    if (bytes.length < 3) this.#head = bytes;
    else this.#begin(bytes);
  }

  close(): void {
    if (this.#decode === undefined) this.#begin(this.#head);
    if (this.#decode) this.#split(encode(this.#decode(new Uint8Array(0), true)));
    this.endLine();
  }

  /** End the line that is open: what comes next does not belong to it. */
  endLine(): void {
    if (this.#decode === undefined && this.#head.length > 0) this.#begin(this.#head);
    if (this.#begunLength > 0) this.#finish(new Uint8Array(0), 0, 0);
    this.#sink.release();
  }

  #begin(bytes: Uint8Array): void {
    const [first, second, third] = bytes;
    const little = first === 0xff && second === 0xfe;
    this.#decode = little || (first === 0xfe && second === 0xff) ? utf16Decoder(little) : null;
    this.#feed(first === 0xef && second === 0xbb && third === 0xbf ? bytes.subarray(3) : bytes);
  }

  #feed(bytes: Uint8Array): void {
    this.#split(this.#decode ? encode(this.#decode(bytes, false)) : bytes);
  }

  #split(bytes: Uint8Array): void {
    const view = this.#view.of(bytes);
    let from = 0;
    for (;;) {
      const taken = this.#begunLength === 0 && this.#sink.take ? this.#sink.take(bytes, from) : -1;
      const at = taken < 0 ? lineBreakAt(view, from) : taken;
      if (at < 0) break;
      if (this.#begunLength > 0) this.#finish(bytes, from, at);
      else if (taken < 0) this.#emit(bytes, from, at);
      from = at + 1;
    }
    if (from < bytes.length) {
      if (this.#begunLength < MAX_LINE) this.#begun.push(bytes.slice(from));
      this.#begunLength += bytes.length - from;
    }
    this.#sink.release();
  }

  #finish(bytes: Uint8Array, from: number, to: number): void {
    const line = join([...this.#begun, bytes.subarray(from, to)]);
    this.#begun = [];
    this.#begunLength = 0;
    this.#emit(line, 0, line.length);
  }

  #emit(bytes: Uint8Array, from: number, to: number): void {
    const end = Math.min(bytes[to - 1] === 13 && to > from ? to - 1 : to, from + MAX_LINE);
    this.#sink.push(bytes, from, end);
  }
}

const BREAKS = 0x0a0a0a0a;

/** The first line break from a place on, or -1. Lines are short: the platform's own search takes longer to be called than to find it. */
function lineBreakAt(view: DataView, from: number): number {
  const { byteLength } = view;
  let at = from;
  for (; at + 16 <= byteLength; at += 16) {
    const a = zeros(view.getInt32(at, true) ^ BREAKS);
    const b = zeros(view.getInt32(at + 4, true) ^ BREAKS);
    const c = zeros(view.getInt32(at + 8, true) ^ BREAKS);
    const d = zeros(view.getInt32(at + 12, true) ^ BREAKS);
    if ((a | b | c | d) !== 0) break;
  }
  for (; at + 4 <= byteLength; at += 4) {
    const found = zeros(view.getInt32(at, true) ^ BREAKS);
    // The lowest mark is never beside a byte that is 0, but on it.
    if (found !== 0) return at + ((31 - Math.clz32(found & -found)) >> 3);
  }
  for (; at < byteLength; at++) if (view.getUint8(at) === 10) return at;
  return -1;
}

/** Put pieces of bytes together. */
export function join(pieces: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}
