import type { Request, Response, Row } from './protocol.ts';

type Listener = (response: Exclude<Response, { kind: 'rows' }>) => void;

/** Talks to the worker: one analysis at a time, and what belongs to an older one is dropped. */
export class AnalysisClient {
  readonly #worker: Worker;
  readonly #catalogUrl: string;
  readonly #onRows: ((rows: Row[]) => void)[] = [];
  #id = 0;

  constructor(catalogUrl: string, listener: Listener) {
    this.#catalogUrl = catalogUrl;
    this.#worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    this.#worker.onmessage = ({ data }: MessageEvent<Response>) => {
      if (data.id !== this.#id) return;
      if (data.kind === 'rows') this.#onRows.shift()?.(data.rows);
      else listener(data);
    };
    this.#worker.onerror = (event) => listener({ kind: 'failed', id: this.#id, message: event.message });
  }

  analyseText(text: string): void {
    this.#start({ kind: 'text', id: ++this.#id, catalogUrl: this.#catalogUrl, text });
  }

  analyseFiles(files: File[]): void {
    this.#start({ kind: 'files', id: ++this.#id, catalogUrl: this.#catalogUrl, files });
  }

  cancel(): void {
    this.#start({ kind: 'cancel', id: ++this.#id });
  }

  /** Ask for lines of the log by their numbers; the worker answers in the order of the questions. */
  rows(lines: number[]): Promise<Row[]> {
    return new Promise((resolve) => {
      this.#onRows.push(resolve);
      this.#post({ kind: 'rows', id: this.#id, rows: lines });
    });
  }

  #start(request: Request): void {
    this.#onRows.length = 0;
    this.#post(request);
  }

  #post(request: Request): void {
    this.#worker.postMessage(request);
  }
}
