import type { LineFilter, RedactedParts, Request, Response, Row, Timeline, ToRedact, Urls } from './protocol.ts';

type Listener = (response: Exclude<Response, { kind: 'rows' | 'filtered' | 'timeline' | 'redacted' }>) => void;

/** Talks to the worker: one analysis at a time, and what belongs to an older one is dropped. */
export class AnalysisClient {
  readonly #worker: Worker;
  readonly #urls: Urls;
  readonly #onRows: ((rows: Row[]) => void)[] = [];
  readonly #onLines: ((lines: Uint32Array) => void)[] = [];
  readonly #onTimeline: ((timeline: Timeline | null) => void)[] = [];
  readonly #onRedacted: ((parts: RedactedParts) => void)[] = [];
  #id = 0;

  constructor(urls: Urls, listener: Listener) {
    this.#urls = urls;
    this.#worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    this.#worker.onmessage = ({ data }: MessageEvent<Response>) => {
      if (!this.isCurrent(data.id)) return;
      if (data.kind === 'rows') this.#onRows.shift()?.(data.rows);
      else if (data.kind === 'filtered') this.#onLines.shift()?.(data.lines);
      else if (data.kind === 'timeline') this.#onTimeline.shift()?.(data.timeline);
      else if (data.kind === 'redacted') this.#onRedacted.shift()?.(data);
      else listener(data);
    };
    this.#worker.onerror = (event) => listener({ kind: 'failed', id: this.#id, message: event.message });
  }

  /** Whether an answer belongs to the last question; a listener that waits for something has to ask again. */
  isCurrent(id: number): boolean {
    return id === this.#id;
  }

  analyseText(text: string, afterFix: boolean): void {
    this.#start({ kind: 'text', id: ++this.#id, urls: this.#urls, text, afterFix });
  }

  analyseFiles(files: File[], afterFix: boolean): void {
    this.#start({ kind: 'files', id: ++this.#id, urls: this.#urls, files, afterFix });
  }

  cancel(): void {
    this.#start({ kind: 'cancel', id: ++this.#id });
  }

  /** End the reading; the report on what was read follows. */
  stop(): void {
    this.#post({ kind: 'stop', id: this.#id });
  }

  /** Ask for lines of the log by their numbers; the worker answers in the order of the questions. */
  rows(lines: number[]): Promise<Row[]> {
    return new Promise((resolve) => {
      this.#onRows.push(resolve);
      this.#post({ kind: 'rows', id: this.#id, rows: lines });
    });
  }

  /** Ask for the numbers of the lines that pass a filter. */
  filter(filter: LineFilter): Promise<Uint32Array> {
    return new Promise((resolve) => {
      this.#onLines.push(resolve);
      this.#post({ kind: 'filter', id: this.#id, filter });
    });
  }

  /** Ask for the log over time. */
  timeline(): Promise<Timeline | null> {
    return new Promise((resolve) => {
      this.#onTimeline.push(resolve);
      this.#post({ kind: 'timeline', id: this.#id });
    });
  }

  /** Ask for lines, the report and texts without private values. */
  redact(parts: ToRedact): Promise<RedactedParts> {
    return new Promise((resolve) => {
      this.#onRedacted.push(resolve);
      this.#post({ kind: 'redact', id: this.#id, ...parts });
    });
  }

  #start(request: Request): void {
    this.#onRows.length = 0;
    this.#onLines.length = 0;
    this.#onTimeline.length = 0;
    this.#onRedacted.length = 0;
    this.#post(request);
  }

  #post(request: Request): void {
    this.#worker.postMessage(request);
  }
}
