/** A finding while the log is read, and what is kept of it. */
import type { CatalogEntry } from '../catalog.ts';
import type { Chain } from '../chain.ts';
import type { Cluster } from '../cluster.ts';
import { LEVELS } from '../levels.ts';
import { linksOf } from '../links.ts';
import type { Matcher } from '../matcher.ts';
import type { Finding, Role } from '../report.ts';
import type { Slice } from '../slices.ts';
import { decode } from '../text.ts';
import { writeTime } from '../times.ts';
import type { Collection, Place } from './collect.ts';
import type { Mark } from './marks.ts';
import type { ReportAnswer } from './outages.ts';

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
export interface Tracked {
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
export interface Known {
  /** Its finding; null where nobody knows it. */
  tracked: Tracked | null;
  /** Where it is counted if nobody knows it; null where it tells of no trouble. */
  cluster: Cluster | null;
  isProblem: boolean;
  isExplained: boolean;
  answer: ReportAnswer | null;
  mark: Mark | null;
  /** Where its digits are values that are collected, if a message of its shape means the same. */
  places: Place[] | null;
}

/** What a message meant that nobody knows. */
export function unknown(cluster: Cluster | null): Known {
  return {
    tracked: null,
    cluster,
    isProblem: cluster !== null,
    isExplained: false,
    answer: null,
    mark: null,
    places: null,
  };
}

/** A record that is the first of its finding. `isLoud`: its level alone makes it a problem. */
interface NewRecord {
  ordinal: number;
  level: number;
  time: number;
  chain: Chain;
  rest: Slice | null;
  isLoud: boolean;
}

/** Open a finding for a record: what its chain tells, before anything is counted. */
export function openFinding(
  entriesOf: Matcher['entries'],
  index: number,
  { ordinal, level, time, chain, rest, isLoud }: NewRecord,
): TrackedFinding {
  const links = linksOf(chain);
  const entries = links.flatMap((link) => (link.foreign ? [] : (entriesOf.get(link.entry) ?? [])));
  const ends = chain.rule.entry.ends ?? null;
  const role = roleOf(entries, rest !== null);
  return {
    index,
    chain: links,
    rest: rest && decode(rest.bytes, rest.from, rest.to),
    role,
    level: LEVELS[level] ?? null,
    count: 0,
    lines: [],
    first: writeTime(time),
    last: null,
    entries,
    firstOrdinal: ordinal,
    lastOrdinal: ordinal,
    lastUnasked: -1,
    starts: -1,
    ends,
    isCut: chain.cut,
    // Without its head nobody knows how loud a message was.
    isProblem:
      isLoud || ends !== null || role === 'cause' || (level === 0 && role === 'consequence'),
  };
}

/**
 * A finding is what its last known link is; with an unknown end it is a cause that nobody has named yet. What is harmless by itself
 * does not excuse the message that it is the reason of, nor does what tells more about it.
 */
function roleOf(entries: CatalogEntry[], hasRest: boolean): Role {
  const [first, last] = [entries[0]?.role ?? 'info', entries.at(-1)?.role ?? 'info'];
  if (last === 'info' || (last === 'harmless' && first === 'cause')) return first;
  return hasRest && last === 'consequence' ? 'cause' : last;
}
