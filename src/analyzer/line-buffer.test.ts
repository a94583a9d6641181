import { describe, expect, it } from 'vitest';
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

function keep(text: string, chunk = 7): LineBuffer {
  const bytes = new TextEncoder().encode(text);
  const kept = new LineBuffer(bytes);
  for (let at = 0; at < bytes.length; at += chunk) kept.appendChunk(bytes.subarray(at, at + chunk));
  kept.finish();
  return kept;
}

describe('kept lines', () => {
  it('are whole for any chunks, without CR, even if the last one has no line break', () => {
    const kept = keep('あい\r\nb\n\nlast');
    expect(kept.rows([1, 2, 3, 4, 5])).toEqual([
      { line: 1, text: 'あい' },
      { line: 2, text: 'b' },
      { line: 3, text: '' },
      { line: 4, text: 'last' },
    ]);
  });

  it('are unaffected when a chunk buffer is reused', () => {
    const kept = new LineBuffer(new Uint8Array(0));
    const memory = new Uint8Array(8);
    for (const piece of ['one\ntwo ', 'goes on\n', 'three\n12', '34567890'])
      kept.appendChunk(memory.subarray(0, new TextEncoder().encodeInto(piece, memory).written));
    kept.finish();
    expect(kept.rows([1, 2, 3, 4, 5]).map(({ text }) => text)).toEqual([
      'one',
      'two goes on',
      'three',
      '1234567890',
    ]);
  });

  it('are converted from UTF-16, and cut if a line never ends', () => {
    const wide = Buffer.from('\ufeffあ\r\nb\n', 'utf16le');
    const kept = new LineBuffer(wide);
    for (let at = 0; at < wide.length; at += 3) kept.appendChunk(wide.subarray(at, at + 3));
    kept.finish();
    expect(kept.rows([1, 2, 3])).toEqual([
      { line: 1, text: 'あ' },
      { line: 2, text: 'b' },
    ]);
    expect(keep('x'.repeat(100_000), 1000).rows([1])[0]?.text).toBe(`${'x'.repeat(2000)} …`);
  });

  it('mask keys', () =>
    expect(keep('apikey = "abcdef123456"\n').text(1)).toBe('apikey = "************"'));

  it('report whether the log was cut', () => {
    for (const chunk of [1 << 16, 1 << 20])
      expect(keep('x\n'.repeat(MAX_LINES), chunk).isTruncated).toBe(false);
    for (const more of ['y', 'y\n'])
      for (const chunk of [1 << 16, 1 << 22])
        expect(keep(`${'x\n'.repeat(MAX_LINES)}${more}`, chunk).isTruncated).toBe(true);
  });

  it('keep the line numbers of the whole log if some lines are left out', () => {
    const kept = new LineBuffer(new Uint8Array(0));
    const push = (text: string): void => kept.appendChunk(new TextEncoder().encode(text));
    kept.skipLines(2);
    push('three\nfour');
    kept.skipLines(5);
    push('ten\n');
    kept.finish();
    expect([kept.count, ...(kept.numbers ?? [])]).toEqual([3, 3, 4, 10]);
    expect(kept.rows([1, 3, 4, 5, 10, 11])).toEqual([
      { line: 3, text: 'three' },
      { line: 4, text: 'four' },
      { line: 10, text: 'ten' },
    ]);
    expect([...kept.filter({ ...ANY, text: 'e' }, null)]).toEqual([3, 10]);
    expect([...kept.filter(ANY, (line) => line !== 3)]).toEqual([4, 10]);
    expect(keep('a\nb\n').numbers).toBeNull();
  });

  it('stop at a limit', () => {
    const kept = keep('x\n'.repeat(MAX_LINES + 100_000), 1 << 16);
    expect(kept.count).toBe(MAX_LINES);
    expect([kept.text(MAX_LINES), kept.text(MAX_LINES + 1)]).toEqual(['x', undefined]);
  });

  it('are filtered by level and time, including continuation lines', () => {
    const kept = keep(`2026/11/24 22:41:04 WARNING <x> one
  goes on with apikey
2026/11/24 22:42:04 INFO <x> two
Nov 24 22:43:04 web01 mackerel-agent[1]: 2026/11/24 22:43:04 ERROR <x> three WARNING
`);
    const minute = Date.UTC(2026, 10, 24, 22, 42) / 60_000;
    expect([...kept.filter({ ...ANY, level: 'WARNING' }, null)]).toEqual([1, 2]);
    expect([...kept.filter({ ...ANY, level: 'ERROR' }, null)]).toEqual([4]);
    expect([...kept.filter({ ...ANY, from: minute }, null)]).toEqual([3, 4]);
    expect([...kept.filter({ ...ANY, to: minute }, (line) => line > 1)]).toEqual([2, 3]);
    expect([...kept.filter({ ...ANY, text: 'GOES ON' }, null)]).toEqual([2]);
    expect([...kept.minutes].map((value) => value - minute)).toEqual([-1, -1, 0, 1]);
  });
});
