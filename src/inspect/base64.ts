const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = new Map([...ALPHABET].map((character, value) => [character, value]));

/** Write bytes in Base64, without the `=` at its end, which mail programs use for something else. */
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [first = 0, second = 0, third = 0] = bytes.subarray(at, at + 3);
    const bits = (first << 16) | (second << 8) | third;
    const written = Math.min(3, bytes.length - at) + 1;
    for (let index = 0; index < written; index++) text += ALPHABET[(bits >> (18 - 6 * index)) & 63];
  }
  return text;
}

/** Read Base64 without `=`; null where a character does not belong to it. */
export function fromBase64(text: string): Uint8Array | null {
  if (text.length % 4 === 1) return null;
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let [bits, count, at] = [0, 0, 0];
  for (const character of text) {
    const value = VALUES.get(character);
    if (value === undefined) return null;
    bits = ((bits << 6) | value) & 0xffff;
    count += 6;
    if (count >= 8) bytes[at++] = (bits >> (count -= 8)) & 255;
  }
  return bytes;
}
