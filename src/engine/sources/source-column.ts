import { indexOfByte, decode } from '../lines/bytes.ts';
import type { ByteRange } from '../lines/byte-range.ts';

/** The names of the columns are looked for in this many lines at the start of a log. */
const MAX_LINES = 20;
const MAX_BYTES = 2_000;

/** Finds the column of a CSV file that names the source, by the header row. */
export class SourceColumn {
  readonly #fields: readonly string[];
  #index = -1;
  #seen = 0;

  /** @param fields names of columns, the most specific first */
  constructor(fields: readonly string[]) {
    this.#fields = fields;
  }

  /** Look for the names of the columns in a line. */
  seeLine({ bytes, from, to }: ByteRange): void {
    if (this.#seen++ >= MAX_LINES || to - from > MAX_BYTES || indexOfByte(bytes, 44, from, to) < 0)
      return;
    const row = decode(bytes, from, to);
    // A row of values has a time.
    if (/\d\d/.test(row)) return;
    const columns = columnsOf(row);
    const field = this.#fields.find((name) => columns.includes(name));
    if (field !== undefined) this.#index = columns.indexOf(field);
  }

  /** Return the source that a row names, or null. */
  readSource({ bytes, from, to }: ByteRange): string | null {
    if (this.#index < 0) return null;
    return columnsOf(decode(bytes, from, to))[this.#index] || null;
  }
}

/** Split a row of CSV into its columns. */
function columnsOf(row: string): string[] {
  return [...row.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain = '']) =>
    (quoted ?? plain).replaceAll('""', '"').trim(),
  );
}
