/**
 * Two clocks in one log: collectors write in UTC before each line, the agent in the zone of its machine. A line that only the collector
 * dates gets the time that the agent would have written.
 */
import { elapsed, shifted } from '../times.ts';

/** Seconds: what zones differ by, how far they lie apart at most, and what passes between a line and its collection. */
const QUARTER = 900;
const FARTHEST = 14 * 3600;
const MOMENT = 60;

export class Clocks {
  #ahead = 0;

  /** Note two packed times that tell one moment; a line that was collected much later tells nothing. */
  compare(outer: number, own: number): void {
    if (outer === 0 || own === 0) return;
    const apart = elapsed(outer, own);
    const ahead = Math.round(apart / QUARTER) * QUARTER;
    if (Math.abs(ahead) <= FARTHEST && Math.abs(apart - ahead) <= MOMENT) this.#ahead = ahead;
  }

  /** A packed time of the outer clock as the agent's clock shows it. */
  own(outer: number): number {
    return shifted(outer, this.#ahead);
  }
}
