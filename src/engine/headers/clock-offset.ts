/**
 * Reconciles two clocks in one log: a collector prefixes each line with UTC, while the program
 * writes its machine's local time. A line with only the collector's time gets the time that the
 * program would have written, in the program's year if the collector wrote none.
 */
import { secondsBetweenPacked, addSeconds } from './timestamps.ts';

/**
 * Seconds: the step between time zones, the largest offset, and the longest delay between writing a
 * line and collecting it.
 */
const ZONE_STEP = 900;
const MAX_OFFSET = 14 * 3600;
const MAX_DELAY = 60;

/** One year, as a difference of packed times. */
const YEAR = 1e10;

export class ClockOffset {
  #years = 0;
  #offset = 0;

  /**
   * Derive the offset from the times of one line, unless it was collected much later.
   *
   * @param outer the packed time in the envelope
   * @param inner the packed time in the program's own header
   */
  learnOffset(outer: number, inner: number): void {
    if (outer === 0 || inner === 0) return;
    // Around New Year, the program's time zone may be in the next or the previous year.
    const years = Math.floor(inner / YEAR) - Math.floor(outer / YEAR);
    for (const shift of years === 0 ? [0] : [years, years - 1, years + 1]) {
      const difference = secondsBetweenPacked(outer + shift * YEAR, inner);
      const offset = Math.round(difference / ZONE_STEP) * ZONE_STEP;
      if (Math.abs(offset) > MAX_OFFSET || Math.abs(difference - offset) > MAX_DELAY) continue;
      this.#years = shift;
      this.#offset = offset;
      return;
    }
  }

  /** Convert a packed time of the collector's clock to the program's clock. */
  toOwnClock(outer: number): number {
    return outer === 0 ? 0 : addSeconds(outer + this.#years * YEAR, this.#offset);
  }
}
