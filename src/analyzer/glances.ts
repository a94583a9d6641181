/** Milliseconds until the first preview, and between later ones. */
const FIRST = 500;
const EVERY = 1000;
/** Milliseconds of reading for each millisecond of preview. */
const SHARE = 50;

/** Throttles previews of a running analysis to at most a fiftieth of its time. */
export class Glances {
  #next = performance.now() + FIRST;

  /** Call `look` if a preview is due; otherwise return null. */
  take<T>(look: () => T): T | null {
    const began = performance.now();
    if (began < this.#next) return null;
    const seen = look();
    const ended = performance.now();
    this.#next = ended + Math.max(EVERY, (ended - began) * SHARE);
    return seen;
  }
}
