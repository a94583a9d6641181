/**
 * What was held back, as the log goes on: failures that follow each other are one outage, and each outage is over in one of three ways.
 *
 * - sent: a success was printed, or the failure's own period passed in silence.
 * - gone: the agent started anew while it held something back, because what waits is kept in memory only.
 * - open: the log ends in it; the report decides, because it knows how the log ended.
 *
 * Failures are one outage up to three periods apart: a try that runs into its time-out comes later than its period, and two outages
 * in place of one would promise a deadline that is too late.
 */
import type { CatalogEntry, CatalogProduct } from './catalog.ts';
import { elapsed, writeTime } from './times.ts';
import { isInRange, wordingOf } from './version.ts';
import type { Link } from './report.ts';

/** A time in which something was held back. Times as written. */
export interface Outage {
  from: string | null;
  to: string | null;
  gone: boolean;
}

/** The same with packed times (times.ts), while the log is read. */
interface Lasting {
  from: number;
  to: number;
  gone: boolean;
}

const PERIODS = 3;

/** The outages of one kind of data: the one that lasts, the gravest of those that are over, and how many there were. */
export class OutageLog {
  count = 0;
  #current: Lasting | null = null;
  #worst: Lasting | null = null;
  #period = 0;
  #endedBy: readonly string[] = [];

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
    if (this.#current && elapsed(this.#current.to, time) > PERIODS * this.#period) this.#close(false, this.#current.to);
    if (this.#current === null) this.count++;
    this.#current ??= { from: time, to: time, gone: false };
    this.#current.from ||= time;
    this.#current.to = time || this.#current.to;
  }

  /** Note anything else: it may be the success that ends the outage. */
  pass(entry: string, time: number): void {
    if (this.#current && this.#endedBy.includes(entry)) this.#close(false, time);
  }

  /** Note that what waited in memory is gone, unless a silence before proves that it was sent. */
  drop(time: number): void {
    if (this.#current) this.#close(!this.isOver(time), this.isOver(time) ? this.#current.to : time);
  }

  /** Whether the failure's own period passed in silence up to a time. */
  isOver(time: number): boolean {
    return elapsed(this.#current?.to ?? 0, time) > this.#period;
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
  readonly metrics = new OutageLog();
  readonly checks = new OutageLog();
  readonly refused = new OutageLog();
  /** When values were given up on: the first and the last time. */
  thrown: { from: string | null; to: string | null } | null = null;
  /** Mackerel answered failed reports with something that may be a refusal or not. */
  isUnsure = false;
  readonly #product: Pick<CatalogProduct, 'milestones'>;

  constructor(product: Pick<CatalogProduct, 'milestones'>) {
    this.#product = product;
  }

  /** Note a record of the log by the entries of its finding; of a report on checks with its own links. */
  see(links: Link[], entries: CatalogEntry[], time: number, version: string | null): void {
    const [first] = entries;
    if (!first) return;
    if (first.drops) this.thrown = { from: this.thrown?.from ?? writeTime(time), to: writeTime(time) };
    if (first.holdsBack === 'metrics') this.metrics.fail(time, first);
    else if (first.holdsBack === 'checks') this.#failChecks(links, entries, first, time, version);
    else {
      this.metrics.pass(first.id, time);
      this.checks.pass(first.id, time);
    }
    if (first.id !== this.#product.milestones.starting) return;
    this.metrics.drop(time);
    this.checks.drop(time);
  }

  #failChecks(links: Link[], entries: CatalogEntry[], first: CatalogEntry, time: number, version: string | null): void {
    const status = statusOf(links, entries);
    const drops = first.dropsRefused === undefined ? false : dropsIn(first.dropsRefused, version, links, first);
    const isRefused = typeof status === 'number' && status >= 400 && status < 500;
    if (isRefused && drops === true) this.refused.fail(time, first);
    else this.checks.fail(time, first);
    if ((isRefused && drops === null) || (status === 'any' && drops !== false)) this.isUnsure = true;
  }
}

/** Whether the running version throws refused results away; null where neither the log nor the wording tells. */
function dropsIn(range: string, version: string | null, links: Link[], first: CatalogEntry): boolean | null {
  if (version !== null) return isInRange(version, range);
  const { since } = wordingOf(links, new Map([[first.id, first]]));
  return since !== null && isInRange(since, range) ? true : null;
}

/** The number of the HTTP answer in a chain, as the last entry that knows one says or as the log does; null where Mackerel did not answer. */
function statusOf(links: Link[], entries: CatalogEntry[]): number | 'any' | null {
  const [written] = links.flatMap((link) => (link.foreign ? [] : (link.captures['status'] ?? [])));
  return written === undefined ? (entries.findLast(({ status }) => status !== undefined)?.status ?? null) : Number(written);
}

function isGraver(a: Lasting, b: Lasting): boolean {
  if (a.gone !== b.gone) return a.gone;
  return elapsed(a.from, a.to) > elapsed(b.from, b.to);
}

function written({ from, to, gone }: Lasting): Outage {
  return { from: writeTime(from), to: writeTime(to), gone };
}
