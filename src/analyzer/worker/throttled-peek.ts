/** Milliseconds until the first preview, and between later ones. */
const FIRST = 500;
const EVERY = 1000;
/** Milliseconds of reading for each millisecond of preview. */
const SHARE = 50;

/** Throttles previews of a running analysis to at most a fiftieth of its time. */
export class ThrottledPeek {
  #nextDue = performance.now() + FIRST;

  /** Call `look` if a preview is due; otherwise return null. */
  peekIfDue<T>(look: () => T): T | null {
    const began = performance.now();
    if (began < this.#nextDue) return null;
    const seen = look();
    const ended = performance.now();
    this.#nextDue = ended + Math.max(EVERY, (ended - began) * SHARE);
    return seen;
  }
}
