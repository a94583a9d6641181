import { maskSecrets } from '../inspect/index.ts';
import { shorten } from '../letter/index.ts';
import { LEVELS, type LineFilter, type Row } from './protocol.ts';

/** Lines, and characters of them, that are kept for the log view: beyond this the answers still count every line, the view ends. */
export const MAX_KEPT = 200_000;
const MAX_CHARACTERS = 60_000_000;
/** Of a longer line the beginning is shown. */
export const MAX_SHOWN = 2_000;
const HEAD = 200;

const LEVEL = /\b(CRITICAL|ERROR|WARNING|INFO|DEBUG|TRACE)\b/;
const TIME = /\b(\d{4})[/-](\d\d)[/-](\d\d)[ T](\d\d):(\d\d):\d\d/;

/** Keeps a log's lines for the view, in the worker, so that the page holds only what it shows. */
export class KeptLines {
  /** The log goes on behind what is kept. */
  isCut = false;
  readonly #lines: string[] = [];
  /** The number of each line, once some were left out. */
  #numbers: number[] | null = null;
  #next = 1;
  #characters = 0;
  #tail = '';
  readonly #decoder: TextDecoder;
  #heads: Heads | null = null;

  constructor(head: Uint8Array) {
    const encoding = head[0] === 0xff && head[1] === 0xfe ? 'utf-16le' : head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : 'utf-8';
    this.#decoder = new TextDecoder(encoding);
  }

  get count(): number {
    return this.#lines.length;
  }

  /** Numbers of the lines where some of the log's are left out; null where they go from 1 to the count. */
  get numbers(): Uint32Array | null {
    return this.#numbers && Uint32Array.from(this.#numbers);
  }

  get #isFull(): boolean {
    return this.#lines.length >= MAX_KEPT || this.#characters >= MAX_CHARACTERS;
  }

  push(bytes: Uint8Array): void {
    if (this.#isFull) this.isCut ||= bytes.length > 0;
    else this.#split(this.#decoder.decode(bytes, { stream: true }));
  }

  /** So many lines of the log are left out here. */
  skip(lines: number): void {
    this.close();
    this.#numbers ??= this.#lines.map((_, at) => at + 1);
    this.#next += lines;
  }

  close(): void {
    if (this.#tail !== '' && this.#isFull) this.isCut = true;
    else if (this.#tail !== '') this.#add(this.#tail);
    this.#tail = '';
  }

  /** The number of the line at a place. */
  numberAt(at: number): number {
    return this.#numbers ? (this.#numbers[at] ?? 0) : at + 1;
  }

  /** The place of a line, -1 where it is not kept. */
  placeOf(line: number): number {
    if (!this.#numbers) return line <= this.#lines.length ? line - 1 : -1;
    let [from, to] = [0, this.#numbers.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (this.numberAt(middle) < line) from = middle + 1;
      else to = middle;
    }
    return this.numberAt(from) === line ? from : -1;
  }

  rows(wanted: number[]): Row[] {
    return wanted.flatMap((line) => {
      const text = this.text(line);
      return text === undefined ? [] : [{ line, text: shorten(text, MAX_SHOWN) }];
    });
  }

  /** A line without what is secret in it, by its number. */
  text(line: number): string | undefined {
    return this.#textAt(this.placeOf(line));
  }

  #textAt(at: number): string | undefined {
    const text = this.#lines[at];
    return text === undefined ? undefined : /api_?key/i.test(text) ? maskSecrets(text) : text;
  }

  /** The minute of each line since 1970, as the log writes its time; a line without one has that of the line before, 0 where none had any. */
  get minutes(): Float64Array {
    return this.#readHeads().minutes;
  }

  /** Numbers of the lines that pass a filter; `only` holds those that may, null for all. */
  filter({ text, level, from, to }: LineFilter, only: ReadonlySet<number> | null): Uint32Array {
    const { levels, minutes } = this.#readHeads();
    const wanted = LEVELS.indexOf(level as (typeof LEVELS)[number]) + 1;
    const needle = text.toLowerCase();
    const found: number[] = [];
    for (let at = 0; at < this.#lines.length; at++) {
      const minute = minutes[at] ?? 0;
      if (wanted > 0 && levels[at] !== wanted) continue;
      if ((from !== null && minute < from) || (to !== null && minute > to)) continue;
      const line = this.numberAt(at);
      if (only && !only.has(line)) continue;
      if (needle !== '' && !(this.#textAt(at) ?? '').toLowerCase().includes(needle)) continue;
      found.push(line);
    }
    return Uint32Array.from(found);
  }

  #split(text: string): void {
    const lines = (this.#tail + text).split('\n');
    this.#tail = (lines.pop() ?? '').slice(0, MAX_SHOWN * 4);
    for (const line of lines) {
      if (this.#isFull) {
        this.isCut = true;
        return;
      }
      this.#add(line.endsWith('\r') ? line.slice(0, -1) : line);
    }
  }

  #add(line: string): void {
    this.#characters += line.length;
    this.#lines.push(line);
    this.#numbers?.push(this.#next);
    this.#next++;
  }

  /** Level and time of each line, read once somebody asks; further lines of a record have those of its first. */
  #readHeads(): Heads {
    if (this.#heads) return this.#heads;
    const heads: Heads = { levels: new Uint8Array(this.#lines.length), minutes: new Float64Array(this.#lines.length) };
    let [level, minute] = [0, 0];
    for (const [at, line] of this.#lines.entries()) {
      const head = line.slice(0, HEAD);
      const time = TIME.exec(head);
      if (time) minute = Date.UTC(Number(time[1]), Number(time[2]) - 1, Number(time[3]), Number(time[4]), Number(time[5])) / 60_000;
      const word = LEVEL.exec(head)?.[1];
      if (word !== undefined) level = LEVELS.indexOf(word as (typeof LEVELS)[number]) + 1;
      else if (time) level = 0;
      heads.levels[at] = level;
      heads.minutes[at] = minute;
    }
    return (this.#heads = heads);
  }
}

interface Heads {
  levels: Uint8Array;
  minutes: Float64Array;
}
