/** Why a file is not a log. */
export type RefusedType = 'zip' | 'evtx' | 'image' | 'archive' | 'binary';

/** Signatures of files that people choose by mistake: screenshots, and archives not supported. */
const MAGIC: [RefusedType, RegExp][] = [
  ['evtx', /^ElfFile\0/],
  ['zip', /^PK\x03\x04/],
  [
    'image',
    /^(?:\x89PNG|\xff\xd8\xff|GIF8[79]a|RIFF....WEBP|II\*\0|MM\0\*|....ftyp(?:hei|mif|avif))/s,
  ],
  ['archive', /^(?:7z\xbc\xaf|Rar!|\xfd7zXZ|BZh[1-9]|\x28\xb5\x2f\xfd)/],
];

/**
 * Detect from its first bytes why a file is not a log; null if it may be one. UTF-16 is accepted if
 * it has a byte order mark, other text if it has few control bytes.
 */
export function detectFileType(head: Uint8Array): RefusedType | null {
  const begin = String.fromCharCode(...head.subarray(0, 12));
  const known = MAGIC.find(([, magic]) => magic.test(begin));
  if (known) return known[0];
  if (begin.startsWith('\xff\xfe') || begin.startsWith('\xfe\xff')) return null;
  const sample = head.subarray(0, 4096);
  const [control, high] = sample.reduce(
    ([controls, highs], byte): [number, number] => [
      controls + (byte < 9 || (byte > 13 && byte < 27) ? 1 : 0),
      highs + (byte > 127 ? 1 : 0),
    ],
    [0, 0] as [number, number],
  );
  // Packed data has all bytes equally often; text in any language has few control bytes.
  return control > sample.length / 10 || (control > sample.length / 25 && high > sample.length / 4)
    ? 'binary'
    : null;
}
