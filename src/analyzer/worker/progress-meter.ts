import type { Progress, Request } from './protocol.ts';

/** Milliseconds between progress reports. */
export const PROGRESS_EVERY = 100;

/** Counts the bytes read and reports progress. */
export class ProgressMeter {
  readonly #started = performance.now();
  readonly #report: (progress: Progress) => void;
  readonly #total: number | null;
  readonly #lines: () => number;
  #lastReport = performance.now();
  #bytes = 0;

  constructor(
    request: Extract<Request, { kind: 'text' | 'files' }>,
    lines: () => number,
    report: (progress: Progress) => void,
  ) {
    const isPacked =
      request.kind === 'files' && request.files.some(({ name }) => /\.(?:gz|zip)$/i.test(name));
    this.#total = isPacked
      ? null
      : request.kind === 'files'
        ? request.files.reduce((sum, { size }) => sum + size, 0)
        : request.text.length;
    this.#lines = lines;
    this.#report = report;
  }

  addChunk(chunk: Uint8Array): void {
    this.#bytes += chunk.length;
    this.reportProgress();
  }

  /** Report progress, at most ten times a second. */
  reportProgress(): void {
    if (performance.now() - this.#lastReport < PROGRESS_EVERY) return;
    this.#lastReport = performance.now();
    this.#report(this.progress());
  }

  progress(): Progress {
    return {
      bytes: this.#bytes,
      total: this.#total,
      lines: this.#lines(),
      speed: this.#bytes / Math.max(0.001, (performance.now() - this.#started) / 1000),
    };
  }
}
