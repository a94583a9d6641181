import { maskSecrets } from '../engine/mask.ts';
import { shorten } from '../letter/index.ts';
import { MAX_SHOWN } from './break-line.ts';
import { MinuteReader, readLevel } from './line-head.ts';
import { LineStore } from './line-store.ts';
import { LEVELS, type LineFilter, type Row } from './protocol.ts';

/** Keeps a log's lines for the view, in the worker, so that the page holds only what it shows. */
export class KeptLines {
  readonly #lines = new LineStore();
  /** Where lines that follow one another begin: the place of the first among those that are kept, and its number in the log. */
  readonly #runs = [{ place: 0, line: 1 }];
  /** Brings UTF-16 to UTF-8. */
  readonly #decoder: TextDecoder | null;
  #readMinutes: Uint32Array | null = null;
  #readLevels: Uint8Array | null = null;

  constructor(head: Uint8Array) {
    const encoding =
      head[0] === 0xff && head[1] === 0xfe
        ? 'utf-16le'
        : head[0] === 0xfe && head[1] === 0xff
          ? 'utf-16be'
          : null;
    this.#decoder = encoding && new TextDecoder(encoding);
  }

  get count(): number {
    return this.#lines.count;
  }

  /** The log goes on behind what is kept. */
  get isCut(): boolean {
    return this.#lines.isCut;
  }

  /** Numbers of the lines where some of the log's are left out; null where they go from 1 to the count. */
  get numbers(): Uint32Array | null {
    return this.#runs.length === 1
      ? null
      : Uint32Array.from({ length: this.count }, (_, at) => this.numberAt(at));
  }

  push(bytes: Uint8Array): void {
    this.#lines.push(
      this.#decoder && !this.#lines.isFull
        ? new TextEncoder().encode(this.#decoder.decode(bytes, { stream: true }))
        : bytes,
    );
  }

  /** So many lines of the log are left out here. */
  skip(lines: number): void {
    this.close();
    this.#runs.push({ place: this.count, line: this.numberAt(this.count) + lines });
  }

  close(): void {
    this.#lines.close();
  }

  /** The number of the line at a place. */
  numberAt(at: number): number {
    const { place, line } = this.#runBefore('place', at);
    return line + at - place;
  }

  /** The place of a line, -1 where it is not kept. */
  placeOf(number: number): number {
    const { place, line } = this.#runBefore('line', number);
    const at = place + number - line;
    return at < this.count && this.numberAt(at) === number ? at : -1;
  }

  rows(wanted: readonly number[]): Omit<Row, 'role'>[] {
    return wanted.flatMap((line) => {
      const text = this.text(line);
      return text === undefined ? [] : [{ line, text: shorten(text, MAX_SHOWN) }];
    });
  }

  /** A line without what is secret in it, by its number. */
  text(line: number): string | undefined {
    return this.#textAt(this.placeOf(line));
  }

  /** Go through the bytes of all lines in order. */
  each(visit: (bytes: Uint8Array, from: number, to: number, place: number) => void): void {
    this.#lines.each(visit);
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
  filter(
    { text, level, from, to }: LineFilter,
    may: ((line: number) => boolean) | null,
  ): Uint32Array {
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
      const line = this.numberAt(at);
      if (may && !may(line)) continue;
      if (needle !== '' && !(this.#textAt(at) ?? '').toLowerCase().includes(needle)) continue;
      found[count++] = line;
    }
    return found.slice(0, count);
  }

  /** The last run that begins at a place or a number, or before it. */
  #runBefore(by: 'place' | 'line', value: number): { place: number; line: number } {
    let [from, to] = [0, this.#runs.length - 1];
    while (from < to) {
      const middle = (from + to + 1) >> 1;
      if ((this.#runs[middle]?.[by] ?? 0) <= value) from = middle;
      else to = middle - 1;
    }
    return this.#runs[from] ?? { place: 0, line: 1 };
  }

  #textAt(at: number): string | undefined {
    const text = this.#lines.at(at);
    return text === undefined ? undefined : /api_?key/i.test(text) ? maskSecrets(text) : text;
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
