/**
 * Folds records into findings in constant memory.
 *
 * finding-table.ts defines which records make one finding. Records of WARNING or worse without a
 * chain are clustered as unknown lines. Order is kept as ordinals (record numbers), as a log may
 * have no times.
 */
import { unmatchedRestOf } from './chains/chain.ts';
import { type Chain, linksOf } from './chains/chain-links.ts';
import type { Clusters } from './findings/unknown-clusters.ts';
import { CountedLines, listLines } from './counted-lines.ts';
import { collectValues, collectionsOf, hasVaryingValue } from './findings/captured-values.ts';
import { FindingTable } from './findings/finding-table.ts';
import { Lifetime } from './findings/program-lifetime.ts';
import { LifecycleEvents, type LifecycleEvent } from './findings/lifecycle-events.ts';
import { cutRepetitions } from './findings/cut-repetitions.ts';
import { Outages, checkReportResponseOf, type CheckReportResponse } from './findings/outages.ts';
import { ProductRecognition } from './findings/recognition.ts';
import {
  openFinding,
  unknownMeaning,
  type MessageMeaning,
  type TrackedCounters,
  type TrackedFinding,
} from './findings/tracked-finding.ts';
import { catalogOf, type ProductMatcher } from './templates/matcher.ts';
import type { CompiledProduct } from './headers/compiled-product.ts';
import type { Header } from './headers/header.ts';
import { LEVEL_OF_NUMBER } from './headers/levels.ts';
import type { RecordSink } from './records/record-sink.ts';
import type { Report } from '../model/report.ts';
import type { ByteRange } from './lines/byte-range.ts';
import { decode } from './lines/bytes.ts';
import { packTime, writeTime } from './headers/timestamps.ts';

const MAX_FINDINGS = 5_000;
/** An unknown record below problem level. */
const UNKNOWN_RECORD = unknownMeaning(null);

export class Session implements RecordSink<MessageMeaning> {
  readonly findings: TrackedFinding[] = [];
  readonly outages: Outages;
  readonly recognition: ProductRecognition;
  readonly lifetime = new Lifetime();
  /** The ordinal of the last record with each entry. */
  readonly lastSeen = new Map<string, number>();
  /** Findings of truncated messages, each with the finding of the complete message. */
  readonly repetitions = new Map<TrackedFinding, TrackedFinding>();
  version: string | null = null;
  readonly problemLines = new CountedLines();
  readonly explainedLines = new CountedLines();
  ordinal = 0;
  /** Packed time of the last record that had one. */
  lastPacked = 0;
  /** Number of records that got no finding, because there were MAX_FINDINGS already. */
  folded = 0;

  readonly #matcher: ProductMatcher;
  readonly #clusters: Clusters | null;
  readonly #product: CompiledProduct;
  readonly #table = new FindingTable<TrackedCounters>();
  readonly #tracked: TrackedCounters[] = [];
  readonly #lifecycleEvents: LifecycleEvents;
  readonly #since: number;
  #earliest = Infinity;
  /** Packed time of the last start. */
  #lastStart = 0;
  #latest = 0;
  /**
   * Whether the current record came after `since`, judged by its time or else by that of the last
   * record with one.
   */
  #isNewer = false;

  /** @param clusters receives the unknown lines, if they are wanted */
  constructor(matcher: ProductMatcher, since: string | null, clusters: Clusters | null) {
    this.#matcher = matcher;
    this.#clusters = clusters;
    const { product } = matcher;
    this.#product = product;
    this.#since = since === null ? Infinity : packTime(since);
    this.#lifecycleEvents = new LifecycleEvents(product);
    this.outages = new Outages(product);
    this.recognition = new ProductRecognition(product);
  }

  /** Seconds that the product waits for a response before it gives up. */
  get trySeconds(): number {
    return this.#product.delivery?.['try-seconds'] ?? 0;
  }

  /** Whether the log is a short paste, which may lack the lines that evidence needs. */
  get isShort(): boolean {
    return this.recognition.isShort;
  }

  /** Expect a short paste. */
  expectShortPaste(): void {
    this.recognition.isShort = true;
  }

  get lastTime(): string | null {
    return writeTime(this.lastPacked);
  }

  /** The earliest and the latest time of a record. Files may come in any order. */
  get span(): Report['span'] {
    return {
      from: this.#latest === 0 ? null : writeTime(this.#earliest),
      to: writeTime(this.#latest),
    };
  }

  addRecord(
    line: number,
    endLine: number,
    header: Header,
    chain: Chain | null,
  ): MessageMeaning | null {
    const { level, time } = header;
    const isAtProblemLevel =
      level >= this.#product.problemLevel || isFaultWithoutLevel(this.#product, level, chain);
    this.recognition.seeMessage(line, header, chain);
    if (chain === null) {
      this.#beginRecord(time);
      if (!isAtProblemLevel) return UNKNOWN_RECORD;
      this.problemLines.add(line, endLine);
      const cluster =
        this.#clusters?.addRecord(
          decode(header.bytes, header.from, clusteredEnd(header)),
          line,
          endLine,
          this.#isNewer,
        ) ?? null;
      if (cluster && !cluster.header) {
        const tag = this.#product.knownTags.nameOf(header.tag);
        const name = LEVEL_OF_NUMBER[level];
        if (tag !== null && name) cluster.header = { level: name, tag };
      }
      return cluster && unknownMeaning(cluster);
    }
    const rest = unmatchedRestOf(chain);
    const isProblem = isAtProblemLevel || chain.rule.ends;
    this.#beginRecord(time);
    this.#countLines(line, endLine, isProblem, rest === null);
    const tracked = this.#find(level, time, chain, rest, isAtProblemLevel);
    if (!tracked) return null;
    this.#countRecord(tracked, line, endLine, time);
    const events = tracked.isLifecycleEvent ? this.#lifecycleEvents.readEvents(chain) : null;
    const response = tracked.isReport
      ? checkReportResponseOf(linksOf(chain), tracked.finding.entries)
      : null;
    this.#updateState(tracked, response, events, time);
    const isExplained = rest === null;
    const read = () => ({ tracked, cluster: null, isProblem, isExplained, response, events });
    return events || response ? read() : (tracked.known ??= read());
  }

  isSameForShape({ tracked, response, events }: MessageMeaning, chain: Chain | null): boolean {
    // Messages of one shape may differ in a word, and that word may prove which product wrote the
    // log. Once that is settled, they mean the same.
    if (tracked === null || chain === null) return this.recognition.isSettled;
    return !events?.version && !response?.isWritten && !hasVaryingValue(tracked.collections, chain);
  }

  repeatRecord(
    line: number,
    time: number,
    { tracked, cluster, isProblem, isExplained, response, events }: MessageMeaning,
  ): void {
    this.#beginRecord(time);
    this.#countLines(line, line, isProblem, isExplained);
    if (tracked === null)
      return void (cluster && this.#clusters?.countRecord(cluster, line, line, this.#isNewer));
    this.#countRecord(tracked, line, line, time);
    this.#updateState(tracked, response, events, time);
  }

  /**
   * Update the outages and the program's lifetime. Outages need to know whether a stop had been
   * requested, which a start resets.
   */
  #updateState(
    tracked: TrackedCounters,
    response: CheckReportResponse | null,
    events: LifecycleEvent | null,
    time: number,
  ): void {
    const wasRequested = this.lifetime.isStopRequested;
    if (events) this.#applyLifecycleEvent(events, tracked, time);
    if (tracked.isOutageEvent)
      this.outages.recordEntries(response, tracked.finding.entries, time, wasRequested);
  }

  #beginRecord(time: number): void {
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

  #countRecord(tracked: TrackedCounters, line: number, endLine: number, time: number): void {
    tracked.count++;
    if (this.#isNewer) tracked.newer++;
    tracked.lastOrdinal = this.ordinal;
    if (time !== 0) tracked.lastTime = time;
    listLines(tracked.lines, line, endLine);
  }

  /**
   * Write the counters kept while reading into the findings. Sorting the lines takes longest, so
   * `peek` omits it.
   */
  settle({ withLines }: { withLines: boolean }): void {
    for (const { finding, count, newer, lastOrdinal, lastTime, lines } of this.#tracked) {
      finding.count = count;
      finding.lastOrdinal = lastOrdinal;
      finding.last = writeTime(lastTime);
      if (withLines) finding.lines = lines.toSorted((a, b) => a - b);
      if (this.#since !== Infinity) finding.newer = newer;
      for (const { id } of finding.entries)
        this.lastSeen.set(id, Math.max(this.lastSeen.get(id) ?? -1, finding.lastOrdinal));
    }
    this.repetitions.clear();
    for (const [cut, whole] of cutRepetitions(this.#tracked, this.trySeconds)) {
      this.repetitions.set(cut.finding, whole.finding);
      whole.finding.lastOrdinal = Math.max(whole.finding.lastOrdinal, cut.lastOrdinal);
      whole.finding.last = writeTime(Math.max(whole.lastTime, cut.lastTime));
      for (const line of cut.lines.filter((one) => this.problemLines.has(one)))
        this.explainedLines.add(line, line);
    }
  }

  /**
   * Count the records whose whole chain is known, and the literal bytes of all findings. Return
   * these, and whether a finding begins with an entry that only this product has.
   */
  countExplained(): { known: number; explained: number; hasOwn: boolean } {
    let [known, explained, hasOwn] = [0, 0, false];
    for (const { finding, count, literal } of this.#tracked) {
      if (finding.rest === null && !finding.isCut) known += count;
      explained += count * literal;
      hasOwn ||= !this.#product.sharedCatalogs.has(catalogOf(finding.entries[0]?.id ?? ''));
    }
    return { known, explained, hasOwn };
  }

  #find(
    level: number,
    time: number,
    chain: Chain,
    rest: ByteRange | null,
    isAtProblemLevel: boolean,
  ): TrackedCounters | null {
    const known = this.#table.findFinding(level, chain, rest);
    if (known) {
      if (known.collections.length > 0) collectValues(known.collections, chain);
      // One complete record shows what the truncated ones mean.
      if (!chain.isTruncated && known.finding.isCut) {
        known.finding.isCut = false;
        known.finding.isUnclosed = false;
        known.finding.family = [];
      }
      return known;
    }
    const isMilestone = this.#lifecycleEvents.holdsMilestone(chain);
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
      isAtProblemLevel,
    });
    const { entry } = chain.rule;
    const tracked: TrackedCounters = {
      finding,
      literal: chain.literal,
      count: 0,
      lastOrdinal: this.ordinal,
      firstTime: time,
      lastTime: time,
      lines: [],
      newer: 0,
      collections: collectionsOf(chain, finding.chain),
      isLifecycleEvent: isMilestone || entry.ends === 'program' || entry['at-start'] === true,
      isOutageEvent: this.#product.outageEntries.has(entry.id),
      isReport: entry['holds-back'] === 'checks',
      known: null,
    };
    this.#tracked.push(tracked);
    this.findings.push(finding);
    this.#table.addFinding(tracked, rest !== null);
    return tracked;
  }

  #applyLifecycleEvent(
    { milestones, isStart, version }: LifecycleEvent,
    { finding }: TrackedCounters,
    time: number,
  ): void {
    finding.starts = this.lifetime.starts;
    // A log that was collected twice contains each line twice.
    if (isStart && (time === 0 || time !== this.#lastStart)) this.lifetime.starts++;
    if (isStart) this.#lastStart = time;
    if (!this.lifetime.isStopRequested || milestones[0] === 'starting')
      finding.lastUnrequested = this.ordinal;
    for (const milestone of milestones)
      this.lifetime.recordMilestone(milestone, this.ordinal, time, this.lastPacked);
    // The program on disk may be newer than the running one.
    if (version !== null && (isStart || this.version === null)) this.version = version;
  }
}

/**
 * Return whether a message without a level is a fault by its role in the catalog. The role counts
 * only if the product's headers have no tags, because then only the message shows a problem.
 */
function isFaultWithoutLevel(
  { isTagged }: CompiledProduct,
  level: number,
  chain: Chain | null,
): boolean {
  const role = chain?.rule.entry.role;
  return level === 0 && !isTagged && (role === 'cause' || role === 'consequence');
}

/** Return the end of a record's first line, or of the part of it that a cluster reads. */
function clusteredEnd({ bytes, from, to }: ByteRange): number {
  const limit = Math.min(to, from + 1200);
  for (let at = from; at < limit; at++) if (bytes[at] === 10) return at;
  return limit;
}
