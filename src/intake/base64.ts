/** Encode bytes as Base64 without padding: quoted-printable mail escapes `=`. */
export function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')).replace(/=+$/, '');
}

/** Decode Base64 without padding; null if it contains any other character. */
export function fromBase64(text: string): Uint8Array | null {
  if (text.length % 4 === 1 || /[^\w+/]|_/.test(text)) return null;
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
