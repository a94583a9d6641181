/**
 * Reads the log of several sources, each as if it were a log of its own, which several products may
 * have written. The reports have the line numbers of the whole log.
 */
import type { Diagnosis } from '../diagnose.ts';
import type { ByteRange } from '../lines/byte-range.ts';
import { LineReader, type LineSink } from '../lines/line-reader.ts';
import type { Matcher } from '../products/matcher.ts';
import { openDiagnoses, type Diagnoses } from '../products/open-diagnosis.ts';
import type { Reading, Report } from '../../model/report.ts';
import { LineSource } from './line-source.ts';
import { MAX_SOURCES, sourcesOf, type SourceGroups } from './same-source.ts';

/**
 * A run of consecutive lines: the index of its first line in the source, and the number of that
 * line in the whole log.
 */
export interface LineRun {
  place: number;
  line: number;
}

export interface SplitOptions {
  /** The sources by the names that they have in the log; empty if the log is from one source. */
  groups: SourceGroups;
  /** The products that wrote the log. */
  products: readonly string[];
  /** Return the circumstances under which the log of a source is read; null is the whole log. */
  readingOf: (source: string | null) => Reading;
  /**
   * Receives the lines of a source. The chunks are reused after the call; `runs` covers all lines
   * so far.
   */
  onLines?: (source: string, bytes: Uint8Array, runs: LineRun[]) => void;
}

export interface SplitDiagnosis extends Pick<Diagnosis, 'push' | 'skip' | 'lines'> {
  /**
   * Return the reports on the sources, in order of their first message. A source has one for each
   * of its products.
   */
  close(): Report[];
}

/** Begin to read the log of several sources; more than MAX_SOURCES are left out. */
export function openSplitDiagnosis(matcher: Matcher, options: SplitOptions): SplitDiagnosis {
  const { groups } = options;
  const sources = groups.size === 0 ? [null] : sourcesOf(groups).slice(0, MAX_SOURCES);
  const logs = new Map(
    sources.map((source) => [source, new SourceLog(matcher, source, options)] as const),
  );
  const [product] = matcher.products;
  const splitter = new Splitter(
    logs,
    product && groups.size > 0 ? new LineSource(product.matcher.product, groups) : null,
  );
  const reader = new LineReader(splitter);
  return {
    push: (bytes) => reader.pushChunk(bytes),
    skip: (lines) => {
      reader.endLine();
      splitter.skip(lines);
    },
    lines: () => splitter.lines,
    close: () => {
      reader.closeText();
      return [...logs].flatMap(([source, log]) =>
        log.close(splitter.lines).map((report) => ({ ...report, source })),
      );
    },
  };
}

/** Passes each line on to the log of its source. */
class Splitter implements LineSink {
  lines = 0;
  readonly #logs: ReadonlyMap<string | null, SourceLog>;
  readonly #sources: LineSource | null;
  #current: SourceLog | null;

  constructor(logs: ReadonlyMap<string | null, SourceLog>, sources: LineSource | null) {
    this.#logs = logs;
    this.#sources = sources;
    this.#current = logs.get(null) ?? null;
  }

  pushLine(bytes: Uint8Array, from: number, to: number): void {
    this.lines++;
    const source = this.#sources?.readSource({ bytes, from, to });
    if (source !== undefined)
      this.#current = source === null ? null : (this.#logs.get(source) ?? null);
    this.#current?.addLine(this.lines, { bytes, from, to });
  }

  release(): void {
    // Lines are copied.
  }

  skip(lines: number): void {
    this.lines += lines;
    for (const log of this.#logs.values()) log.endRecord();
  }
}

const CHUNK = 1 << 16;

/** The log of one source. */
class SourceLog {
  readonly #runs: LineRun[] = [];
  #chunk = new Uint8Array(1 << 10);
  #length = 0;
  #count = 0;
  #next = 0;
  readonly #diagnosis: Diagnoses;
  readonly #onLines: (bytes: Uint8Array) => void;

  constructor(
    matcher: Matcher,
    source: string | null,
    { readingOf, products, onLines }: SplitOptions,
  ) {
    this.#diagnosis = openDiagnoses(matcher, readingOf(source), { present: products });
    this.#onLines = (bytes) => {
      if (source !== null) onLines?.(source, bytes, this.#runs);
    };
  }

  /** Add a line with its number in the whole log. */
  addLine(line: number, { bytes, from, to }: ByteRange): void {
    if (line !== this.#next) this.#runs.push({ place: this.#count, line });
    this.#next = line + 1;
    this.#count++;
    const size = to - from + 1;
    if (this.#length + size > this.#chunk.length) this.#makeRoom(size);
    this.#chunk.set(bytes.subarray(from, to), this.#length);
    this.#length += size;
    this.#chunk[this.#length - 1] = 10;
  }

  /** End the open record, because the log lacks lines here. */
  endRecord(): void {
    this.#passOn();
    this.#diagnosis.skip(0);
  }

  close(total: number): Report[] {
    this.#passOn();
    return this.#diagnosis
      .closeAll()
      .map((report) => renumber(report, total, (place) => this.#numberOf(place)));
  }

  #makeRoom(size: number): void {
    this.#passOn();
    if (size > this.#chunk.length || this.#chunk.length < CHUNK)
      this.#chunk = new Uint8Array(Math.max(size, Math.min(CHUNK, 4 * this.#chunk.length)));
  }

  #passOn(): void {
    if (this.#length === 0) return;
    const bytes = this.#chunk.subarray(0, this.#length);
    this.#length = 0;
    this.#onLines(bytes);
    this.#diagnosis.push(bytes);
  }

  /** Convert a line number of this source to one of the whole log; both count from 1. */
  #numberOf(line: number): number {
    let [from, to] = [0, this.#runs.length - 1];
    while (from < to) {
      const middle = (from + to + 1) >> 1;
      if ((this.#runs[middle]?.place ?? 0) < line) from = middle;
      else to = middle - 1;
    }
    const run = this.#runs[from];
    return run ? run.line + line - 1 - run.place : line;
  }
}

function renumber(report: Report, total: number, numberOf: (line: number) => number): Report {
  return {
    ...report,
    namedAt: report.namedAt === null ? null : numberOf(report.namedAt),
    findings: report.findings.map((finding) => ({
      ...finding,
      lines: finding.lines.map(numberOf),
    })),
    unknown: report.unknown.map((unknown) => ({
      ...unknown,
      line: numberOf(unknown.line),
      lines: unknown.lines.map(numberOf),
    })),
    lines: { ...report.lines, total },
  };
}
