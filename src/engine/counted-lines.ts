/** The most lines that are listed for a finding, and for a kind of unknown line. */
const MAX_LISTED = 10_000;

/** Add the lines of a record to a list, which may hold its first line already. */
export function listLines(list: number[], from: number, to: number): void {
  for (let line = from; line <= to && list.length < MAX_LISTED; line++)
    if (list[list.length - 1] !== line) list.push(line);
}

/**
 * Counts the lines of records, in whatever order they come. A line that holds several records
 * counts once. Takes one bit per line of the log.
 */
export class CountedLines {
  count = 0;
  #seen = new Uint8Array(64);

  add(from: number, to: number): void {
    this.#reserve(to);
    for (let line = from; line <= to; line++) {
      const bits = this.#seen[line >> 3] as number;
      const bit = 1 << (line & 7);
      if ((bits & bit) !== 0) continue;
      this.#seen[line >> 3] = bits | bit;
      this.count++;
    }
  }

  has(line: number): boolean {
    return (((this.#seen[line >> 3] ?? 0) >> (line & 7)) & 1) === 1;
  }

  #reserve(line: number): void {
    if (line >> 3 < this.#seen.length) return;
    const seen = new Uint8Array(2 * (line >> 3));
    seen.set(this.#seen);
    this.#seen = seen;
  }
}
