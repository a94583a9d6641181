/** Why bytes are not a log. */
export type Refusal = 'zip' | 'evtx' | 'binary';

/** Say by how bytes begin why they are not a log, or null where they may be one: UTF-16 has a mark, other text has few control bytes. */
export function refuse(head: Uint8Array): Refusal | null {
  if (startsWith(head, 'ElfFile\0')) return 'evtx';
  if (startsWith(head, 'PK\x03\x04')) return 'zip';
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) return null;
  const sample = head.subarray(0, 4096);
  const control = sample.reduce((sum, byte) => sum + (byte < 9 || (byte > 13 && byte < 27) ? 1 : 0), 0);
  return control > sample.length / 10 ? 'binary' : null;
}

function startsWith(bytes: Uint8Array, text: string): boolean {
  return [...text].every((character, index) => bytes[index] === character.charCodeAt(0));
}
