/**
 * One file of more than 250 lines, because whatever a record changes is here.
 *
 * The fold: records to findings, in constant memory.
 *
 * A finding is identified by its chain's templates, the values of its key holes, what is unknown in it, and its level. The identity is
 * bytes: a record like one that was seen before makes no string. Records without a chain of WARNING or worse are clustered as unknown.
 * The order of things is kept as ordinals (the number of the record), because a log may have no times at all.
 */
import type { CatalogEntry } from './catalog.ts';
import { restOf, type Chain } from './chain.ts';
import { collect, collectAt, collectionsOf, placesOf, type Collection, type Place } from './collect.ts';
import type { Clusters } from './cluster.ts';
import { Identity, IdentityTable } from './identity.ts';
import { LEVELS } from './levels.ts';
import { Lifetime, type Milestone } from './lifetime.ts';
import { LineLog } from './line-log.ts';
import { captureOf, linksOf } from './links.ts';
import type { CompiledProduct, Matcher } from './matcher.ts';
import type { Slice } from './slices.ts';
import { Outages, reportAnswerOf, type ReportAnswer } from './outages.ts';
import { Recognition, type Tagged } from './recognition.ts';
import type { RecordSink } from './records.ts';
import type { Finding, Report, Role } from './report.ts';
import { decode } from './text.ts';
import { packTime, writeTime } from './times.ts';

const MAX_LINES = 10_000;
const MAX_FINDINGS = 5_000;
/** Unknown ends of a chain that are findings of their own; all others are one more. */
const MAX_ENDS = 16;
/** Bytes of an unknown rest that tell one finding from another. */
const MAX_REST = 200;

/** A finding with what the explanation needs to know of it. */
export interface TrackedFinding extends Finding {
  index: number;
  /** Entries of the chain, without the links in foreign text. */
  entries: CatalogEntry[];
  firstOrdinal: number;
  lastOrdinal: number;
  /** Of what ends the agent: the last record that was not among the last words of one that was asked to stop; -1 for none. */
  lastUnasked: number;
  /** Of what only a start prints: how many starts the log had shown before the last record; -1 for anything else. */
  starts: number;
  isProblem: boolean;
  /** Its text broke off, or begins with words that nobody knows: no answer from it is certain. */
  isCut: boolean;
  ends: 'agent' | 'command' | null;
}

/** A finding while the log is read. */
interface Tracked {
  finding: TrackedFinding;
  count: number;
  lastOrdinal: number;
  lastTime: number;
  /** Its last line's item in the log of lines, and how many there are. */
  lastLine: number;
  lineCount: number;
  /** Records of it after the time that the reader asked about. */
  newer: number;
  /** What its capture holes took so far, link by link and hole by hole, as bytes; empty when all have enough. */
  collections: Collection[];
  /** It says something of the agent's life, or the version. */
  isMark: boolean;
  /** It begins or ends an outage. */
  isEvent: boolean;
  /** It tells of a report on checks. */
  isReport: boolean;
  /** What each of its records means, once there is one, where their values change nothing in that. */
  known: Known | null;
}

/** What a message meant that may come again. */
interface Known {
  tracked: Tracked;
  isProblem: boolean;
  isExplained: boolean;
  answer: ReportAnswer | null;
  mark: Mark | null;
  /** Where its digits are values that are collected, if a message of its shape means the same. */
  places: Place[] | null;
}

/** What a message says of the agent's life. */
interface Mark {
  milestones: Milestone[];
  /** It is the line that begins a start. */
  isStart: boolean;
  version: string | null;
}

export class Session implements RecordSink<Known> {
  readonly findings: TrackedFinding[] = [];
  readonly outages: Outages;
  readonly recognition: Recognition;
  readonly lifetime = new Lifetime();
  /** Per entry the ordinal of the last record that holds it. */
  readonly lastSeen = new Map<string, number>();
  version: string | null = null;
  problemLines = 0;
  explainedLines = 0;
  ordinal = 0;
  /** Packed time of the last record that had one. */
  lastPacked = 0;
  /** Records that belong to no finding, because there are too many. */
  folded = 0;

  readonly #matcher: Matcher;
  readonly #clusters: Clusters | null;
  readonly #product: CompiledProduct;
  /** The identity of the record at hand, and of its chain without what nobody knows at the end. */
  readonly #identity = new Identity();
  readonly #family = new Identity();
  readonly #known = new IdentityTable<Tracked>();
  /** Chains that end in text that nobody knows: how many such ends were seen, and the finding of the last. */
  readonly #families = new IdentityTable<{ ends: number; last: Tracked }>();
  readonly #tracked: Tracked[] = [];
  readonly #lineLog = new LineLog();
  /** Entries whose records are looked at each time. */
  readonly #milestones: ReadonlySet<string>;
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
  constructor(matcher: Matcher, product: CompiledProduct, since: string | null, clusters: Clusters | null) {
    this.#matcher = matcher;
    this.#clusters = clusters;
    this.#product = product;
    this.#since = since === null ? Infinity : packTime(since);
    this.#milestones = new Set([...Object.values(product.milestones).flat(), product.version.entry]);
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
    return { from: this.#latest === 0 ? null : writeTime(this.#earliest), to: writeTime(this.#latest) };
  }

  add(line: number, endLine: number, level: number, time: number, text: Tagged, chain: Chain | null): Known | null {
    const isLoud = level >= this.#product.problemLevel;
    this.recognition.see(level, text, chain);
    if (chain === null) {
      this.#begin(time);
      if (!isLoud) return null;
      this.problemLines += endLine - line + 1;
      this.#clusters?.add(decode(text.bytes, text.from, firstLineEnd(text)), line, this.#isNewer);
      return null;
    }
    const rest = restOf(chain);
    const isProblem = isLoud || chain.rule.ends;
    this.#begin(time);
    this.#countLines(endLine - line + 1, isProblem, rest === null);
    const tracked = this.#find(level, time, chain, rest, isLoud);
    if (!tracked) return null;
    this.#note(tracked, line, endLine, time);
    if (!tracked.isMark && !tracked.isReport) {
      this.#follow(tracked, null, null, time);
      return (tracked.known ??= { tracked, isProblem, isExplained: rest === null, answer: null, mark: null, places: null });
    }
    const mark = tracked.isMark ? this.#markOf(chain) : null;
    const answer = tracked.isReport ? reportAnswerOf(linksOf(chain), tracked.finding.entries) : null;
    this.#follow(tracked, answer, mark, time);
    return { tracked, isProblem, isExplained: rest === null, answer, mark, places: null };
  }

  withDigits(known: Known, chain: Chain, start: number): Known | null {
    const { tracked, answer, mark } = known;
    const places = mark?.version || answer?.isWritten ? null : placesOf(tracked.collections, chain, start);
    return places && { ...known, places };
  }

  alike(line: number, time: number, known: Known, bytes: Uint8Array, start: number): void {
    if (known.places && known.places.length > 0) collectAt(known.places, bytes, start);
    this.again(line, time, known);
  }

  again(line: number, time: number, { tracked, isProblem, isExplained, answer, mark }: Known): void {
    this.#begin(time);
    this.#countLines(1, isProblem, isExplained);
    this.#note(tracked, line, line, time);
    this.#follow(tracked, answer, mark, time);
  }

  /** Take in what a record tells of outages, and of the agent's life; before a start counts, it must be known whether a stop was asked for. */
  #follow(tracked: Tracked, answer: ReportAnswer | null, mark: Mark | null, time: number): void {
    const wasAsked = this.lifetime.isAsked;
    if (mark) this.#mark(mark, tracked, time);
    if (tracked.isEvent) this.outages.see(answer, tracked.finding.entries, time, this.version, wasAsked);
  }

  #begin(time: number): void {
    this.ordinal++;
    if (time === 0) return;
    this.lastPacked = time;
    if (time > this.#latest) this.#latest = time;
    if (time < this.#earliest) this.#earliest = time;
    this.#isNewer = time > this.#since;
  }

  #countLines(count: number, isProblem: boolean, isExplained: boolean): void {
    if (!isProblem) return;
    this.problemLines += count;
    if (isExplained) this.explainedLines += count;
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
      for (const { id } of finding.entries) this.lastSeen.set(id, Math.max(this.lastSeen.get(id) ?? -1, finding.lastOrdinal));
    }
  }

  #find(level: number, time: number, chain: Chain, rest: Slice | null, isLoud: boolean): Tracked | null {
    this.#identify(level, chain, rest);
    const known = this.#known.get(this.#identity) ?? (rest && this.#otherEnd());
    if (known) {
      if (known.collections.length > 0) collect(known.collections, chain);
      return known;
    }
    const isMilestone = this.#holdsMilestone(chain);
    if (this.findings.length >= MAX_FINDINGS && !isMilestone) {
      this.folded++;
      return null;
    }
    const finding = this.#open(level, time, chain, rest, isLoud);
    const { entry } = chain.rule;
    const tracked: Tracked = {
      finding, count: 0, lastOrdinal: this.ordinal, lastTime: time, lastLine: -1, lineCount: 0, newer: 0, collections: collectionsOf(chain, finding.chain),
      isMark: isMilestone || entry.ends === 'agent' || entry.atStart === true, isEvent: this.#events.has(entry.id), isReport: entry.holdsBack === 'checks', known: null,
    };
    this.#tracked.push(tracked);
    this.findings.push(finding);
    this.#known.set(this.#identity, tracked);
    if (rest) this.#addEnd(tracked);
    return tracked;
  }

  /** The finding that takes all further unknown ends of a chain, once it has too many. */
  #otherEnd(): Tracked | null {
    const family = this.#families.get(this.#family);
    return family && family.ends > MAX_ENDS ? family.last : null;
  }

  #addEnd(last: Tracked): void {
    const family = this.#families.get(this.#family);
    if (family) {
      family.ends++;
      family.last = last;
    } else {
      this.#families.set(this.#family, { ends: 1, last });
    }
  }

  #holdsMilestone(chain: Chain): boolean {
    for (let link: Chain | null = chain; link; link = link.foreign ? null : link.below) if (this.#milestones.has(link.rule.entry.id)) return true;
    return false;
  }

  #identify(level: number, chain: Chain, rest: Slice | null): void {
    const family = this.#family;
    family.begin();
    family.number(level);
    for (let link: Chain | null = chain; link; link = link.below) {
      const { rule, bytes, spans } = link;
      family.number(rule.group);
      for (let hole = 0; hole < rule.holes.length; hole++) {
        if (rule.holes[hole]?.key && (spans[2 * hole] as number) >= 0) family.text(bytes, spans[2 * hole] as number, spans[2 * hole + 1] as number);
      }
    }
    this.#identity.goOnFrom(family);
    if (rest) this.#identity.masked(rest.bytes, rest.from, Math.min(rest.to, rest.from + MAX_REST));
  }

  #open(level: number, time: number, chain: Chain, rest: Slice | null, isLoud: boolean): TrackedFinding {
    const links = linksOf(chain);
    const entries = links.flatMap((link) => (link.foreign ? [] : (this.#matcher.entries.get(link.entry) ?? [])));
    const ends = chain.rule.entry.ends ?? null;
    const role = roleOf(entries, rest !== null);
    return {
      index: this.findings.length, chain: links, rest: rest && decode(rest.bytes, rest.from, rest.to), role, level: LEVELS[level] ?? null,
      count: 0, lines: [], first: writeTime(time), last: null,
      entries, firstOrdinal: this.ordinal, lastOrdinal: this.ordinal, lastUnasked: -1, starts: -1, ends,
      isCut: chain.cut,
      isProblem: isLoud || ends !== null || role === 'cause',
    };
  }

  #markOf(chain: Chain): Mark {
    const { milestones, version } = this.#product;
    const { ends, atStart } = chain.rule.entry;
    const mark: Mark = { milestones: ends === 'agent' ? (atStart ? ['starting', 'ended'] : ['ended']) : [], isStart: false, version: null };
    for (let link: Chain | null = chain; link; link = link.foreign ? null : link.below) {
      const { id } = link.rule.entry;
      if (id === milestones.starting) {
        mark.milestones.push('starting');
        mark.isStart = true;
      }
      if (id === milestones.started) mark.milestones.push('started');
      if (milestones.stopping.includes(id)) mark.milestones.push('stopping');
      if (milestones.restarting.includes(id)) mark.milestones.push('restarting');
      if (id === version.entry) mark.version = captureOf(link, link.rule.holes.findIndex(({ name }) => name === version.hole)) ?? mark.version;
    }
    return mark;
  }

  #mark({ milestones, isStart, version }: Mark, { finding }: Tracked, time: number): void {
    finding.starts = this.lifetime.starts;
    // A log that was collected twice has each of its lines twice.
    if (isStart && (time === 0 || time !== this.#lastStart)) this.lifetime.starts++;
    if (isStart) this.#lastStart = time;
    if (!this.lifetime.isAsked || milestones[0] === 'starting') finding.lastUnasked = this.ordinal;
    for (const milestone of milestones) this.lifetime.pass(milestone, this.ordinal, time, this.lastPacked);
    this.version = version ?? this.version;
  }
}

function eventsOf({ catalog }: Matcher, { milestones }: CompiledProduct): ReadonlySet<string> {
  return new Set([milestones.starting, ...catalog.entries.filter(({ holdsBack, drops, momentary }) => holdsBack || drops || momentary).flatMap(({ id, overAfter = [] }) => [id, ...overAfter])]);
}

/** Of a record's first line, as much as a cluster may need. */
function firstLineEnd({ bytes, from, to }: Slice): number {
  const limit = Math.min(to, from + 1200);
  for (let at = from; at < limit; at++) if (bytes[at] === 10) return at;
  return limit;
}

/**
 * A finding is what its last known link is; with an unknown end it is a cause that nobody has named yet. What is harmless by itself
 * does not excuse the message that it is the reason of.
 */
function roleOf(entries: CatalogEntry[], hasRest: boolean): Role {
  const last = entries.at(-1)?.role ?? 'info';
  if (last === 'harmless' && entries[0]?.role === 'cause') return 'cause';
  return hasRest && last === 'consequence' ? 'cause' : last;
}
