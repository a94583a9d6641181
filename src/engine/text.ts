/**
 * Text as bytes. The engine matches UTF-8 bytes and makes strings only of what a report shows.
 *
 * TextDecoder and TextEncoder (WHATWG Encoding) are the only platform classes it uses: browsers, workers and Node all have them, and
 * nothing else knows Shift_JIS.
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
/** Codes of ASCII of each length that is a string sooner by them than the platform's decoder is called. */
const CODES = Array.from({ length: 41 }, (_, length) => new Array<number>(length).fill(0));

/** A decoder of UTF-16 that keeps half a unit for the next call. */
export function utf16Decoder(little: boolean): (bytes: Uint8Array, last: boolean) => string {
  const decoder = new TextDecoder(little ? 'utf-16le' : 'utf-16be');
  return (bytes, last) => decoder.decode(bytes, { stream: !last });
}

/** Encode as UTF-8. */
export function encode(text: string): Uint8Array {
  return ENCODER.encode(text);
}

/** Encode many short texts in one go; a call for each takes longer than the work. None may hold NUL. */
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

/** Decode a line whose encoding nobody names: UTF-8, else Shift_JIS if that gives Japanese, else UTF-8 with its broken places marked. */
export function decodeLine(bytes: Uint8Array, from: number, to: number): string {
  const line = bytes.subarray(from, to);
  try {
    return STRICT_UTF8.decode(line);
  } catch {
    try {
      const text = STRICT_SHIFT_JIS.decode(line);
      if (JAPANESE.test(text)) return text;
    } catch {
      // Neither: the line is shown as far as it can be read.
    }
    return UTF8.decode(line);
  }
}

/** Whether `wanted` stands at a place that has room for it. */
export function standsAt(bytes: Uint8Array, at: number, wanted: Uint8Array): boolean {
  for (let index = 0; index < wanted.length; index++)
    if (bytes[at + index] !== wanted[index]) return false;
  return true;
}

/** The first place in `[from, to)` where `wanted` begins and has room before `limit`, or -1. */
export function find(
  bytes: Uint8Array,
  wanted: Uint8Array,
  from: number,
  to: number,
  limit: number,
): number {
  const first = wanted[0] as number;
  const last = Math.min(to, limit - wanted.length + 1, bytes.length);
  for (let at = from; at < last; at++)
    if (bytes[at] === first && standsAt(bytes, at, wanted)) return at;
  return -1;
}

/** The first place of a byte in `[from, to)`, or -1. The platform's own search has no end: it would read on to the end of the chunk. */
export function indexOfByte(bytes: Uint8Array, byte: number, from: number, to: number): number {
  for (let at = from; at < to; at++) if (bytes[at] === byte) return at;
  return -1;
}

/** Where the first character stands that is neither white space nor a control character, or the end. */
export function skipSpace(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to && (bytes[at] as number) <= 32) at++;
  return at;
}

/** The end of a text without the white space and control characters there. */
export function trimmedEnd(bytes: Uint8Array, from: number, to: number): number {
  let end = to;
  while (end > from && (bytes[end - 1] as number) <= 32) end--;
  return end;
}

/** Whether a byte belongs to a word: a letter, a digit or `_`. */
export function isWord(byte: number | undefined): boolean {
  return (
    byte !== undefined &&
    ((byte >= 48 && byte <= 57) ||
      (byte >= 65 && byte <= 90) ||
      (byte >= 97 && byte <= 122) ||
      byte === 95)
  );
}
