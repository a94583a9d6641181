import { decode, encode } from './bytes.ts';

const SIMPLE: Record<string, string> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '"': '"',
  '\\': '\\',
  "'": "'",
  a: '\x07',
  b: '\b',
  f: '\f',
  v: '\v',
};

/**
 * Unescape the inside of a string that Go quoted (`%q`), or return null if nothing is escaped.
 * Unknown escapes are kept.
 */
export function unquote(bytes: Uint8Array, from: number, to: number): Uint8Array | null {
  for (let at = from; at < to; at++)
    if (bytes[at] === 92) return encode(unescape(decode(bytes, from, to)));
  return null;
}

/** Unescape the inside of a string that Go quoted (`%q`). */
export function unescape(text: string): string {
  return text.replace(
    /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))/g,
    (whole, x, u, long, simple: string | undefined) => {
      if (simple !== undefined) return SIMPLE[simple] ?? whole;
      const code = Number.parseInt(x ?? u ?? long, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
