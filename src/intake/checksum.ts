/**
 * Return the 32-bit FNV-1a hash of bytes as eight hex digits. It detects damage by mail programs,
 * but not forgery, which does no harm here.
 */
export function checksum(bytes: Uint8Array): string {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
