import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { detectFileType, type RefusedType } from './file-type.ts';

const bytes = (text: string): Uint8Array =>
  Uint8Array.from(text, (character) => character.charCodeAt(0));
/** Packed data, in which all bytes are about equally frequent. */
const noise = gzipSync(
  Array.from({ length: 3000 }, (_, index) => Math.sin(index).toString(36)).join(),
).subarray(10);
const JAPANESE = Uint8Array.of(
  0x83,
  0x8d,
  0x83,
  0x4f,
  0x82,
  0xf0,
  0x93,
  0x5c,
  0x82,
  0xe8,
  0x0d,
  0x0a,
);

it.each<[string, Uint8Array, RefusedType | null]>([
  ['a small PNG', bytes('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'), 'image'],
  ['a JPEG', bytes('\xff\xd8\xff\xe0\0\x10JFIF'), 'image'],
  ['a photo from a phone', bytes('\0\0\0\x18ftypheic'), 'image'],
  ['an xz archive', bytes('\xfd7zXZ\0'), 'archive'],
  ['a bzip2 archive', bytes('BZh91AY&SY'), 'archive'],
  ['packed data', noise, 'binary'],
  ['lines of a log', bytes('2026/03/02 04:12:09 INFO <main> \x1b[31mStarting\x1b[0m'), null],
  ['text in Shift_JIS', JAPANESE, null],
  ['text in UTF-16', bytes('\xff\xfea\0b\0'), null],
  [
    'a line that begins like a magic number',
    bytes('BZh is no archive, and GIF is no picture'),
    null,
  ],
])('recognizes %s', (_name, head, refusal) => expect(detectFileType(head)).toBe(refusal));
