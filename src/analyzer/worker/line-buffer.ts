import type { LineRun } from '../../engine/index.ts';
import { maskSecrets } from '../../redaction/mask-secrets.ts';
import { truncate } from '../../report/truncate.ts';
import { lastAtMost } from './last-at-most.ts';
import { MAX_SHOWN } from './break-line.ts';
import { readLevel, readMinute } from './line-header.ts';
import { LineStore } from './line-store.ts';
import type { LineHeaders } from '../../engine/index.ts';
import { LEVELS } from '../../model/levels.ts';
import type { LineFilter, Row } from './protocol.ts';

/**
 * Stores a log's lines for the log view. It lives in the worker, so the page holds only what it
 * shows.
 */
export class LineBuffer {
  readonly #lines = new LineStore();
  /**
   * Runs of consecutive lines: for the first line of each, its index in the store and its number in
   * the log.
   */
  readonly #runs: LineRun[];
  /** Decodes UTF-16; null for UTF-8. */
  readonly #decoder: TextDecoder | null;
  #cachedMinutes: Uint32Array | null = null;
  #cachedLevels: Uint8Array | null = null;
  #headers: LineHeaders | null = null;

  /**
   * @param start the first bytes, which tell the encoding
   * @param runs the runs, if the caller leaves out lines; it may append to them
   */
  constructor(start: Uint8Array, runs: LineRun[] = [{ place: 0, line: 1 }]) {
    this.#runs = runs;
    const encoding =
      start[0] === 0xff && start[1] === 0xfe
        ? 'utf-16le'
        : start[0] === 0xfe && start[1] === 0xff
          ? 'utf-16be'
          : null;
    this.#decoder = encoding && new TextDecoder(encoding);
  }

  /** Read levels and times from the headers of a product, in lines that have one. */
  expectHeaders(headers: LineHeaders): void {
    this.#headers = headers;
  }

  get count(): number {
    return this.#lines.count;
  }

  /** The log is longer than what is stored. */
  get isTruncated(): boolean {
    return this.#lines.isTruncated;
  }

  /** Line numbers if some lines were left out; null means 1 to `count`. */
  get numbers(): Uint32Array | null {
    return this.#runs.length === 1 && this.#runs[0]?.line === 1
      ? null
      : Uint32Array.from({ length: this.count }, (_, at) => this.numberAt(at));
  }

  appendChunk(bytes: Uint8Array): void {
    this.#lines.appendChunk(
      this.#decoder && !this.#lines.isFull
        ? new TextEncoder().encode(this.#decoder.decode(bytes, { stream: true }))
        : bytes,
    );
  }

  /** Record that the next `lines` lines of the log are not stored. */
  skipLines(lines: number): void {
    this.finish();
    this.#runs.push({ place: this.count, line: this.numberAt(this.count) + lines });
  }

  finish(): void {
    this.#lines.finishLastLine();
  }

  /** Return the line number at an index. */
  numberAt(at: number): number {
    const { place, line } = this.#runBefore('place', at);
    return line + at - place;
  }

  /** Return the index of a line number, or -1 if it is not stored. */
  indexOfLine(number: number): number {
    const { place, line } = this.#runBefore('line', number);
    const at = place + number - line;
    return at < this.count && this.numberAt(at) === number ? at : -1;
  }

  rows(wanted: readonly number[]): Omit<Row, 'role'>[] {
    return wanted.flatMap((line) => {
      const text = this.text(line);
      return text === undefined ? [] : [{ line, text: truncate(text, MAX_SHOWN) }];
    });
  }

  /** Return a line by its number, with secrets masked. */
  text(line: number): string | undefined {
    return this.#textAt(this.indexOfLine(line));
  }

  /** Visit the bytes of all lines in order. */
  forEachLine(visit: (bytes: Uint8Array, from: number, to: number, place: number) => void): void {
    this.#lines.forEachLine(visit);
  }

  /**
   * The minute of each line since 1970, in the log's own time. A line without a time takes that of
   * the line before it; 0 if there was none.
   */
  get minutes(): Uint32Array {
    if (this.#cachedMinutes) return this.#cachedMinutes;
    const minutes = new Uint32Array(this.count);
    const headers = this.#headers;
    let minute = 0;
    this.#lines.forEachLine((bytes, from, to, place) => {
      const own = headers?.readLine(bytes, from, to) ? headers.minute : 0;
      minute = own || readMinute(bytes, from, to) || minute;
      minutes[place] = minute;
    });
    return (this.#cachedMinutes = minutes);
  }

  /**
   * Return the numbers of the lines that pass a filter. `may` is an additional test; null allows
   * all.
   */
  filter(
    { text, level, from, to }: LineFilter,
    may: ((line: number) => boolean) | null,
  ): Uint32Array {
    const wanted = LEVELS.indexOf(level as (typeof LEVELS)[number]) + 1;
    // The getters scan the whole log on first use, so do not read the levels needlessly.
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

  /** Return the last run that begins at or before an index or a line number. */
  #runBefore(by: 'place' | 'line', value: number): { place: number; line: number } {
    const runs = this.#runs;
    const index = lastAtMost(runs.length, (at) => runs[at]?.[by] ?? 0, value);
    return runs[index] ?? { place: 0, line: 1 };
  }

  #textAt(at: number): string | undefined {
    const text = this.#lines.lineAt(at);
    return text === undefined ? undefined : /api_?key/i.test(text) ? maskSecrets(text) : text;
  }

  /**
   * The level of each line: 1 + its index in LEVELS, 0 for none. Continuation lines take the level
   * of their record's first line.
   */
  get #levels(): Uint8Array {
    if (this.#cachedLevels) return this.#cachedLevels;
    const levels = new Uint8Array(this.count);
    const headers = this.#headers;
    let level = 0;
    this.#lines.forEachLine((bytes, from, to, place) => {
      if (headers?.readLine(bytes, from, to)) level = headers.level;
      else {
        const own = readLevel(bytes, from, to);
        if (own > 0 || readMinute(bytes, from, to) > 0) level = own;
      }
      levels[place] = level;
    });
    return (this.#cachedLevels = levels);
  }
}

/** Stores the lines of a log for the log view and, once they are known, those of each source. */
export class LineBuffers {
  readonly #kept = new Map<string | null, LineBuffer>();

  readonly onLog = (bytes: Uint8Array): void => {
    this.#open(null, bytes).appendChunk(bytes);
  };

  readonly onSkip = (lines: number): void => {
    this.#open(null, new Uint8Array(0)).skipLines(lines);
  };

  readonly onLines = (source: string, bytes: Uint8Array, runs: LineRun[]): void => {
    this.#open(source, bytes, runs).appendChunk(bytes);
  };

  readonly onRestart = (): void => {
    for (const source of [...this.#kept.keys()]) if (source !== null) this.#kept.delete(source);
  };

  /** Return the lines of a source, or of the whole log; null if there is no log. */
  linesOf(source: string | null): LineBuffer | null {
    const lines = this.#kept.get(source) ?? null;
    lines?.finish();
    return lines;
  }

  #open(source: string | null, start: Uint8Array, runs?: LineRun[]): LineBuffer {
    const lines = this.#kept.get(source) ?? new LineBuffer(start, runs);
    this.#kept.set(source, lines);
    return lines;
  }
}
