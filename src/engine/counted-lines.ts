/**
 * Counts the lines of records that come in the order of the log, or in reverse. A line that holds
 * several records counts once.
 */
export class CountedLines {
  count = 0;
  #from = 0;
  #to = -1;

  add(from: number, to: number): void {
    const overlap = Math.min(to, this.#to) - Math.max(from, this.#from) + 1;
    this.count += to - from + 1 - Math.max(0, overlap);
    this.#from = from;
    this.#to = to;
  }
}
