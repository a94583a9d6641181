/** Write bytes in Base64, without the `=` at its end, which mail programs use for something else. */
export function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')).replace(/=+$/, '');
}

/** Read Base64 without `=`; null where a character does not belong to it. */
export function fromBase64(text: string): Uint8Array | null {
  if (text.length % 4 === 1 || /[^\w+/]|_/.test(text)) return null;
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
