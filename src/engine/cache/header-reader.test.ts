import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compileFirst, smallCatalog } from '../../../tests/helpers/small-catalog.ts';
import { HeaderReader } from './header-reader.ts';

const catalog = smallCatalog([]);
const { product } = compileFirst({
  ...catalog,
  products: catalog.products.map((one) => ({
    ...one,
    headers: ['{date} {clock} {source}: {level} <{tag}> ', '{date} {clock} {level} <{tag}> '],
  })),
});

const word = (letters: string, max: number) =>
  fc
    .array(fc.constantFrom(...letters), { minLength: 1, maxLength: max })
    .map((all) => all.join(''));
const source = fc
  .tuple(word('ab.', 30), word('019', 3))
  .map(([file, line]) => `${file}.go:${line}: `);
const level = fc.constantFrom('INFO', 'DEBUG', 'ERROR', 'WARNING', 'INF', 'ERRORS');
const header = fc
  .tuple(
    fc.constantFrom('01', '02', '61'),
    fc.oneof(fc.constant(''), source),
    level,
    fc.oneof(word('ab.', 5), word('ab.', 40)),
  )
  .map(([second, file, name, tag]) => `2026/01/02 03:04:${second} ${file}${name} <${tag}> `);

function read(reader: HeaderReader, bytes: Uint8Array, to: number): unknown {
  return reader.readHeader(bytes, 0, to) && [reader.level, reader.tag, reader.time, reader.end];
}

it('reads every header as a new reader would', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(header, word('ab> <', 30), fc.nat(120)), {
        minLength: 2,
        maxLength: 60,
        size: 'max',
      }),
      (lines) => {
        const reader = new HeaderReader(product);
        for (const [start, message, end] of [...lines, ...lines]) {
          const bytes = new TextEncoder().encode(start + message);
          expect(read(reader, bytes, Math.min(bytes.length, end))).toEqual(
            read(new HeaderReader(product), bytes, Math.min(bytes.length, end)),
          );
        }
      },
    ),
  );
});
