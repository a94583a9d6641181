import type {
  AnalysisResponse,
  AnswerTo,
  DataUrls,
  Question,
  QuestionKind,
  Request,
  Response,
} from './protocol.ts';

type Listener = (response: AnalysisResponse) => void;

/** Talks to the worker. Only one analysis is current; answers about an older one are dropped. */
export class AnalysisClient {
  #worker: Worker | null = null;
  readonly #urls: DataUrls;
  readonly #listener: Listener;
  /** The functions that take the answers to pending questions, by the question's number. */
  readonly #pending = new Map<number, (answer: AnswerTo) => void>();
  #asked = 0;
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

  /** Drop the current analysis. The responses to the next one carry `nextId`. */
  cancel(nextId: number): void {
    this.#id = nextId;
    this.#pending.clear();
    // Not #post: without a worker there is nothing to cancel.
    this.#worker?.postMessage({ kind: 'cancel', id: nextId } satisfies Request);
  }

  /** Analyze a text or files; call `cancel` first. */
  analyze(input: string | File[], afterFix: boolean): void {
    const request = { id: this.#id, urls: this.#urls, afterFix };
    this.#post(
      typeof input === 'string'
        ? { kind: 'text', text: input, ...request }
        : { kind: 'files', files: input, ...request },
    );
  }

  /** Use the last report as the "before" side of later comparisons. */
  compare(): void {
    this.#post({ kind: 'compare', id: this.#id });
  }

  /** Report on another source or program of the log, by its row. */
  choose(index: number): void {
    this.#post({ kind: 'choose', id: this.#id, index });
  }

  /** Stop reading; the report on what was read so far follows. */
  stop(): void {
    this.#post({ kind: 'stop', id: this.#id });
  }

  /** Ask about the analyzed log. */
  ask<Kind extends QuestionKind>(question: Question<Kind>): Promise<AnswerTo<Kind>> {
    const number = ++this.#asked;
    return new Promise((resolve) => {
      this.#pending.set(number, (answer) => resolve(answer as AnswerTo<Kind>));
      this.#post({ kind: 'ask', id: this.#id, number, question: question as Question });
    });
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
      if (data.kind !== 'answer') return this.#listener(data);
      this.#pending.get(data.number)?.(data.answer);
      this.#pending.delete(data.number);
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
