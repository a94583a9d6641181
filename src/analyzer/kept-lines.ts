import { maskSecrets } from '../inspect/index.ts';
import { MinuteReader, readLevel } from './line-head.ts';
import { LineStore } from './line-store.ts';
import { LEVELS, type LineFilter, type Row } from './protocol.ts';

const MAX_SHOWN = 2_000;

/** Keeps a log's lines for the view, in the worker, so that the page holds only what it shows. */
export class KeptLines {
  readonly #lines = new LineStore();
  /** Brings UTF-16 to UTF-8. */
  readonly #decoder: TextDecoder | null;
  #readMinutes: Uint32Array | null = null;
  #readLevels: Uint8Array | null = null;

  constructor(head: Uint8Array) {
    const encoding = head[0] === 0xff && head[1] === 0xfe ? 'utf-16le' : head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : null;
    this.#decoder = encoding && new TextDecoder(encoding);
  }

  get count(): number {
    return this.#lines.count;
  }

  /** Lines that came, kept or not. */
  get seen(): number {
    return this.#lines.seen;
  }

  push(bytes: Uint8Array): void {
    this.#lines.push(this.#decoder && !this.#lines.isFull ? new TextEncoder().encode(this.#decoder.decode(bytes, { stream: true })) : bytes);
  }

  close(): void {
    this.#lines.close();
  }

  rows(wanted: readonly number[]): Omit<Row, 'role'>[] {
    return wanted.flatMap((line) => {
      const text = this.text(line);
      return text === undefined ? [] : [{ line, text: text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)} …` : text }];
    });
  }

  /** A line as it is shown, by its number. */
  text(line: number): string | undefined {
    const text = this.#lines.at(line - 1);
    return text === undefined ? undefined : /api_?key/i.test(text) ? maskSecrets(text) : text;
  }

  /** The minute of each line since 1970, as the log writes its time; a line without one has that of the line before, 0 where none had any. */
  get minutes(): Uint32Array {
    if (this.#readMinutes) return this.#readMinutes;
    const minutes = new Uint32Array(this.count);
    const times = new MinuteReader();
    let minute = 0;
    this.#lines.each((bytes, from, to, place) => {
      minute = times.read(bytes, from, to) || minute;
      minutes[place] = minute;
    });
    return (this.#readMinutes = minutes);
  }

  /** Numbers of the lines that pass a filter; `may` tells which of them may, null for all. */
  filter({ text, level, from, to }: LineFilter, may: ((line: number) => boolean) | null): Uint32Array {
    const wanted = LEVELS.indexOf(level as (typeof LEVELS)[number]) + 1;
    // Read once somebody asks.
    const [levels, minutes] = [wanted > 0 ? this.#levels : [], this.minutes];
    const needle = text.toLowerCase();
    const found = new Uint32Array(this.count);
    let count = 0;
    for (let at = 0; at < this.count; at++) {
      const minute = minutes[at] ?? 0;
      if (wanted > 0 && levels[at] !== wanted) continue;
      if ((from !== null && minute < from) || (to !== null && minute > to)) continue;
      if (may && !may(at + 1)) continue;
      if (needle !== '' && !(this.text(at + 1) ?? '').toLowerCase().includes(needle)) continue;
      found[count++] = at + 1;
    }
    return found.slice(0, count);
  }

  /** Which of LEVELS each line has, counted from 1, 0 for none; further lines of a record have that of its first. */
  get #levels(): Uint8Array {
    if (this.#readLevels) return this.#readLevels;
    const levels = new Uint8Array(this.count);
    const times = new MinuteReader();
    let level = 0;
    this.#lines.each((bytes, from, to, place) => {
      const own = readLevel(bytes, from, to);
      if (own > 0 || times.read(bytes, from, to) > 0) level = own;
      levels[place] = level;
    });
    return (this.#readLevels = levels);
  }
}
