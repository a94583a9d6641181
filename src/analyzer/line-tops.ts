import { breakLine } from './break-line.ts';
import type { KeptLines } from './kept-lines.ts';

const MAX_ROWS = 255;

/** Where lines begin that are broken into rows: counted from their bytes, for a million lines cannot be laid out to look how tall they are. */
export class LineTops {
  readonly #kept: KeptLines;
  #columns = 0;
  /** Rows of each kept line. */
  #rows = new Uint8Array(0);

  constructor(kept: KeptLines) {
    this.#kept = kept;
  }

  /** The first row of each line, of those with the given numbers or of all, and the one after the last. */
  of(columns: number, lines: Uint32Array | null): Uint32Array<ArrayBuffer> {
    this.#measure(columns);
    const count = lines?.length ?? this.#rows.length;
    const tops = new Uint32Array(count + 1);
    for (let at = 0; at < count; at++)
      tops[at + 1] =
        (tops[at] as number) +
        (this.#rows[lines ? this.#kept.placeOf(lines[at] as number) : at] ?? 1);
    return tops;
  }

  #measure(columns: number): void {
    if (columns === this.#columns) return;
    this.#columns = columns;
    this.#rows = new Uint8Array(this.#kept.count);
    this.#kept.each((bytes, from, to, place) => {
      this.#rows[place] = Math.min(MAX_ROWS, breakLine(bytes, from, to, columns));
    });
  }
}
