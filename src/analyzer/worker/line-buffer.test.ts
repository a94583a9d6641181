import { describe, expect, it } from 'vitest';
import { LineHeaders, type CatalogProduct } from '../../engine/index.ts';
import { smallCatalog } from '../../../tests/helpers/small-catalog.ts';
import { LineBuffer } from './line-buffer.ts';
import { MAX_LINES } from './line-store.ts';
import type { LineFilter } from './protocol.ts';

const ANY: LineFilter = {
  text: '',
  level: '',
  marked: false,
  findings: null,
  from: null,
  to: null,
};

function bufferOf(text: string, chunk = 7): LineBuffer {
  const bytes = new TextEncoder().encode(text);
  const buffer = new LineBuffer(bytes);
  for (let at = 0; at < bytes.length; at += chunk)
    buffer.appendChunk(bytes.subarray(at, at + chunk));
  buffer.finish();
  return buffer;
}

describe('LineBuffer', () => {
  it('reads levels and times from the headers of a product', () => {
    const catalog = smallCatalog([]);
    const [agent] = catalog.products;
    const product = {
      ...(agent as CatalogProduct),
      headers: ['{pid:int}:M {day} {month} {year} {clock} {level} '],
      levels: { INFO: ['*'], WARNING: ['#'] },
    };
    const buffer = bufferOf(
      '7:M 29 Nov 2026 15:43:44.409 * up\n7:M 29 Nov 2026 15:44:44.428 # ERROR of x\n more\n',
    );
    buffer.expectHeaders(new LineHeaders(product, catalog.formats, 0));
    expect(buffer.filter({ ...ANY, level: 'WARNING' }, null)).toEqual(Uint32Array.of(2, 3));
    const minute = Date.UTC(2026, 10, 29, 15, 43) / 60_000;
    expect(buffer.minutes).toEqual(Uint32Array.of(minute, minute + 1, minute + 1));
  });

  it('returns whole lines for any chunk size, without CR, even if the last one has no line break', () => {
    const buffer = bufferOf('あい\r\nb\n\nlast');
    expect(buffer.rows([1, 2, 3, 4, 5])).toEqual([
      { line: 1, text: 'あい' },
      { line: 2, text: 'b' },
      { line: 3, text: '' },
      { line: 4, text: 'last' },
    ]);
  });

  it('is unaffected when the memory of a chunk is reused', () => {
    const buffer = new LineBuffer(new Uint8Array(0));
    const memory = new Uint8Array(8);
    for (const piece of ['one\ntwo ', 'goes on\n', 'three\n12', '34567890'])
      buffer.appendChunk(memory.subarray(0, new TextEncoder().encodeInto(piece, memory).written));
    buffer.finish();
    expect(buffer.rows([1, 2, 3, 4, 5]).map(({ text }) => text)).toEqual([
      'one',
      'two goes on',
      'three',
      '1234567890',
    ]);
  });

  it('converts UTF-16, and truncates a line that never ends', () => {
    const wide = Buffer.from('\ufeffあ\r\nb\n', 'utf16le');
    const buffer = new LineBuffer(wide);
    for (let at = 0; at < wide.length; at += 3) buffer.appendChunk(wide.subarray(at, at + 3));
    buffer.finish();
    expect(buffer.rows([1, 2, 3])).toEqual([
      { line: 1, text: 'あ' },
      { line: 2, text: 'b' },
    ]);
    expect(bufferOf('x'.repeat(100_000), 1000).rows([1])[0]?.text).toBe(`${'x'.repeat(2000)} …`);
  });

  it('masks API keys', () =>
    expect(bufferOf('apikey = "abcdef123456"\n').text(1)).toBe('apikey = "************"'));

  it('reports whether the log was truncated', () => {
    for (const chunk of [1 << 16, 1 << 20])
      expect(bufferOf('x\n'.repeat(MAX_LINES), chunk).isTruncated).toBe(false);
    for (const more of ['y', 'y\n'])
      for (const chunk of [1 << 16, 1 << 22])
        expect(bufferOf(`${'x\n'.repeat(MAX_LINES)}${more}`, chunk).isTruncated).toBe(true);
  });

  it('keeps the line numbers of the whole log if some lines are skipped', () => {
    const buffer = new LineBuffer(new Uint8Array(0));
    const append = (text: string): void => buffer.appendChunk(new TextEncoder().encode(text));
    buffer.skipLines(2);
    append('three\nfour');
    buffer.skipLines(5);
    append('ten\n');
    buffer.finish();
    expect([buffer.count, ...(buffer.numbers ?? [])]).toEqual([3, 3, 4, 10]);
    expect(buffer.rows([1, 3, 4, 5, 10, 11])).toEqual([
      { line: 3, text: 'three' },
      { line: 4, text: 'four' },
      { line: 10, text: 'ten' },
    ]);
    expect([...buffer.filter({ ...ANY, text: 'e' }, null)]).toEqual([3, 10]);
    expect([...buffer.filter(ANY, (line) => line !== 3)]).toEqual([4, 10]);
    expect(bufferOf('a\nb\n').numbers).toBeNull();
  });

  it('stores at most MAX_LINES lines', () => {
    const buffer = bufferOf('x\n'.repeat(MAX_LINES + 100_000), 1 << 16);
    expect(buffer.count).toBe(MAX_LINES);
    expect([buffer.text(MAX_LINES), buffer.text(MAX_LINES + 1)]).toEqual(['x', undefined]);
  });

  it('filters by level and time, including continuation lines', () => {
    const buffer = bufferOf(`2026/11/24 22:41:04 WARNING <x> one
  goes on with apikey
2026/11/24 22:42:04 INFO <x> two
Nov 24 22:43:04 web01 mackerel-agent[1]: 2026/11/24 22:43:04 ERROR <x> three WARNING
`);
    const minute = Date.UTC(2026, 10, 24, 22, 42) / 60_000;
    expect([...buffer.filter({ ...ANY, level: 'WARNING' }, null)]).toEqual([1, 2]);
    expect([...buffer.filter({ ...ANY, level: 'ERROR' }, null)]).toEqual([4]);
    expect([...buffer.filter({ ...ANY, from: minute }, null)]).toEqual([3, 4]);
    expect([...buffer.filter({ ...ANY, to: minute }, (line) => line > 1)]).toEqual([2, 3]);
    expect([...buffer.filter({ ...ANY, text: 'GOES ON' }, null)]).toEqual([2]);
    expect([...buffer.minutes].map((value) => value - minute)).toEqual([-1, -1, 0, 1]);
  });
});
