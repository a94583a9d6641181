import { gzipSync } from 'node:zlib';
import { Inflate, Zip, ZipDeflate, ZipPassThrough, zipSync, type Zippable } from 'fflate';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { readFile } from './read-file.ts';
import { RefusedError, type SkippedFile } from './input-source.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const LOG = bytesOf('2026/03/02 04:12:11 INFO <main> a line\n'.repeat(5000));
/** Unpacked size of a bomb; several times the limit at which unpacking must stop. */
const BOMB_BYTES = 40_000_000;
const ZEROS = new Uint8Array(BOMB_BYTES);

interface Read {
  files: string[];
  text: string;
  skipped: SkippedFile[];
  refused: string | null;
}

/** Read a file in chunks of `size` bytes that reuse the same memory, as `node:fs` does. */
async function read(file: Uint8Array, size = 1 << 16, most = Infinity): Promise<Read> {
  const result: Read = { files: [], text: '', skipped: [], refused: null };
  async function* chunks(): AsyncGenerator<Uint8Array> {
    const chunk = new Uint8Array(size);
    for (let at = 0; at < file.length; at += size) {
      chunk.set(file.subarray(at, at + size));
      yield chunk.subarray(0, Math.min(size, file.length - at));
      chunk.fill(0xff);
    }
  }
  const decoder = new TextDecoder();
  const sink = {
    beginFile: (name: string) => void result.files.push(name),
    writeBytes: (bytes: Uint8Array) => void (result.text += decoder.decode(bytes)),
    isDone: () => result.text.length >= most,
    yieldToTasks: () => Promise.resolve(),
  };
  try {
    await readFile('x', chunks(), sink, result.skipped);
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    result.refused = error.reason;
  }
  return result;
}

/** Build an archive as written to a pipe: sizes follow the data. */
function streamed(files: Record<string, Uint8Array>, isStored = false): Uint8Array {
  const parts: Uint8Array[] = [];
  const zip = new Zip((_, bytes) => void parts.push(bytes));
  for (const [name, bytes] of Object.entries(files)) {
    const entry = isStored ? new ZipPassThrough(name) : new ZipDeflate(name);
    zip.add(entry);
    // Two pushes, so that the size is unknown when the header is written.
    entry.push(bytes.subarray(0, 10));
    entry.push(bytes.subarray(10), true);
  }
  zip.end();
  return Buffer.concat(parts);
}

afterEach(() => void vi.restoreAllMocks());

describe('zip', () => {
  it.each([1, 7, 64, 1 << 20])(
    'is read in chunks of %i bytes, packed and stored, with sizes before and after the data',
    async (size) => {
      const files: Zippable = {
        'a.log': bytesOf('one\n'),
        'b.log': [bytesOf('two'), { level: 0 }],
        'empty.log': new Uint8Array(0),
        folder: { 'ü.log': bytesOf('three\n') },
      };
      expect(await read(zipSync(files), size)).toEqual({
        files: ['x: a.log', 'x: b.log', 'x: folder/ü.log'],
        text: 'one\ntwo\nthree\n',
        skipped: [],
        refused: null,
      });
      const marks = `two ${'and more '.repeat(9)} PK\u0003\u0004 PK\u0007\u0008\n`;
      const piped = { 'a.log': bytesOf('one and more\n'), 'b.log': bytesOf(marks) };
      for (const isStored of [false, true])
        expect(await read(streamed(piped, isStored), size)).toEqual({
          files: ['x: a.log', 'x: b.log'],
          text: `one and more\n${marks}`,
          skipped: [],
          refused: null,
        });
    },
  );

  it('may contain more files than a header of a plain zip can count', async () => {
    const count = 0xffff + 1;
    const files = Object.fromEntries(
      Array.from({ length: count }, (_, index) => [`${index}.log`, [bytesOf('x\n'), { level: 0 }]]),
    ) as Zippable;
    const { files: names, text, refused } = await read(zipSync(files), 1 << 20);
    expect([names.length, text.length, refused]).toEqual([count, 2 * count, null]);
  });

  it('is refused if it is cut off or damaged anywhere', async () => {
    const whole = zipSync({ 'a.log': LOG, 'b.log': [LOG.subarray(0, 500), { level: 0 }] });
    for (const length of [4, 29, 33, 200, whole.length - 700])
      expect((await read(whole.subarray(0, length))).refused).toBe('damaged-zip');
    const damaged = whole.slice();
    damaged.fill(0xff, 60, 90);
    expect((await read(damaged)).refused).toBe('damaged-zip');
    const encrypted = whole.slice();
    encrypted[6] = 1;
    expect((await read(encrypted)).refused).toBe('damaged-zip');
  });
});

describe('gzip', () => {
  it.each([1, 7, 64, 1 << 20])(
    'is read in chunks of %i bytes, with one member or several',
    async (size) => {
      const members = [gzipSync('one\n'), gzipSync(''), gzipSync('two\n')];
      expect(await read(Buffer.concat(members), size)).toEqual({
        files: ['x'],
        text: 'one\ntwo\n',
        skipped: [],
        refused: null,
      });
    },
  );

  it('ends before data that is not a member', async () => {
    for (const rest of [
      Buffer.alloc(1),
      Buffer.alloc(1000),
      Buffer.from('\n'),
      Buffer.from('and other words'),
      Buffer.from([0x1f, 0x8b]),
    ]) {
      expect(await read(Buffer.concat([gzipSync('one\n'), rest]))).toEqual({
        files: ['x'],
        text: 'one\n',
        skipped: [],
        refused: null,
      });
    }
  });

  it('is refused if it is cut off or damaged', async () => {
    const whole = gzipSync(LOG);
    for (const length of [3, 12, 100, whole.length - 20])
      expect((await read(whole.subarray(0, length))).refused).toBe('gzip');
    const damaged = Buffer.from(whole);
    damaged.fill(0xff, 60, 90);
    expect((await read(damaged)).refused).toBe('gzip');
  });
});

describe('a bomb', () => {
  /** Count the bytes unpacked while `work` runs. */
  async function unpackedBy(work: () => Promise<unknown>): Promise<number> {
    let unpacked = 0;
    const pushed = vi
      .spyOn(Inflate.prototype as unknown as { c(final: boolean): void }, 'c')
      .mockImplementation(function count(this: Inflate, final) {
        const { ondata } = this;
        this.ondata = (bytes, isLast) => ondata(bytes, ((unpacked += bytes.length), isLast));
        try {
          original.call(this, final);
        } finally {
          this.ondata = ondata;
        }
      });
    await work();
    expect(pushed).toHaveBeenCalled();
    return unpacked;
  }
  const original = (Inflate.prototype as unknown as { c(this: Inflate, final: boolean): void }).c;

  it('in a zip is unpacked only until it is refused; the next file is still read', async () => {
    const bomb = zipSync({ 'bomb.log': ZEROS, 'agent.log': bytesOf('a line\n') });
    let result: Read | null = null;
    expect(await unpackedBy(async () => (result = await read(bomb)))).toBeLessThan(10_000_000);
    expect(result).toEqual({
      files: ['x: agent.log'],
      text: 'a line\n',
      skipped: [{ name: 'bomb.log', reason: 'binary' }],
      refused: null,
    });
    expect(await unpackedBy(() => read(streamed({ 'bomb.log': ZEROS })))).toBeLessThan(10_000_000);
  });

  it('in gzip is unpacked only until it is refused', async () => {
    const bomb = gzipSync(ZEROS);
    let result: Read | null = null;
    expect(await unpackedBy(async () => (result = await read(bomb)))).toBeLessThan(10_000_000);
    expect(result).toMatchObject({ files: [], refused: 'binary' });
  });

  it('is unpacked no further once the sink is done', async () => {
    const spaces = new Uint8Array(BOMB_BYTES).fill(32);
    for (const bomb of [gzipSync(spaces), zipSync({ 'bomb.log': spaces })])
      expect(await unpackedBy(() => read(bomb, 1 << 16, 1))).toBeLessThan(20_000_000);
  });
});
