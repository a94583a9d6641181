/**
 * The agent's life as the log goes on: when it was started, up, asked to stop, ended by a fault, or about to be started again, and the
 * longest time in which it was not up.
 */
import { elapsed, writeTime } from '../times.ts';

/** What a message can say of the agent's life. `restarting`: what watches over it says that it will start it again. */
export type Milestone = 'starting' | 'started' | 'stopping' | 'ended' | 'restarting';

/** A time in which the agent was not up, as written. */
export interface Gap {
  from: string;
  to: string;
}

/** Values come once a minute: a start that takes no longer than this leaves no hole that anybody sees. */
const MIN_GAP = 120;

/** The last of each milestone as an ordinal, -1 for never, and the times without an agent. */
export class Lifetime implements Record<Milestone, number> {
  starting = -1;
  started = -1;
  stopping = -1;
  ended = -1;
  restarting = -1;
  /** How often it said that it begins. */
  starts = 0;
  /** The starts since it was last up or asked to stop, none of which got any further: how many, the first one's ordinal, and the packed times of the first and the last. */
  readonly tries = { count: 0, ordinal: -1, from: 0, to: 0 };
  /** Packed time since when it is not up; 0 while it is, and where nothing tells. */
  #downFrom = 0;
  #longest = { from: 0, to: 0 };

  /** The agent was asked to stop, and not started since. */
  get isAsked(): boolean {
    return this.stopping > this.starting;
  }

  /** Since when the agent is not up, as written; null while it is, and where nothing tells. */
  get downFrom(): string | null {
    return writeTime(this.#downFrom);
  }

  /** The longest time from an end, or a start that failed, to the start that succeeded; null where none was long. */
  get gap(): Gap | null {
    const [from, to] = [writeTime(this.#longest.from), writeTime(this.#longest.to)];
    return from !== null && to !== null && elapsed(this.#longest.from, this.#longest.to) > MIN_GAP
      ? { from, to }
      : null;
  }

  /** Note a milestone. `time` is the packed time of its record, 0 where it has none; `last` that of the last record that had one. */
  pass(milestone: Milestone, ordinal: number, time: number, last: number): void {
    // What comes after a request to stop is the agent's last words.
    if (milestone === 'ended' && this.isAsked) return;
    this[milestone] = ordinal;
    if (milestone === 'starting') this.#try(ordinal, time);
    else this.tries.count = 0;
    if (milestone !== 'started') {
      // An agent that is up prints nothing, so the record before its end can be days old.
      const wasUp = milestone === 'ended' && this.started > this.starting;
      this.#downFrom ||= time || (wasUp ? 0 : last);
      return;
    }
    if (elapsed(this.#downFrom, last) > elapsed(this.#longest.from, this.#longest.to))
      this.#longest = { from: this.#downFrom, to: last };
    this.#downFrom = 0;
  }

  #try(ordinal: number, time: number): void {
    const { tries } = this;
    // A log that was collected twice has each of its lines twice.
    if (tries.count > 0 && time === tries.to) return;
    if (tries.count++ === 0) Object.assign(tries, { ordinal, from: time });
    tries.to = time;
  }
}
