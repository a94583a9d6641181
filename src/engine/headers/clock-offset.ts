/**
 * Reconciles two clocks in one log: a collector prefixes each line with UTC, while the program
 * writes its machine's local time. A line with only the collector's time gets the time that the
 * program would have written.
 */
import { secondsBetweenPacked, addSeconds } from './timestamps.ts';

/**
 * Seconds: the step between time zones, the largest offset, and the longest delay between writing a
 * line and collecting it.
 */
const ZONE_STEP = 900;
const MAX_OFFSET = 14 * 3600;
const MAX_DELAY = 60;

export class ClockOffset {
  #offset = 0;

  /** Derive the offset from two packed times of one line, unless it was collected much later. */
  learnOffset(outer: number, own: number): void {
    if (outer === 0 || own === 0) return;
    const difference = secondsBetweenPacked(outer, own);
    const offset = Math.round(difference / ZONE_STEP) * ZONE_STEP;
    if (Math.abs(offset) <= MAX_OFFSET && Math.abs(difference - offset) <= MAX_DELAY)
      this.#offset = offset;
  }

  /** Convert a packed time of the collector's clock to the program's clock. */
  toOwnClock(outer: number): number {
    return addSeconds(outer, this.#offset);
  }
}
