import type { Row } from './protocol.ts';

/** Lines that are kept for the log view: beyond this the answers still count every line, the view ends. */
export const MAX_KEPT = 200_000;
const MAX_SHOWN = 2_000;

/** Keeps a log's lines for the view, in the worker, so that the page holds only what it shows. */
export class KeptLines {
  readonly #lines: string[] = [];
  #tail = '';
  readonly #decoder: TextDecoder;

  constructor(head: Uint8Array) {
    const encoding = head[0] === 0xff && head[1] === 0xfe ? 'utf-16le' : head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : 'utf-8';
    this.#decoder = new TextDecoder(encoding);
  }

  get count(): number {
    return this.#lines.length;
  }

  push(bytes: Uint8Array): void {
    if (this.#lines.length < MAX_KEPT) this.#split(this.#decoder.decode(bytes, { stream: true }));
  }

  close(): void {
    if (this.#tail !== '' && this.#lines.length < MAX_KEPT) this.#lines.push(this.#tail);
    this.#tail = '';
  }

  rows(wanted: number[]): Row[] {
    return wanted.flatMap((line) => {
      const text = this.#lines[line - 1];
      return text === undefined ? [] : [{ line, text: text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)} …` : text }];
    });
  }

  #split(text: string): void {
    const lines = (this.#tail + text).split('\n');
    this.#tail = (lines.pop() ?? '').slice(0, MAX_SHOWN * 4);
    for (const line of lines) this.#lines.push(line.endsWith('\r') ? line.slice(0, -1) : line);
  }
}
