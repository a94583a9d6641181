import { MAX_SHOWN, type KeptLines } from './kept-lines.ts';

/** Columns that a character takes at most, by the first of its bytes: what is hidden is shown as an escape, and most of what is not ASCII is wide. */
const WIDTHS = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte === 0x09) return 8;
  if (byte < 0x20 || byte === 0x7f || byte === 0xc2) return 4;
  if (byte < 0x80) return 1;
  if (byte < 0xc0) return 0;
  // Joiners and marks of direction.
  if (byte === 0xe2) return 6;
  return byte < 0xf0 ? 2 : 3;
});
const MAX_ROWS = 255;

/** Where lines begin that are broken into rows of equal width: counted from their bytes, for a million lines cannot be laid out to look how tall they are. */
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
    for (let at = 0; at < count; at++) tops[at + 1] = (tops[at] as number) + (this.#rows[lines ? this.#kept.placeOf(lines[at] as number) : at] ?? 1);
    return tops;
  }

  #measure(columns: number): void {
    if (columns === this.#columns) return;
    this.#columns = columns;
    this.#rows = new Uint8Array(this.#kept.count);
    this.#kept.each((bytes, from, to, place) => {
      this.#rows[place] = Math.min(MAX_ROWS, Math.max(1, Math.ceil(widthOf(bytes, from, to) / columns)));
    });
  }
}

function widthOf(bytes: Uint8Array, from: number, to: number): number {
  let width = 0;
  for (let at = from, left = MAX_SHOWN; at < to && left > 0; at++) {
    const own = WIDTHS[bytes[at] as number] as number;
    width += own;
    if (own > 0) left--;
  }
  return width;
}
