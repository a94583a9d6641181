/** The most lines that are kept per finding and per kind of unknown line. */
export const MAX_LINES = 10_000;
/** Most logs are short, and several products may read one. */
const FIRST_SIZE = 16;

/**
 * Line numbers of all findings while a log is read. All are in one list, where each item refers to
 * the previous item of its finding, so adding a line costs the same however many findings there
 * are.
 */
export class LineLog {
  #lines = new Int32Array(FIRST_SIZE);
  #before = new Int32Array(FIRST_SIZE);
  #length = 0;

  /**
   * Add a line to the finding whose last item is `before`, -1 for none.
   *
   * @returns its item
   */
  addLine(line: number, before: number): number {
    if (this.#length === this.#lines.length) {
      this.#lines = doubled(this.#lines);
      this.#before = doubled(this.#before);
    }
    this.#lines[this.#length] = line;
    this.#before[this.#length] = before;
    return this.#length++;
  }

  /** Return the line of an item, or -1. */
  lineOf(item: number): number {
    return item < 0 ? -1 : (this.#lines[item] as number);
  }

  /** Return the lines of the list that ends at an item, in ascending order. */
  listLines(last: number): number[] {
    const lines: number[] = [];
    for (let item = last; item >= 0; item = this.#before[item] as number)
      lines.push(this.#lines[item] as number);
    return lines.sort((a, b) => a - b);
  }
}

function doubled(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}
