import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineReader } from './line-reader.ts';
import { decode } from './bytes.ts';

function read(chunks: Uint8Array[]): string[] {
  const lines: string[] = [];
  const reader = new LineReader({
    pushLine: (bytes, from, to) => lines.push(decode(bytes, from, to)),
    release: () => undefined,
  });
  for (const chunk of chunks) reader.pushChunk(chunk);
  reader.closeText();
  return lines;
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string, little: boolean): Uint8Array => {
  const units = [0xfeff, ...Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))];
  return Uint8Array.from(
    units.flatMap((unit) => (little ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])),
  );
};

describe('LineReader', () => {
  it.each([
    ['LF', utf8('a\nb\n'), ['a', 'b']],
    ['CRLF', utf8('a\r\nb'), ['a', 'b']],
    ['an empty line', utf8('a\n\nb'), ['a', '', 'b']],
    ['a UTF-8 byte order mark', utf8('\ufeffa'), ['a']],
    ['UTF-16LE', utf16('起動\r\nb\n', true), ['起動', 'b']],
    ['UTF-16BE', utf16('起動\nb', false), ['起動', 'b']],
    ['broken UTF-8', Uint8Array.of(0x61, 0xff, 0xe8, 0x0a, 0x62), ['a\ufffd\ufffd', 'b']],
    ['nothing', new Uint8Array(0), []],
    ['one byte', utf8('a'), ['a']],
  ])('reads %s', (_name, bytes, lines) => expect(read([bytes])).toEqual(lines));

  it('decodes like TextDecoder', () => {
    fc.assert(
      fc.property(
        fc
          .string({ unit: 'binary' })
          .filter((text) => !/[\r\n]/.test(text) && text !== '' && !text.startsWith('\ufeff')),
        (text) => {
          const bytes = utf8(text);
          expect(read([bytes])).toEqual([new TextDecoder().decode(bytes)]);
        },
      ),
    );
  });

  it('gives the same lines for any chunking', () => {
    const texts = fc
      .array(fc.constantFrom('a', '起', '\n', '\r\n', '😀', ' '), { maxLength: 40 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(
        texts,
        fc.constantFrom(
          utf8,
          (text: string) => utf16(text, true),
          (text: string) => utf16(text, false),
        ),
        fc.array(fc.nat(9)),
        (text, encode, cuts) => {
          const bytes = encode(text);
          const chunks: Uint8Array[] = [];
          let at = 0;
          for (const cut of cuts) chunks.push(bytes.subarray(at, (at += cut)));
          chunks.push(bytes.subarray(at));
          expect(read(chunks)).toEqual(read([bytes]));
        },
      ),
    );
  });
});
