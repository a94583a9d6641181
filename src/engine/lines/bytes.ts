/**
 * Text as bytes. The engine matches UTF-8 bytes and creates strings only for what a report shows.
 *
 * TextDecoder and TextEncoder (WHATWG Encoding) are the only platform classes it uses. Browsers,
 * workers and Node all have them, and only they know Shift_JIS.
 */
declare class TextDecoder {
  constructor(encoding?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(bytes?: Uint8Array, options?: { stream?: boolean }): string;
}
declare class TextEncoder {
  encode(text: string): Uint8Array;
}

const UTF8 = new TextDecoder('utf-8', { ignoreBOM: true });
const ENCODER = new TextEncoder();
/**
 * Buffers for ASCII codes, by length. For texts up to the longest one, building a string from codes
 * is faster than the platform's decoder.
 */
const CODES = Array.from({ length: 41 }, (_, length) => new Array<number>(length).fill(0));

/** Create a decoder of UTF-16 that carries half a code unit over to the next call. */
export function utf16Decoder(little: boolean): (bytes: Uint8Array, last: boolean) => string {
  const decoder = new TextDecoder(little ? 'utf-16le' : 'utf-16be');
  return (bytes, last) => decoder.decode(bytes, { stream: !last });
}

/** Encode as UTF-8. */
export function encode(text: string): Uint8Array {
  return ENCODER.encode(text);
}

/**
 * Encode many short texts in one call, which is faster than a call for each. None may contain NUL.
 */
export function encodeAll(texts: readonly string[]): Uint8Array[] {
  const bytes = encode(texts.join('\0'));
  let from = 0;
  return texts.map(() => {
    const end = bytes.indexOf(0, from);
    const text = bytes.subarray(from, end < 0 ? bytes.length : end);
    from += text.length + 1;
    return text;
  });
}

/** Concatenate byte arrays. */
export function concatBytes(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}

/** Decode UTF-8; a broken sequence becomes U+FFFD. */
export function decode(bytes: Uint8Array, from: number, to: number): string {
  const codes = CODES[to - from];
  if (codes) {
    let bits = 0;
    for (let at = 0; at < codes.length; at++) bits |= codes[at] = bytes[from + at] as number;
    if (bits < 0x80) return String.fromCharCode.apply(null, codes);
  }
  return UTF8.decode(bytes.subarray(from, to));
}

const STRICT_UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const STRICT_SHIFT_JIS = new TextDecoder('shift_jis', { fatal: true });
const JAPANESE = /[\u3041-\u30ff\u4e00-\u9fff]/;

/**
 * Decode a line of unknown encoding: UTF-8, otherwise Shift_JIS if the result is Japanese,
 * otherwise UTF-8 with U+FFFD for broken sequences.
 */
export function decodeLine(bytes: Uint8Array, from: number, to: number): string {
  const line = bytes.subarray(from, to);
  try {
    return STRICT_UTF8.decode(line);
  } catch {
    try {
      const text = STRICT_SHIFT_JIS.decode(line);
      if (JAPANESE.test(text)) return text;
    } catch {
      // Not Shift_JIS either: fall back to lenient UTF-8.
    }
    return UTF8.decode(line);
  }
}

/** Return whether `wanted` is at a position. The caller checks that it fits before the end. */
export function matchesAt(bytes: Uint8Array, at: number, wanted: Uint8Array): boolean {
  for (let index = 0; index < wanted.length; index++)
    if (bytes[at + index] !== wanted[index]) return false;
  return true;
}

/** Return the first position in `[from, to)` of `wanted`, which must end by `limit`, or -1. */
export function indexOfBytes(
  bytes: Uint8Array,
  wanted: Uint8Array,
  from: number,
  to: number,
  limit: number,
): number {
  const first = wanted[0] as number;
  const last = Math.min(to, limit - wanted.length + 1, bytes.length);
  for (let at = from; at < last; at++)
    if (bytes[at] === first && matchesAt(bytes, at, wanted)) return at;
  return -1;
}

/**
 * Return the first position of a byte in `[from, to)`, or -1. `indexOf` has no end and would search
 * the whole chunk.
 */
export function indexOfByte(bytes: Uint8Array, byte: number, from: number, to: number): number {
  for (let at = from; at < to; at++) if (bytes[at] === byte) return at;
  return -1;
}

/**
 * Return the position of the first character that is neither white space nor a control character,
 * or the end.
 */
export function skipSpace(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to && (bytes[at] as number) <= 32) at++;
  return at;
}

/** Return the end of a text without trailing white space and control characters. */
export function trimmedEnd(bytes: Uint8Array, from: number, to: number): number {
  let end = to;
  while (end > from && (bytes[end - 1] as number) <= 32) end--;
  return end;
}

/** Return whether a byte belongs to a word: a letter, a digit or `_`. */
export function isWord(byte: number | undefined): boolean {
  return (
    byte !== undefined &&
    ((byte >= 48 && byte <= 57) ||
      (byte >= 65 && byte <= 90) ||
      (byte >= 97 && byte <= 122) ||
      byte === 95)
  );
}
