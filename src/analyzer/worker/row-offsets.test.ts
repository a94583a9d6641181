import { describe, expect, it } from 'vitest';
import { LineBuffer } from './line-buffer.ts';
import { RowOffsets } from './row-offsets.ts';

function firstRowsOf(text: string, columns: number, lines: number[] | null = null): number[] {
  const bytes = new TextEncoder().encode(text);
  const buffer = new LineBuffer(bytes);
  buffer.appendChunk(bytes);
  buffer.finish();
  return [...new RowOffsets(buffer).firstRows(columns, lines && Uint32Array.from(lines))];
}

describe('the first rows of lines', () => {
  it('count the rows that each line is broken into', () => {
    expect(
      firstRowsOf(`\n${'x'.repeat(10)}\n${'x'.repeat(11)}\r\n${'x'.repeat(20)}\n`, 10),
    ).toEqual([0, 1, 2, 4, 6]);
    expect(firstRowsOf('x\n', 10, [])).toEqual([0]);
  });

  it('reserve space for wide and escaped characters', () => {
    expect(firstRowsOf('あいうえお\nあいうえおか\n\x1b\x1b\u202e\n👩‍👩\n', 10)).toEqual([
      0, 1, 3, 5, 7,
    ]);
  });

  it('cover only the requested lines', () => {
    expect(firstRowsOf(`a\n${'x'.repeat(25)}\nb\n`, 10, [2, 3])).toEqual([0, 3, 4]);
  });

  it('ignore the part of a line that is cut off', () => {
    expect(firstRowsOf(`${'x'.repeat(7000)}\n`, 100)).toEqual([0, 20]);
  });
});
