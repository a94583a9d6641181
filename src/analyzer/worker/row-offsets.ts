import { breakLine } from './break-line.ts';
import type { LineBuffer } from './line-buffer.ts';

const MAX_ROWS = 255;

/**
 * The first row of each wrapped line. Rows are computed from the bytes, because laying out a
 * million lines to measure them is not feasible.
 */
export class RowOffsets {
  readonly #buffer: LineBuffer;
  #columns = 0;
  /** The number of rows of each stored line. */
  #rows = new Uint8Array(0);

  constructor(buffer: LineBuffer) {
    this.#buffer = buffer;
  }

  /** Return the first row of each line (of `lines`, or all if null), and the end of the last. */
  firstRows(columns: number, lines: Uint32Array | null): Uint32Array<ArrayBuffer> {
    this.#countRows(columns);
    const count = lines?.length ?? this.#rows.length;
    const tops = new Uint32Array(count + 1);
    for (let at = 0; at < count; at++)
      tops[at + 1] =
        (tops[at] as number) +
        (this.#rows[lines ? this.#buffer.indexOfLine(lines[at] as number) : at] ?? 1);
    return tops;
  }

  #countRows(columns: number): void {
    if (columns === this.#columns) return;
    this.#columns = columns;
    this.#rows = new Uint8Array(this.#buffer.count);
    this.#buffer.forEachLine((bytes, from, to, place) => {
      this.#rows[place] = Math.min(MAX_ROWS, breakLine(bytes, from, to, columns));
    });
  }
}
