/**
 * Splits bytes, in chunks of any size, into lines.
 *
 * The first bytes decide the encoding: UTF-16 with a byte order mark is converted to UTF-8,
 * anything else is left alone, because most lines never need to be decoded. A line ends at LF; a CR
 * before it is dropped. Only the first MAX_LINE bytes of a line are read, as the message is there.
 * Lines are passed on inside their chunk; only one that spans chunks is copied.
 */
import { concatBytes, encode, utf16Decoder } from './bytes.ts';
import { WordView, markZeroBytes } from './word-view.ts';

/** Bytes of a line that are read. */
const MAX_LINE = 1 << 20;

/**
 * Receives the lines as `[from, to)` without the line break. The bytes may change after `release`.
 */
export interface LineSink {
  pushLine(bytes: Uint8Array, from: number, to: number): void;
  release(): void;
}

/** Collects bytes and passes on whole lines. */
export class LineReader {
  readonly #sink: LineSink;
  readonly #view = new WordView();
  /** Converts UTF-16 to UTF-8; undefined before the first bytes, null for other encodings. */
  #decode: ((bytes: Uint8Array, last: boolean) => string) | null | undefined;
  /** The first bytes, until they suffice to detect a byte order mark. */
  #firstBytes = new Uint8Array(0);
  /** The beginning of a line that spans chunks. */
  #partial: Uint8Array[] = [];
  #partialLength = 0;

  constructor(sink: LineSink) {
    this.#sink = sink;
  }

  pushChunk(chunk: Uint8Array): void {
    if (this.#decode !== undefined) return this.#feed(chunk);
    const bytes = concatBytes([this.#firstBytes, chunk]);
    if (bytes.length < 3) this.#firstBytes = bytes;
    else this.#begin(bytes);
  }

  closeText(): void {
    if (this.#decode === undefined) this.#begin(this.#firstBytes);
    if (this.#decode) this.#split(encode(this.#decode(new Uint8Array(0), true)));
    this.endLine();
  }

  /** End the current line, so that the bytes that follow are not part of it. */
  endLine(): void {
    if (this.#decode === undefined && this.#firstBytes.length > 0) this.#begin(this.#firstBytes);
    if (this.#partialLength > 0) this.#finish(new Uint8Array(0), 0, 0);
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
    const view = this.#view.viewOf(bytes);
    let from = 0;
    for (let at = lineBreakAt(view, 0); at >= 0; at = lineBreakAt(view, from)) {
      if (this.#partialLength > 0) this.#finish(bytes, from, at);
      else this.#emit(bytes, from, at);
      from = at + 1;
    }
    if (from < bytes.length) {
      if (this.#partialLength < MAX_LINE) this.#partial.push(bytes.slice(from));
      this.#partialLength += bytes.length - from;
    }
    this.#sink.release();
  }

  #finish(bytes: Uint8Array, from: number, to: number): void {
    const line = concatBytes([...this.#partial, bytes.subarray(from, to)]);
    this.#partial = [];
    this.#partialLength = 0;
    this.#emit(line, 0, line.length);
  }

  #emit(bytes: Uint8Array, from: number, to: number): void {
    const end = Math.min(bytes[to - 1] === 13 && to > from ? to - 1 : to, from + MAX_LINE);
    this.#sink.pushLine(bytes, from, end);
  }
}

const BREAKS = 0x0a0a0a0a;

/**
 * Find the first line break at or after a position, or return -1. Lines are so short that calling
 * the platform's own search takes longer.
 */
function lineBreakAt(view: DataView, from: number): number {
  const { byteLength } = view;
  let at = from;
  for (; at + 16 <= byteLength; at += 16) {
    const a = markZeroBytes(view.getInt32(at, true) ^ BREAKS);
    const b = markZeroBytes(view.getInt32(at + 4, true) ^ BREAKS);
    const c = markZeroBytes(view.getInt32(at + 8, true) ^ BREAKS);
    const d = markZeroBytes(view.getInt32(at + 12, true) ^ BREAKS);
    if ((a | b | c | d) !== 0) break;
  }
  for (; at + 4 <= byteLength; at += 4) {
    const found = markZeroBytes(view.getInt32(at, true) ^ BREAKS);
    // The lowest mark is always exact (see `markZeroBytes`).
    if (found !== 0) return at + ((31 - Math.clz32(found & -found)) >> 3);
  }
  for (; at < byteLength; at++) if (view.getUint8(at) === 10) return at;
  return -1;
}
