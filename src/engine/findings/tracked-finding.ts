/** A finding while the log is read. */
import type { CatalogEntry } from '../../model/catalog.ts';
import { type Chain, linksOf } from '../chains/chain-links.ts';
import type { Cluster } from './unknown-clusters.ts';
import { LEVEL_OF_NUMBER } from '../headers/levels.ts';
import type { ProductMatcher } from '../templates/matcher.ts';
import type { Finding, Link, Role } from '../../model/report.ts';
import type { ByteRange } from '../lines/byte-range.ts';
import { decode } from '../lines/bytes.ts';
import { writeTime } from '../headers/timestamps.ts';
import type { Collection } from './captured-values.ts';
import type { LifecycleEvent } from './lifecycle-events.ts';
import type { CheckReportResponse } from './outages.ts';

/** Bytes of a message that are kept. */
const MAX_TEXT = 1000;

/** A finding with the data that the answers need. */
export interface TrackedFinding extends Finding {
  index: number;
  /** Entries of the chain, without links in foreign text. */
  entries: CatalogEntry[];
  firstOrdinal: number;
  lastOrdinal: number;
  /**
   * For a message that the program prints when it exits: the ordinal of the last record that no
   * request to stop preceded, or -1.
   */
  lastUnrequested: number;
  /** For a message that only a start prints: the number of starts before its last record, or -1. */
  starts: number;
  isProblem: boolean;
  /**
   * Whether its text was truncated or begins with unknown words, so that no answer based on it is
   * certain.
   */
  isCut: boolean;
  /** Whether its text ends within a quotation of another program's text. */
  isUnclosed: boolean;
  ends: 'program' | 'command' | null;
  /** For a cut text: the links of each message that it may begin; empty if there is only one. */
  family: Link[][];
}

/** A finding and its counters while the log is read. */
export interface TrackedCounters {
  finding: TrackedFinding;
  /** Literal bytes of its first record. */
  literal: number;
  count: number;
  lastOrdinal: number;
  firstTime: number;
  lastTime: number;
  /** Its lines, in the order of its records. */
  lines: number[];
  /** The number of records after `since`. */
  newer: number;
  /** The values captured so far, by link and hole; empty when all are full. */
  collections: Collection[];
  /** Whether it is about the program's lifetime or version. */
  isLifecycleEvent: boolean;
  /** Whether it begins or ends an outage. */
  isOutageEvent: boolean;
  /** Whether it is about a check report. */
  isReport: boolean;
  /**
   * The meaning that all its records share, or null if it is not known yet or depends on their
   * values.
   */
  known: MessageMeaning | null;
}

/** The meaning of a message that may recur. */
export interface MessageMeaning {
  /** Its finding, or null if it is unknown. */
  tracked: TrackedCounters | null;
  /** The cluster of an unknown message, or null if it reports no problem. */
  cluster: Cluster | null;
  isProblem: boolean;
  isExplained: boolean;
  response: CheckReportResponse | null;
  events: LifecycleEvent | null;
}

/** Create the meaning of an unknown message. */
export function unknownMeaning(cluster: Cluster | null): MessageMeaning {
  return {
    tracked: null,
    cluster,
    isProblem: cluster !== null,
    isExplained: false,
    response: null,
    events: null,
  };
}

/**
 * The first record of a finding.
 *
 * @property isAtProblemLevel whether its level alone makes it a problem
 */
interface NewRecord {
  ordinal: number;
  level: number;
  time: number;
  chain: Chain;
  rest: ByteRange | null;
  isAtProblemLevel: boolean;
}

/** Create a finding from its first record, before anything is counted. */
export function openFinding(
  entriesOf: ProductMatcher['entries'],
  index: number,
  { ordinal, level, time, chain, rest, isAtProblemLevel }: NewRecord,
): TrackedFinding {
  const links = linksOf(chain);
  const entries = links.flatMap((link) => (link.foreign ? [] : (entriesOf.get(link.entry) ?? [])));
  const ends = chain.rule.entry.ends ?? null;
  const isHarmless = isOnlyHarmless(entries, entriesOf.get(links.at(-1)?.entry ?? ''), chain);
  const role = isHarmless ? 'harmless' : roleOf(entries, rest !== null);
  return {
    index,
    chain: links,
    text: decode(chain.bytes, chain.from, Math.min(chain.end, chain.from + MAX_TEXT)),
    rest: rest && decode(rest.bytes, rest.from, rest.to),
    role,
    level: LEVEL_OF_NUMBER[level] ?? null,
    count: 0,
    lines: [],
    first: writeTime(time),
    last: null,
    entries,
    firstOrdinal: ordinal,
    lastOrdinal: ordinal,
    lastUnrequested: -1,
    starts: -1,
    ends,
    isCut: chain.isTruncated,
    isUnclosed: chain.isUnclosed,
    family: chain.family?.map(linksOf) ?? [],
    // The severity of a message without a header is unknown.
    isProblem:
      isAtProblemLevel ||
      ends !== null ||
      role === 'cause' ||
      isHarmless ||
      (level === 0 && role === 'consequence'),
  };
}

/**
 * Return whether a message passes on text of another program that is harmless. A relaying message
 * has such a link only if the whole text is harmless.
 */
function isOnlyHarmless(
  entries: readonly CatalogEntry[],
  last: CatalogEntry | undefined,
  { isUnclosed }: Chain,
): boolean {
  const relaying = entries.at(-1);
  return !isUnclosed && relaying?.relays === true && last?.role === 'harmless';
}

/**
 * Return the role of a finding: that of its last known link, or cause if its end is unknown. A
 * harmless link, or one that only adds information, does not make the message above it harmless.
 */
function roleOf(entries: CatalogEntry[], hasRest: boolean): Role {
  const [first, last] = [entries[0]?.role ?? 'info', entries.at(-1)?.role ?? 'info'];
  if (last === 'info' || (last === 'harmless' && first === 'cause')) return first;
  return hasRest && last === 'consequence' ? 'cause' : last;
}
