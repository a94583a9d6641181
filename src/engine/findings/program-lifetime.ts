/**
 * Tracks the program's lifetime: its starts, requests to stop, exits because of a fault and
 * restarts, and the longest time that it was down.
 */
import type { Downtime } from '../../model/report.ts';
import { secondsBetweenPacked, writeTime } from '../headers/timestamps.ts';

/**
 * An event in the program's lifetime. `trying`: it has not completed its start yet. `restarting`:
 * its supervisor reports that it will restart the program.
 */
export type Milestone = 'starting' | 'trying' | 'started' | 'stopping' | 'ended' | 'restarting';

/** In seconds. Values are sent once a minute, so a shorter downtime leaves no visible gap. */
const MIN_GAP = 120;
/** Fewer consecutive failed starts than this may be a coincidence. */
const MIN_TRIES = 3;

/**
 * The ordinal (record number) of the last milestone of each kind, -1 for none, and the downtimes.
 */
export class Lifetime implements Record<Exclude<Milestone, 'trying'>, number> {
  starting = -1;
  started = -1;
  stopping = -1;
  ended = -1;
  restarting = -1;
  /** How often a start was reported. */
  starts = 0;
  /**
   * The failed starts since the program was last up or asked to stop: their number, the ordinal of
   * the first, and the packed times of the first and the last.
   */
  readonly tries = { count: 0, ordinal: -1, from: 0, to: 0 };
  /** Packed time when the program went down; 0 while it is up, or if unknown. */
  #downFrom = 0;
  #longest = { from: 0, to: 0 };

  /** Whether the program was asked to stop and has not been started since. */
  get isStopRequested(): boolean {
    return this.stopping > this.starting;
  }

  /** Return when the program went down, as written; null while it is up, or if unknown. */
  get downFrom(): string | null {
    return writeTime(this.#downFrom);
  }

  /**
   * Return the longest time from an exit or failed start to the next successful start, or null if
   * none was long.
   */
  get gap(): Downtime | null {
    const [from, to] = [writeTime(this.#longest.from), writeTime(this.#longest.to)];
    return from !== null &&
      to !== null &&
      secondsBetweenPacked(this.#longest.from, this.#longest.to) > MIN_GAP
      ? { from, to }
      : null;
  }

  /** Return whether starts fail again and again, on average within `seconds` of each other. */
  failsEvery(seconds: number): boolean {
    const { count, from, to } = this.tries;
    return (
      count >= MIN_TRIES && from > 0 && secondsBetweenPacked(from, to) <= seconds * (count - 1)
    );
  }

  /**
   * Record a milestone.
   *
   * @param time packed time of its record, 0 for none
   * @param last packed time of the last record that had one
   */
  recordMilestone(milestone: Milestone, ordinal: number, time: number, last: number): void {
    // Messages after a request to stop are part of that stop.
    if (milestone === 'ended' && this.isStopRequested) return;
    if (milestone === 'trying') {
      // The first line of the start may not be in the log.
      if (this.starting <= Math.max(this.started, this.ended, this.stopping))
        this.starting = ordinal;
      return;
    }
    this[milestone] = ordinal;
    if (milestone === 'starting') this.#countTry(ordinal, time);
    if (milestone === 'started' || milestone === 'stopping') this.tries.count = 0;
    if (milestone !== 'started') {
      // A program that works prints nothing, so the record before its exit may be days old.
      const wasUp = milestone === 'ended' && this.started > this.starting;
      this.#downFrom ||= time || (wasUp ? 0 : last);
      return;
    }
    if (
      secondsBetweenPacked(this.#downFrom, last) >
      secondsBetweenPacked(this.#longest.from, this.#longest.to)
    )
      this.#longest = { from: this.#downFrom, to: last };
    this.#downFrom = 0;
  }

  #countTry(ordinal: number, time: number): void {
    const { tries } = this;
    // A log that was collected twice contains each line twice.
    if (tries.count > 0 && time === tries.to) return;
    if (tries.count++ === 0) Object.assign(tries, { ordinal, from: time });
    tries.to = time;
  }
}
