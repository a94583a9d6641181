/** Signatures that begin a zip archive, as little-endian numbers (APPNOTE.TXT, section 4.3). */
export const ZIP_ENTRY = 0x04034b50;
export const ZIP_END = 0x06054b50;

/** Return whether a file is packed with gzip, judging by its first bytes. */
export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b && head[2] === 8;
}

/** Return whether bytes begin a zip archive; an empty one begins with its end record. */
export function isZip(head: Uint8Array): boolean {
  if (head.length < 4) return false;
  const signature = new DataView(head.buffer, head.byteOffset).getUint32(0, true);
  return signature === ZIP_ENTRY || signature === ZIP_END;
}

/** The beginning of the block in a support report (report-payload.ts). */
export const PAYLOAD_MARK = 'shindan-report/';
