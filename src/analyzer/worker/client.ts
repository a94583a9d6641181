import type { Masked } from '../../redaction/mask-secrets.ts';
import type { Redacted } from '../../redaction/index.ts';
import type { InspectedReport } from '../../intake/index.ts';
import type {
  RedactedParts,
  Redactor,
  FinalRedactionRequest,
  RedactionRequest,
} from '../../report/index.ts';
import type {
  LineFilter,
  Request,
  Response,
  Row,
  ShownLines,
  Timeline,
  DataUrls,
} from './protocol.ts';

/** Replies to questions; the worker sends all other responses on its own. */
type Answer = Extract<
  Response,
  { kind: 'lines' | 'rows' | 'tops' | 'filtered' | 'timeline' | 'redacted' | 'finished' | 'masked' }
>;
type Listener = (response: Exclude<Response, Answer>) => void;

/** Talks to the worker. Only one analysis is current; responses to an older one are dropped. */
export class AnalysisClient implements Redactor {
  #worker: Worker | null = null;
  readonly #urls: DataUrls;
  readonly #listener: Listener;
  /** Pending questions; the worker answers those of one kind in order. */
  #pending: { kind: Answer['kind']; take: (answer: Answer) => void }[] = [];
  #id = 0;

  constructor(urls: DataUrls, listener: Listener) {
    this.#urls = urls;
    this.#listener = listener;
  }

  /**
   * Let the worker load its data and warm up on sample logs before there is input. Failures are
   * silent.
   */
  prepare(samples: string[]): void {
    this.#post({ kind: 'prepare', id: this.#id, urls: this.#urls, samples });
  }

  /** Return whether a response belongs to the current analysis; check again after an `await`. */
  isCurrent(id: number): boolean {
    return id === this.#id;
  }

  analyseText(text: string, afterFix: boolean): void {
    this.#start({ kind: 'text', id: ++this.#id, urls: this.#urls, text, afterFix });
  }

  analyseFiles(files: File[], afterFix: boolean): void {
    this.#start({ kind: 'files', id: ++this.#id, urls: this.#urls, files, afterFix });
  }

  /** Use the last report as the "before" side of later comparisons. */
  compare(): void {
    this.#post({ kind: 'compare', id: this.#id });
  }

  cancel(): void {
    this.#start({ kind: 'cancel', id: ++this.#id });
  }

  /** Stop reading; the report on what was read so far follows. */
  stop(): void {
    this.#post({ kind: 'stop', id: this.#id });
  }

  /** Ask which lines of the log can be shown. */
  async lines(): Promise<ShownLines> {
    return (await this.#request('lines', { kind: 'lines', id: this.#id })).lines;
  }

  /** Ask for log lines by number. */
  async rows(lines: number[]): Promise<Row[]> {
    return (await this.#request('rows', { kind: 'rows', id: this.#id, rows: lines })).rows;
  }

  /**
   * Ask for the first row of each line when wrapped at `columns`, plus the end of the last line.
   * `lines` limits it to those line numbers.
   */
  async tops(columns: number, lines: Uint32Array | null): Promise<Uint32Array> {
    return (await this.#request('tops', { kind: 'tops', id: this.#id, columns, lines })).tops;
  }

  /** Ask for the numbers of the lines that pass a filter. */
  async filter(filter: LineFilter): Promise<Uint32Array> {
    return (await this.#request('filtered', { kind: 'filter', id: this.#id, filter })).lines;
  }

  /** Ask for the timeline. */
  async timeline(): Promise<Timeline | null> {
    return (await this.#request('timeline', { kind: 'timeline', id: this.#id })).timeline;
  }

  /** Ask for the redacted parts of a support report. */
  redactParts(asked: RedactionRequest): Promise<RedactedParts> {
    return this.#request('redacted', { kind: 'redact', id: this.#id, ...asked });
  }

  /** Ask for the finished support report, redacted. */
  finish(finished: FinalRedactionRequest): Promise<Redacted<string>> {
    return this.#request('finished', { kind: 'finish', id: this.#id, ...finished });
  }

  /** Ask for the report with secrets masked. */
  async masked(): Promise<Masked<InspectedReport>> {
    return (await this.#request('masked', { kind: 'mask', id: this.#id })).report;
  }

  #request<Kind extends Answer['kind']>(
    kind: Kind,
    request: Request,
  ): Promise<Extract<Answer, { kind: Kind }>> {
    return new Promise((resolve) => {
      this.#pending.push({
        kind,
        take: (answer) => resolve(answer as Extract<Answer, { kind: Kind }>),
      });
      this.#post(request);
    });
  }

  #resolveAnswer(answer: Answer): void {
    const at = this.#pending.findIndex(({ kind }) => kind === answer.kind);
    if (at >= 0) this.#pending.splice(at, 1)[0]?.take(answer);
  }

  #start(request: Request): void {
    this.#pending = [];
    this.#post(request);
  }

  #post(request: Request): void {
    this.#worker ??= this.#startWorker();
    this.#worker.postMessage(request);
  }

  #startWorker(): Worker {
    // Preload the catalog while the worker's code loads; the worker then finds it in the browser's
    // cache.
    void fetch(this.#urls.catalog)
      .then((response) => response.arrayBuffer())
      .catch(() => undefined);
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<Response>) => {
      if (!this.isCurrent(data.id)) return;
      if (isAnswer(data)) this.#resolveAnswer(data);
      else this.#listener(data);
    };
    worker.onerror = (event) => {
      // A worker that failed to load takes no messages, and one that failed later still holds a
      // log.
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
