/** After so many milliseconds a reader wants to see something, and then at most so often. */
const FIRST = 500;
const EVERY = 1000;
/** For each millisecond of looking, so many of reading. */
const SHARE = 50;

/** Looks into a reading now and then: seldom enough that it takes no more than a fiftieth of its time. */
export class Glances {
  #next = performance.now() + FIRST;

  /** Look, if it is time for it; null where it is not. */
  take<T>(look: () => T): T | null {
    const began = performance.now();
    if (began < this.#next) return null;
    const seen = look();
    const ended = performance.now();
    this.#next = ended + Math.max(EVERY, (ended - began) * SHARE);
    return seen;
  }
}
