/**
 * The fold: records to findings, in constant memory.
 *
 * A finding is identified by its chain's entries, the values of its key holes, what is unknown in it, and its level. Records without a
 * chain of WARNING or worse are clustered as unknown. The order of things is kept as ordinals (the number of the record), because a
 * log may have no times at all.
 */
import type { CatalogEntry } from './catalog.ts';
import type { Chain } from './chain.ts';
import { Clusters } from './cluster.ts';
import type { CompiledProduct, Matcher } from './matcher.ts';
import { Outages } from './outages.ts';
import type { LogRecord } from './records.ts';
import type { Finding, Level, Link, Role } from './report.ts';

const LEVELS: readonly Level[] = ['TRACE', 'DEBUG', 'INFO', 'WARNING', 'ERROR', 'CRITICAL'];
const MAX_LINES = 10_000;
const MAX_CAPTURES = 20;
const MAX_FINDINGS = 5_000;

/** A finding with what the explanation needs to know of it. Times in milliseconds, null where unknown. */
export interface TrackedFinding extends Finding {
  index: number;
  /** Entries of the chain, without the links in foreign text. */
  entries: CatalogEntry[];
  firstOrdinal: number;
  lastOrdinal: number;
  isProblem: boolean;
  /** Its text broke off: no answer from it is certain. */
  isCut: boolean;
  ends: 'agent' | 'command' | null;
}

/** What was seen of the agent's life, as ordinals; -1 for never. */
export interface Milestones {
  starting: number;
  started: number;
  stopping: number;
}

export class Session {
  readonly findings: TrackedFinding[] = [];
  readonly clusters = new Clusters();
  readonly outages: Outages;
  readonly milestones: Milestones = { starting: -1, started: -1, stopping: -1 };
  /** Per entry the ordinal of the last record that holds it. */
  readonly lastSeen = new Map<string, number>();
  version: string | null = null;
  lastTime: string | null = null;
  recognised = false;
  problemLines = 0;
  explainedLines = 0;
  ordinal = 0;

  readonly #matcher: Matcher;
  readonly #product: CompiledProduct;
  readonly #byKey = new Map<string, TrackedFinding>();

  constructor(matcher: Matcher, product: CompiledProduct) {
    this.#matcher = matcher;
    this.#product = product;
    this.outages = new Outages(product);
  }

  add(record: LogRecord): void {
    this.ordinal++;
    if (record.time !== null) this.lastTime = record.time;
    const ends = record.chain ? this.#endsOf(record.chain) : null;
    const isLoud = record.level !== null && LEVELS.indexOf(record.level) >= LEVELS.indexOf(this.#product.problem);
    const lines = record.endLine - record.line + 1;
    if (isLoud || ends !== null) this.problemLines += lines;
    if (!record.chain) {
      if (isLoud) this.clusters.add(record.text, record.line);
      return;
    }
    if (this.#isOwn(record)) this.recognised = true;
    if ((isLoud || ends !== null) && record.chain.rest === null) this.explainedLines += lines;
    this.#track(record, record.chain, isLoud, ends);
  }

  #isOwn({ chain, level }: LogRecord): boolean {
    return chain !== null && (level !== null || chain.literal >= 10) && this.#product.plain.includes(chain.rule.catalog);
  }

  /** What the first link says: a child that ended inside `abnormally finished`, or a refused configtest, ends nothing. */
  #endsOf(chain: Chain): 'agent' | 'command' | null {
    return chain.rule.entry.ends ?? null;
  }

  #track(record: LogRecord, chain: Chain, isLoud: boolean, ends: 'agent' | 'command' | null): void {
    const key = this.#keyOf(record, chain);
    let finding = this.#byKey.get(key);
    if (!finding) {
      if (this.findings.length >= MAX_FINDINGS) return;
      finding = this.#open(record, chain, isLoud, ends);
      this.#byKey.set(key, finding);
      this.findings.push(finding);
    } else {
      for (const [index, link] of chain.links.entries()) collect(finding.chain[index], link);
    }
    finding.count++;
    finding.lastOrdinal = this.ordinal;
    if (record.time !== null) finding.last = record.time;
    for (let line = record.line; line <= record.endLine && finding.lines.length < MAX_LINES; line++) if (finding.lines.at(-1) !== line) finding.lines.push(line);
    this.#mark(chain.links);
    this.outages.see({ chain: chain.links, entries: finding.entries }, record.time, this.version);
  }

  #open(record: LogRecord, chain: Chain, isLoud: boolean, ends: 'agent' | 'command' | null): TrackedFinding {
    const entries = chain.links.flatMap((link) => (link.foreign ? [] : (this.#matcher.entries.get(link.entry) ?? [])));
    const role = roleOf(entries, chain.rest);
    return {
      index: this.findings.length,
      chain: chain.links.map((link) => ({ ...link, captures: { ...link.captures } })),
      rest: chain.rest, role, level: record.level, count: 0, lines: [], first: record.time, last: record.time,
      entries, firstOrdinal: this.ordinal, lastOrdinal: this.ordinal, ends,
      isCut: chain.cut === true,
      isProblem: isLoud || ends !== null || role === 'cause',
    };
  }

  #keyOf(record: LogRecord, chain: Chain): string {
    const links = chain.links.map((link) => {
      const holes = this.#matcher.entries.get(link.entry)?.holes ?? {};
      const keys = Object.entries(link.captures).filter(([name]) => holes[name]?.key).map(([, [value]]) => value);
      return [link.entry, link.message, ...keys].join('\u0001');
    });
    return [record.level, ...links, chain.rest?.replace(/\d+/g, '#').slice(0, 200)].join('\u0002');
  }

  #mark(links: Link[]): void {
    const { starting, started, stopping } = this.#product.milestones;
    for (const link of links) {
      if (link.foreign) continue;
      this.lastSeen.set(link.entry, this.ordinal);
      if (link.entry === starting) this.milestones.starting = this.ordinal;
      if (link.entry === started) this.milestones.started = this.ordinal;
      if (link.entry === stopping) this.milestones.stopping = this.ordinal;
      if (link.entry === this.#product.version.entry) this.version = link.captures[this.#product.version.hole]?.[0] ?? this.version;
    }
  }
}

/** A finding is what its last known link is; with an unknown end it is a cause that nobody has named yet. */
function roleOf(entries: CatalogEntry[], rest: string | null): Role {
  const last = entries.at(-1)?.role ?? 'info';
  return rest !== null && last === 'consequence' ? 'cause' : last;
}

function collect(into: Link | undefined, from: Link): void {
  if (!into) return;
  for (const [name, [value]] of Object.entries(from.captures)) {
    const values = (into.captures[name] ??= []);
    if (value !== undefined && values.length < MAX_CAPTURES && !values.includes(value)) values.push(value);
  }
}
