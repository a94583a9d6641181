/**
 * Tracks outages: consecutive failures form one outage, which is in one of three states.
 *
 * - sent: a success was printed, or the failure's period passed in silence.
 * - lost: the program restarted, and the unsent data was only in its memory.
 * - open: the log ends during the outage, and how it ends decides what became of the data.
 *
 * Failures up to three periods apart are one outage, because an attempt that times out is reported
 * late. If that split the outage, the deadline would count from its second part and be too late.
 */
import type { CatalogEntry, CatalogProduct } from '../../model/catalog.ts';
import type { Link } from '../../model/report.ts';
import { secondsBetweenPacked, writeTime } from '../headers/timestamps.ts';

/** A time during which data was held back. Times as written. */
export interface Outage {
  from: string | null;
  to: string | null;
  isLost: boolean;
}

/** An outage with packed times (timestamps.ts), while the log is read. */
interface PackedOutage {
  from: number;
  to: number;
  isLost: boolean;
}

const PERIODS = 3;
/**
 * The longest time in seconds for which a crashed program may stay down without a trace in the log,
 * as after a power failure.
 */
const MAX_UNNOTICED = 3600;

type Pace = Pick<NonNullable<CatalogProduct['delivery']>, 'try-seconds' | 'drain-share'>;

/** The pace of a product that queues nothing. */
const AT_ONCE: Pace = { 'try-seconds': 0, 'drain-share': 0 };

/** The outages of one kind of data: the ongoing one, the worst past one, and their number. */
export class OutageTracker {
  count = 0;
  #current: PackedOutage | null = null;
  #worst: PackedOutage | null = null;
  #period = 0;
  #endedBy: readonly string[] = [];
  readonly #pace: Pace;

  constructor(pace: Pace) {
    this.#pace = pace;
  }

  get current(): Outage | null {
    return this.#current && formatted(this.#current);
  }

  get worst(): Outage | null {
    return this.#worst && formatted(this.#worst);
  }

  /** Record a failure. */
  recordFailure(time: number, entry: CatalogEntry): void {
    this.#period = entry.repeats ?? 0;
    this.#endedBy = entry['over-after'] ?? [];
    if (this.#current && !this.#belongsTo(this.#current, time))
      this.#close(false, this.#current.to);
    if (this.#current === null) this.count++;
    this.#current ??= { from: time, to: time, isLost: false };
    this.#current.from ||= time;
    this.#current.to = time || this.#current.to;
  }

  #belongsTo(current: PackedOutage, time: number): boolean {
    return secondsBetweenPacked(current.to, time) <= PERIODS * this.#period;
  }

  /** Record any other entry, which may be the success that ends the outage. */
  recordEntry(entry: string, time: number): void {
    if (this.#current && this.#endedBy.includes(entry)) this.#close(false, time);
  }

  /**
   * Record that a start lost the data in memory, unless the silence before it proves that the data
   * was sent. Without a request to stop, the program may have died right after the failure, so only
   * a long silence is proof.
   */
  recordStart(time: number, wasRequested: boolean): void {
    if (!this.#current) return;
    const isSent =
      this.isSent(time) &&
      (wasRequested || secondsBetweenPacked(this.#current.to, time) > MAX_UNNOTICED);
    this.#close(!isSent, isSent ? this.#current.to : time);
  }

  /** Return whether at a given time the failure has been absent for longer than its period. */
  isOver(time: number): boolean {
    return (
      secondsBetweenPacked(this.#current?.to ?? 0, time) > this.#period + this.#pace['try-seconds']
    );
  }

  /** Return whether the silence was long enough to send all queued data. */
  isSent(time: number): boolean {
    return (
      this.isOver(time) &&
      secondsBetweenPacked(this.#current?.to ?? 0, time) >=
        this.#pace['drain-share'] *
          secondsBetweenPacked(this.#current?.from ?? 0, this.#current?.to ?? 0)
    );
  }

  #close(isLost: boolean, to: number): void {
    if (!this.#current) return;
    const closed = { ...this.#current, to: isLost ? to : to || this.#current.to, isLost };
    this.#current = null;
    if (this.#worst === null || isWorse(closed, this.#worst)) this.#worst = closed;
  }
}

/**
 * The outages of metric values and of check results, and the rejected check results that the
 * program discarded.
 */
export class Outages {
  readonly metrics: OutageTracker;
  readonly checks: OutageTracker;
  readonly refused: OutageTracker;
  /** Times of the first and the last discarded values. */
  discarded: { from: string | null; to: string | null } | null = null;
  /** Whether the backend's response to a failed check report may have been a rejection. */
  mayBeRejected = false;
  readonly #product: Pick<CatalogProduct, 'milestones'>;

  constructor(product: Pick<CatalogProduct, 'milestones' | 'delivery'>) {
    this.#product = product;
    const pace = product.delivery ?? AT_ONCE;
    // Check reports are few and are all sent at once.
    const atOnce = { ...pace, 'drain-share': 0 };
    [this.metrics, this.checks, this.refused] = [
      new OutageTracker(pace),
      new OutageTracker(atOnce),
      new OutageTracker(atOnce),
    ];
  }

  /** Record the entries of a finding; for a check report also the response to it. */
  recordEntries(
    response: CheckReportResponse | null,
    entries: CatalogEntry[],
    time: number,
    wasRequested: boolean,
  ): void {
    const [first] = entries;
    if (!first) return;
    if (first.drops)
      this.discarded = { from: this.discarded?.from ?? writeTime(time), to: writeTime(time) };
    if (first['holds-back'] === 'metrics') this.metrics.recordFailure(time, first);
    else if (first['holds-back'] === 'checks') this.#failChecks(response, first, time);
    else {
      this.metrics.recordEntry(first.id, time);
      this.checks.recordEntry(first.id, time);
    }
    if (first.id !== this.#product.milestones.starting) return;
    this.metrics.recordStart(time, wasRequested);
    this.checks.recordStart(time, wasRequested);
  }

  #failChecks(response: CheckReportResponse | null, first: CatalogEntry, time: number): void {
    const status = response?.status ?? null;
    const drops = first['drops-refused'] === true;
    const isRefused = typeof status === 'number' && status >= 400 && status < 500;
    if (isRefused && drops) this.refused.recordFailure(time, first);
    else this.checks.recordFailure(time, first);
    if (status === 'any' && drops) this.mayBeRejected = true;
  }
}

/** The response to a failed check report, as its message gives it. */
export interface CheckReportResponse {
  /** HTTP status; null if there was no response, `any` if unknown. */
  status: number | 'any' | null;
  /** Whether the log itself contains the status. */
  isWritten: boolean;
}

/**
 * Read the response to a check report from a message, or return null if the message is not about
 * one.
 */
export function checkReportResponseOf(
  links: readonly Link[],
  entries: readonly CatalogEntry[],
): CheckReportResponse | null {
  const [first] = entries;
  if (first?.['holds-back'] !== 'checks') return null;
  const [captured] = links.flatMap((link) => (link.foreign ? [] : (link.captures['status'] ?? [])));
  return {
    status:
      captured === undefined
        ? (entries.findLast(({ status }) => status !== undefined)?.status ?? null)
        : Number(captured),
    isWritten: captured !== undefined,
  };
}

function isWorse(a: PackedOutage, b: PackedOutage): boolean {
  if (a.isLost !== b.isLost) return a.isLost;
  return secondsBetweenPacked(a.from, a.to) > secondsBetweenPacked(b.from, b.to);
}

function formatted({ from, to, isLost }: PackedOutage): Outage {
  return { from: writeTime(from), to: writeTime(to), isLost };
}
