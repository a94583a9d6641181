import type { Masked } from '../engine/mask.ts';
import type { Redacted } from '../engine/index.ts';
import type { InspectedReport } from '../inspect/index.ts';
import type { RedactedParts, Redactor, ToFinish, ToRedact } from '../letter/index.ts';
import type { LineFilter, Request, Response, Row, ShownLines, Timeline, Urls } from './protocol.ts';

/** What the worker says of its own, and what it answers when it is asked. */
type Answer = Extract<
  Response,
  { kind: 'lines' | 'rows' | 'tops' | 'filtered' | 'timeline' | 'redacted' | 'finished' | 'masked' }
>;
type Listener = (response: Exclude<Response, Answer>) => void;

/** Talks to the worker: one analysis at a time, and what belongs to an older one is dropped. */
export class AnalysisClient implements Redactor {
  #worker: Worker | null = null;
  readonly #urls: Urls;
  readonly #listener: Listener;
  /** Who waits for an answer; the worker gives those of one kind in the order of the questions. */
  #waiting: { kind: Answer['kind']; take: (answer: Answer) => void }[] = [];
  #id = 0;

  constructor(urls: Urls, listener: Listener) {
    this.#urls = urls;
    this.#listener = listener;
  }

  /** Let the worker load what it needs, and try it on logs, before there is something to read; nothing is said where it cannot. */
  prepare(samples: string[]): void {
    this.#post({ kind: 'prepare', id: this.#id, urls: this.#urls, samples });
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

  /** Let what was read last be what logs from after a fix are compared with. */
  compare(): void {
    this.#post({ kind: 'compare', id: this.#id });
  }

  cancel(): void {
    this.#start({ kind: 'cancel', id: ++this.#id });
  }

  /** End the reading; the report on what was read follows. */
  stop(): void {
    this.#post({ kind: 'stop', id: this.#id });
  }

  /** Ask which lines of the log can be shown. */
  async lines(): Promise<ShownLines> {
    return (await this.#ask('lines', { kind: 'lines', id: this.#id })).lines;
  }

  /** Ask for lines of the log by their numbers. */
  async rows(lines: number[]): Promise<Row[]> {
    return (await this.#ask('rows', { kind: 'rows', id: this.#id, rows: lines })).rows;
  }

  /** Ask where lines begin, all or those of some numbers, that are broken into rows of so many columns: in rows, with the end of the last. */
  async tops(columns: number, lines: Uint32Array | null): Promise<Uint32Array> {
    return (await this.#ask('tops', { kind: 'tops', id: this.#id, columns, lines })).tops;
  }

  /** Ask for the numbers of the lines that pass a filter. */
  async filter(filter: LineFilter): Promise<Uint32Array> {
    return (await this.#ask('filtered', { kind: 'filter', id: this.#id, filter })).lines;
  }

  /** Ask for the log over time. */
  async timeline(): Promise<Timeline | null> {
    return (await this.#ask('timeline', { kind: 'timeline', id: this.#id })).timeline;
  }

  /** Ask for what a report for support is made of, without private values. */
  redactParts(asked: ToRedact): Promise<RedactedParts> {
    return this.#ask('redacted', { kind: 'redact', id: this.#id, ...asked });
  }

  /** Ask for a finished report without private values. */
  finish(finished: ToFinish): Promise<Redacted<string>> {
    return this.#ask('finished', { kind: 'finish', id: this.#id, ...finished });
  }

  /** Ask for the report without secrets. */
  async masked(): Promise<Masked<InspectedReport>> {
    return (await this.#ask('masked', { kind: 'mask', id: this.#id })).report;
  }

  #ask<Kind extends Answer['kind']>(
    kind: Kind,
    request: Request,
  ): Promise<Extract<Answer, { kind: Kind }>> {
    return new Promise((resolve) => {
      this.#waiting.push({
        kind,
        take: (answer) => resolve(answer as Extract<Answer, { kind: Kind }>),
      });
      this.#post(request);
    });
  }

  #hand(answer: Answer): void {
    const at = this.#waiting.findIndex(({ kind }) => kind === answer.kind);
    if (at >= 0) this.#waiting.splice(at, 1)[0]?.take(answer);
  }

  #start(request: Request): void {
    this.#waiting = [];
    this.#post(request);
  }

  #post(request: Request): void {
    this.#worker ??= this.#startWorker();
    this.#worker.postMessage(request);
  }

  #startWorker(): Worker {
    // The worker asks for it once its code is there: on a slow line both come at a time, and it finds this one in the browser's cache.
    void fetch(this.#urls.catalog)
      .then((response) => response.arrayBuffer())
      .catch(() => undefined);
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<Response>) => {
      if (!this.isCurrent(data.id)) return;
      if (isAnswer(data)) this.#hand(data);
      else this.#listener(data);
    };
    worker.onerror = (event) => {
      // One that could not be loaded takes no more messages, and one that failed later holds a log.
      worker.terminate();
      this.#worker = null;
      if (this.#id > 0) this.#listener({ kind: 'failed', id: this.#id, message: event.message });
    };
    return worker;
  }
}

function isAnswer(response: Response): response is Answer {
  return (
    response.kind !== 'progress' &&
    response.kind !== 'so-far' &&
    response.kind !== 'report' &&
    response.kind !== 'refused' &&
    response.kind !== 'failed'
  );
}
