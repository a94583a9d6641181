/**
 * What was held back, as the log goes on: failures that follow each other are one outage, and each outage is over in one of three ways.
 *
 * - sent: a success was printed, or the failure's own period passed in silence.
 * - gone: the agent started anew while it held something back, because what waits is kept in memory only.
 * - open: the log ends in it; the report decides, because it knows how the log ended.
 *
 * Failures are one outage up to three periods apart: a try that runs into its time-out comes later than its period, and two outages
 * in place of one would promise a deadline that is too late. For the same reason a clock that is set while an outage lasts does not end it:
 * what was set is kept, so that a deadline is one of the new clock.
 */
import { isInRange, wordingOf } from '../answers/version.ts';
import type { CatalogEntry, CatalogProduct } from '../catalog.ts';
import type { Link } from '../report.ts';
import { elapsed, writeTime } from '../times.ts';

/** A time in which something was held back. Times as written. */
export interface Outage {
  from: string | null;
  to: string | null;
  gone: boolean;
  /** Seconds by which the clock was set forward while it lasted, or back. */
  set: number;
}

/** The same with packed times (times.ts), while the log is read. */
interface Lasting {
  from: number;
  to: number;
  gone: boolean;
  set: number;
}

const PERIODS = 3;
const HOUR = 3600;
/** Summer time begins in the night: the hour that is left out lies before this one or an earlier one. */
const LAST_FIRST_HOUR = 3;
/** Seconds that a program which died is at most left alone before somebody starts it, as a machine that lost its power does. */
const UNNOTICED = 3600;

type Pace = Pick<CatalogProduct, 'trySeconds' | 'drainShare'>;

/** The outages of one kind of data: the one that lasts, the gravest of those that are over, and how many there were. */
export class OutageLog {
  count = 0;
  #current: Lasting | null = null;
  #worst: Lasting | null = null;
  #period = 0;
  #endedBy: readonly string[] = [];
  readonly #pace: Pace;

  constructor(pace: Pace) {
    this.#pace = pace;
  }

  get current(): Outage | null {
    return this.#current && written(this.#current);
  }

  get worst(): Outage | null {
    return this.#worst && written(this.#worst);
  }

  /** Note a failure. */
  fail(time: number, entry: CatalogEntry): void {
    this.#period = entry.repeats ?? 0;
    this.#endedBy = entry.overAfter ?? [];
    if (this.#current && !this.#takes(this.#current, time)) this.#close(false, this.#current.to);
    if (this.#current === null) this.count++;
    this.#current ??= { from: time, to: time, gone: false, set: 0 };
    this.#current.from ||= time;
    this.#current.to = time || this.#current.to;
  }

  /** Note that the program still tries what failed. */
  goOn(time: number): void {
    if (this.#current && time !== 0 && this.#takes(this.#current, time)) this.#current.to = time;
  }

  /** Take in what was done to the clock before a failure. @returns whether the failure belongs to the outage that lasts */
  #takes(current: Lasting, time: number): boolean {
    const passed = elapsed(current.to, time);
    const set = this.#setBy(passed, time, current.to);
    if (passed - set > PERIODS * this.#period) return false;
    current.set += set;
    return true;
  }

  /** Seconds by which the clock was set between two failures: back, or forward to summer time; 0 for none. */
  #setBy(passed: number, time: number, before: number): number {
    const most = PERIODS * this.#period;
    if (passed < -most) return passed - this.#period;
    if (passed <= HOUR || passed > HOUR + most) return 0;
    return hourOf(time) <= LAST_FIRST_HOUR && (hourOf(time) - hourOf(before) + 24) % 24 === 2
      ? HOUR
      : 0;
  }

  /** Note anything else: it may be the success that ends the outage. */
  pass(entry: string, time: number): void {
    if (this.#current && this.#endedBy.includes(entry)) this.#close(false, time);
  }

  /** Note that what waited in memory is gone at a start, unless a silence before proves that it was sent. Where no request to stop was seen, the program may have died right after the failure: only a long silence is a proof. */
  drop(time: number, wasAsked: boolean): void {
    if (!this.#current) return;
    const isSent = this.isSent(time) && (wasAsked || elapsed(this.#current.to, time) > UNNOTICED);
    this.#close(!isSent, isSent ? this.#current.to : time);
  }

  /** Whether the failure's own period passed in silence up to a time. */
  isOver(time: number): boolean {
    return elapsed(this.#current?.to ?? 0, time) > this.#period + this.#pace.trySeconds;
  }

  /** Whether the silence was long enough for all that had gathered to be sent. */
  isSent(time: number): boolean {
    return (
      this.isOver(time) &&
      elapsed(this.#current?.to ?? 0, time) >=
        this.#pace.drainShare *
          (elapsed(this.#current?.from ?? 0, this.#current?.to ?? 0) - (this.#current?.set ?? 0))
    );
  }

  #close(gone: boolean, to: number): void {
    if (!this.#current) return;
    const closed = { ...this.#current, to: gone ? to : to || this.#current.to, gone };
    this.#current = null;
    if (this.#worst === null || isGraver(closed, this.#worst)) this.#worst = closed;
  }
}

/** Values that wait, results of checks that wait, and results that Mackerel refused and the agent threw away. */
export class Outages {
  readonly metrics: OutageLog;
  readonly checks: OutageLog;
  readonly refused: OutageLog;
  /** When values were given up on: the first and the last time. */
  thrown: { from: string | null; to: string | null } | null = null;
  /** Mackerel answered failed reports with something that may be a refusal or not. */
  isUnsure = false;
  readonly #product: Pick<CatalogProduct, 'milestones'>;
  /** The last answer of `dropsIn`: each failed report asks again. */
  #last: {
    range: string;
    version: string | null;
    since: string | null;
    drops: boolean | null;
  } | null = null;

  constructor(product: Pick<CatalogProduct, 'milestones'> & Pace) {
    this.#product = product;
    // Reports of checks are few and go out together.
    const atOnce = { ...product, drainShare: 0 };
    [this.metrics, this.checks, this.refused] = [
      new OutageLog(product),
      new OutageLog(atOnce),
      new OutageLog(atOnce),
    ];
  }

  /** Note a record of the log by the entries of its finding; of a report on checks with the answer to it. */
  see(
    answer: ReportAnswer | null,
    entries: CatalogEntry[],
    time: number,
    version: string | null,
    wasAsked: boolean,
  ): void {
    const [first] = entries;
    if (!first) return;
    if (first.drops)
      this.thrown = { from: this.thrown?.from ?? writeTime(time), to: writeTime(time) };
    if (first.holdsBack === 'metrics') this.metrics.fail(time, first);
    else if (first.holdsBack === 'checks') this.#failChecks(answer, first, time, version);
    else if (first.momentary) this.metrics.goOn(time);
    else {
      this.metrics.pass(first.id, time);
      this.checks.pass(first.id, time);
    }
    if (first.id !== this.#product.milestones.starting) return;
    this.metrics.drop(time, wasAsked);
    this.checks.drop(time, wasAsked);
  }

  #failChecks(
    answer: ReportAnswer | null,
    first: CatalogEntry,
    time: number,
    version: string | null,
  ): void {
    const status = answer?.status ?? null;
    const drops =
      first.dropsRefused === undefined
        ? false
        : this.#dropsIn(first.dropsRefused, version, answer?.since ?? null);
    const isRefused = typeof status === 'number' && status >= 400 && status < 500;
    if (isRefused && drops === true) this.refused.fail(time, first);
    else this.checks.fail(time, first);
    if ((isRefused && drops === null) || (status === 'any' && drops !== false))
      this.isUnsure = true;
  }

  #dropsIn(range: string, version: string | null, since: string | null): boolean | null {
    if (this.#last?.range !== range || this.#last.version !== version || this.#last.since !== since)
      this.#last = { range, version, since, drops: dropsIn(range, version, since) };
    return this.#last.drops;
  }
}

/** What a failed report on checks tells of the answer to it. */
export interface ReportAnswer {
  /** Its number; null where Mackerel did not answer. */
  status: number | 'any' | null;
  /** The number is the log's own. */
  isWritten: boolean;
  /** The first version that words it so. */
  since: string | null;
}

/** Read the answer to a report on checks from a message of the log; null where the message tells of no such report. */
export function reportAnswerOf(
  links: readonly Link[],
  entries: readonly CatalogEntry[],
): ReportAnswer | null {
  const [first] = entries;
  if (first?.holdsBack !== 'checks') return null;
  const [written] = links.flatMap((link) => (link.foreign ? [] : (link.captures['status'] ?? [])));
  return {
    status:
      written === undefined
        ? (entries.findLast(({ status }) => status !== undefined)?.status ?? null)
        : Number(written),
    isWritten: written !== undefined,
    since: wordingOf(links, new Map([[first.id, first]])).since,
  };
}

/** Whether the running version throws refused results away; null where neither the log nor the wording tells. */
function dropsIn(range: string, version: string | null, since: string | null): boolean | null {
  if (version !== null) return isInRange(version, range);
  return since !== null && isInRange(since, range) ? true : null;
}

function isGraver(a: Lasting, b: Lasting): boolean {
  if (a.gone !== b.gone) return a.gone;
  return elapsed(a.from, a.to) - a.set > elapsed(b.from, b.to) - b.set;
}

function hourOf(time: number): number {
  return Math.floor(time / 1e4) % 100;
}

function written({ from, to, gone, set }: Lasting): Outage {
  return { from: writeTime(from), to: writeTime(to), gone, set };
}
