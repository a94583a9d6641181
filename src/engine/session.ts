/**
 * The fold: records to findings, in constant memory.
 *
 * What makes records one finding is in finding-table.ts. Records without a chain of WARNING or worse are clustered as unknown.
 * The order of things is kept as ordinals (the number of the record), because a log may have no times at all.
 */
import { restOf, type Chain } from './chain.ts';
import type { Clusters } from './cluster.ts';
import { CountedLines } from './counted-lines.ts';
import { collect, collectAt, collectionsOf, placesOf } from './findings/collect.ts';
import { FindingTable } from './findings/finding-table.ts';
import { Lifetime } from './findings/lifetime.ts';
import { LineLog, MAX_LINES } from './findings/line-log.ts';
import { Marks, type Mark } from './findings/marks.ts';
import { Outages, reportAnswerOf, type ReportAnswer } from './findings/outages.ts';
import { Recognition, type Tagged } from './findings/recognition.ts';
import {
  openFinding,
  unknown,
  type Known,
  type Tracked,
  type TrackedFinding,
} from './findings/tracked.ts';
import { linksOf } from './links.ts';
import type { CompiledProduct, Matcher } from './matcher.ts';
import type { RecordSink } from './records/record-sink.ts';
import type { Shape } from './records/shape.ts';
import type { Report } from './report.ts';
import type { Slice } from './slices.ts';
import { decode } from './text.ts';
import { packTime, writeTime } from './times.ts';

const MAX_FINDINGS = 5_000;
/** Nobody knows it, and it tells of no trouble. */
const QUIET = unknown(null);

export class Session implements RecordSink<Known> {
  readonly findings: TrackedFinding[] = [];
  readonly outages: Outages;
  readonly recognition: Recognition;
  readonly lifetime = new Lifetime();
  /** Per entry the ordinal of the last record that holds it. */
  readonly lastSeen = new Map<string, number>();
  version: string | null = null;
  readonly problemLines = new CountedLines();
  readonly explainedLines = new CountedLines();
  ordinal = 0;
  /** Packed time of the last record that had one. */
  lastPacked = 0;
  /** Records that belong to no finding, because there are too many. */
  folded = 0;

  readonly #matcher: Matcher;
  readonly #clusters: Clusters | null;
  readonly #product: CompiledProduct;
  readonly #table = new FindingTable<Tracked>();
  readonly #tracked: Tracked[] = [];
  readonly #lineLog = new LineLog();
  readonly #marks: Marks;
  /** Entries that begin or end an outage. */
  readonly #events: ReadonlySet<string>;
  readonly #since: number;
  #earliest = Infinity;
  /** Packed time of the last line that begins a start. */
  #lastStart = 0;
  #latest = 0;
  /** The record at hand, or the last one before it with a time, is later than what was asked about. */
  #isNewer = false;

  /** @param clusters takes the lines that nobody knows, where they are asked for */
  constructor(
    matcher: Matcher,
    product: CompiledProduct,
    since: string | null,
    clusters: Clusters | null,
  ) {
    this.#matcher = matcher;
    this.#clusters = clusters;
    this.#product = product;
    this.#since = since === null ? Infinity : packTime(since);
    this.#marks = new Marks(product);
    this.outages = new Outages(product);
    this.recognition = new Recognition(product);
    this.#events = eventsOf(matcher, product);
  }

  /** Seconds that a try of the product may take. */
  get trySeconds(): number {
    return this.#product.trySeconds;
  }

  get lastTime(): string | null {
    return writeTime(this.lastPacked);
  }

  /** The earliest and the latest time of a record; files may have come in another order. */
  get span(): Report['span'] {
    return {
      from: this.#latest === 0 ? null : writeTime(this.#earliest),
      to: writeTime(this.#latest),
    };
  }

  add(
    line: number,
    endLine: number,
    level: number,
    time: number,
    text: Tagged,
    chain: Chain | null,
  ): Known | null {
    const isLoud = level >= this.#product.problemLevel;
    this.recognition.see(level, text, chain);
    if (chain === null) {
      this.#begin(time);
      if (!isLoud) return QUIET;
      this.problemLines.add(line, endLine);
      const cluster =
        this.#clusters?.add(
          decode(text.bytes, text.from, firstLineEnd(text)),
          line,
          endLine,
          this.#isNewer,
        ) ?? null;
      return cluster && unknown(cluster);
    }
    const rest = restOf(chain);
    const isProblem = isLoud || chain.rule.ends;
    this.#begin(time);
    this.#countLines(line, endLine, isProblem, rest === null);
    const tracked = this.#find(level, time, chain, rest, isLoud);
    if (!tracked) return null;
    this.#note(tracked, line, endLine, time);
    if (!tracked.isMark && !tracked.isReport) {
      this.#follow(tracked, null, null, time);
      return (tracked.known ??= {
        tracked,
        cluster: null,
        isProblem,
        isExplained: rest === null,
        answer: null,
        mark: null,
        places: null,
      });
    }
    const mark = tracked.isMark ? this.#marks.of(chain) : null;
    const answer = tracked.isReport
      ? reportAnswerOf(linksOf(chain), tracked.finding.entries)
      : null;
    this.#follow(tracked, answer, mark, time);
    return {
      tracked,
      cluster: null,
      isProblem,
      isExplained: rest === null,
      answer,
      mark,
      places: null,
    };
  }

  withShape(known: Known, chain: Chain | null, start: number, shape: Shape): Known | null {
    const { tracked, answer, mark } = known;
    // A name that proves whose log it is may stand in a word that differs.
    if (tracked === null || chain === null) return this.recognition.isSettled ? known : null;
    const places =
      mark?.version || answer?.isWritten
        ? null
        : placesOf(tracked.collections, chain, start, shape);
    return places && { ...known, places };
  }

  alike(
    line: number,
    time: number,
    known: Known,
    bytes: Uint8Array,
    start: number,
    shape: Shape,
  ): void {
    if (known.places && known.places.length > 0) collectAt(known.places, bytes, start, shape);
    this.again(line, time, known);
  }

  again(
    line: number,
    time: number,
    { tracked, cluster, isProblem, isExplained, answer, mark }: Known,
  ): void {
    this.#begin(time);
    this.#countLines(line, line, isProblem, isExplained);
    if (tracked === null)
      return void (cluster && this.#clusters?.count(cluster, line, line, this.#isNewer));
    this.#note(tracked, line, line, time);
    this.#follow(tracked, answer, mark, time);
  }

  /** Take in what a record tells of outages, and of the agent's life; before a start counts, it must be known whether a stop was asked for. */
  #follow(tracked: Tracked, answer: ReportAnswer | null, mark: Mark | null, time: number): void {
    const wasAsked = this.lifetime.isAsked;
    if (mark) this.#mark(mark, tracked, time);
    if (tracked.isEvent)
      this.outages.see(answer, tracked.finding.entries, time, this.version, wasAsked);
  }

  #begin(time: number): void {
    this.ordinal++;
    if (time === 0) return;
    this.lastPacked = time;
    if (time > this.#latest) this.#latest = time;
    if (time < this.#earliest) this.#earliest = time;
    this.#isNewer = time > this.#since;
  }

  #countLines(line: number, endLine: number, isProblem: boolean, isExplained: boolean): void {
    if (!isProblem) return;
    this.problemLines.add(line, endLine);
    if (isExplained) this.explainedLines.add(line, endLine);
  }

  #note(tracked: Tracked, line: number, endLine: number, time: number): void {
    tracked.count++;
    if (this.#isNewer) tracked.newer++;
    tracked.lastOrdinal = this.ordinal;
    if (time !== 0) tracked.lastTime = time;
    for (let at = line; at <= endLine && tracked.lineCount < MAX_LINES; at++) {
      if (this.#lineLog.lineOf(tracked.lastLine) === at) continue;
      tracked.lastLine = this.#lineLog.add(at, tracked.lastLine);
      tracked.lineCount++;
    }
  }

  /** Bring what was kept while reading into the form of a report. The lines take longest, so a look in between is spared them. */
  settle({ withLines }: { withLines: boolean }): void {
    for (const { finding, count, newer, lastOrdinal, lastTime, lastLine } of this.#tracked) {
      finding.count = count;
      finding.lastOrdinal = lastOrdinal;
      finding.last = writeTime(lastTime);
      if (withLines) finding.lines = this.#lineLog.list(lastLine);
      if (this.#since !== Infinity) finding.newer = newer;
      for (const { id } of finding.entries)
        this.lastSeen.set(id, Math.max(this.lastSeen.get(id) ?? -1, finding.lastOrdinal));
    }
  }

  #find(
    level: number,
    time: number,
    chain: Chain,
    rest: Slice | null,
    isLoud: boolean,
  ): Tracked | null {
    const known = this.#table.find(level, chain, rest);
    if (known) {
      if (known.collections.length > 0) collect(known.collections, chain);
      return known;
    }
    const isMilestone = this.#marks.holdsMilestone(chain);
    if (this.findings.length >= MAX_FINDINGS && !isMilestone) {
      this.folded++;
      return null;
    }
    const finding = openFinding(this.#matcher.entries, this.findings.length, {
      ordinal: this.ordinal,
      level,
      time,
      chain,
      rest,
      isLoud,
    });
    const { entry } = chain.rule;
    const tracked: Tracked = {
      finding,
      count: 0,
      lastOrdinal: this.ordinal,
      lastTime: time,
      lastLine: -1,
      lineCount: 0,
      newer: 0,
      collections: collectionsOf(chain, finding.chain),
      isMark: isMilestone || entry.ends === 'agent' || entry.atStart === true,
      isEvent: this.#events.has(entry.id),
      isReport: entry.holdsBack === 'checks',
      known: null,
    };
    this.#tracked.push(tracked);
    this.findings.push(finding);
    this.#table.add(tracked, rest !== null);
    return tracked;
  }

  #mark({ milestones, isStart, version }: Mark, { finding }: Tracked, time: number): void {
    finding.starts = this.lifetime.starts;
    // A log that was collected twice has each of its lines twice.
    if (isStart && (time === 0 || time !== this.#lastStart)) this.lifetime.starts++;
    if (isStart) this.#lastStart = time;
    if (!this.lifetime.isAsked || milestones[0] === 'starting') finding.lastUnasked = this.ordinal;
    for (const milestone of milestones)
      this.lifetime.pass(milestone, this.ordinal, time, this.lastPacked);
    // The program on the disk may be newer than the one that runs.
    if (version !== null && (isStart || this.version === null)) this.version = version;
  }
}

function eventsOf({ catalog }: Matcher, { milestones }: CompiledProduct): ReadonlySet<string> {
  return new Set([
    milestones.starting,
    ...catalog.entries
      .filter(({ holdsBack, drops, momentary }) => holdsBack || drops || momentary)
      .flatMap(({ id, overAfter = [] }) => [id, ...overAfter]),
  ]);
}

/** Of a record's first line, as much as a cluster may need. */
function firstLineEnd({ bytes, from, to }: Slice): number {
  const limit = Math.min(to, from + 1200);
  for (let at = from; at < limit; at++) if (bytes[at] === 10) return at;
  return limit;
}
