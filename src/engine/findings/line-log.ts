/** Lines that are kept of one finding, and of one kind of unknown lines. */
export const MAX_LINES = 10_000;

/**
 * The lines of each finding while a log is read: one list for all, in which each item knows the one before it. Adding one costs the
 * same however many findings grow at a time.
 */
export class LineLog {
  #lines = new Int32Array(1024);
  #before = new Int32Array(1024);
  #length = 0;

  /** Add a line to the list that ends at an item, -1 for an empty one. @returns the item */
  add(line: number, before: number): number {
    if (this.#length === this.#lines.length) {
      this.#lines = grown(this.#lines);
      this.#before = grown(this.#before);
    }
    this.#lines[this.#length] = line;
    this.#before[this.#length] = before;
    return this.#length++;
  }

  /** The line of an item, or -1. */
  lineOf(item: number): number {
    return item < 0 ? -1 : (this.#lines[item] as number);
  }

  /** The list that ends at an item, the lowest line first, in whichever order it was added. */
  list(last: number): number[] {
    const lines: number[] = [];
    for (let item = last; item >= 0; item = this.#before[item] as number)
      lines.push(this.#lines[item] as number);
    return lines.sort((a, b) => a - b);
  }
}

function grown(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}
