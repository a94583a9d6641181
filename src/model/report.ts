import type { Level } from './levels.ts';

/**
 * The role of a finding: why the fault happened, what followed from it, nothing to worry about, or
 * information.
 */
export const ROLES = ['cause', 'consequence', 'harmless', 'info'] as const;

export type Role = (typeof ROLES)[number];

/** How surely the evidence leads to a guide. */
export const CONFIDENCES = ['certain', 'likely', 'possible'] as const;

export type Confidence = (typeof CONFIDENCES)[number];

/** What a report can ask for if the log is not enough. */
export const QUESTIONS = [
  'whole-line',
  'start-of-log',
  'end-of-log',
  'status-code',
  'config-check',
  'still-no-data:running',
  'still-no-data:log-of-now',
  'still-no-data:clock',
  'still-no-data:host',
  'still-no-data:status',
  'version',
  'log-zone',
] as const;

/**
 * healthy: nothing is wrong. recovered: it is over, or harmless. action-needed: it is still
 * ongoing. unrecognised: not the log of a known product.
 */
export const STATUSES = ['healthy', 'recovered', 'action-needed', 'unrecognised'] as const;

export type Status = (typeof STATUSES)[number];

/** What became of data that the program had to deliver. */
export const DELIVERY_STATES = ['safe', 'late', 'lost', 'unknown'] as const;

/** An entry in a chain, with the values that its holes captured (at most 20 per hole). */
export interface Link {
  entry: string;
  message: string | null;
  /** The list is empty if the text is cut off before the hole. */
  captures: Record<string, string[]>;
  /**
   * The link's text in the first record, without the cause that follows it; at most 300
   * characters.
   */
  text: string;
  /** Whether the link lies in text of another program, such as a plugin's stderr. */
  foreign?: true;
}

/**
 * Equal chains of a log, counted together. Line numbers are physical, from 1; times are as written,
 * `YYYY-MM-DDTHH:MM:SS` without a zone.
 */
export interface Finding {
  chain: Link[];
  /** The message of its first record as the log has it, or the beginning of a long one. */
  text: string;
  /** Text in a cause hole that no entry matches. */
  rest: string | null;
  role: Role;
  level: Level | null;
  count: number;
  lines: number[];
  first: string | null;
  last: string | null;
  /** How many of its records came after `Reading.since`; absent if `since` was not set. */
  newer?: number;
  /** Whether it ends before its message does; absent if not. */
  breaksOff?: boolean;
}

/** A guide and the indexes of the findings that lead to it. */
export interface Answer {
  guide: string;
  confidence: Confidence;
  /** Whether no values and no check results are lost because of it. */
  isMinor: boolean;
  /**
   * The causes of the guide that the evidence proves or leaves possible; none if the guide has no
   * causes or the evidence says nothing about them.
   */
  causes: string[];
  /** The causes that each finding in `evidence` leaves possible; a single one is proven. */
  causesByFinding: string[][];
  state: 'ongoing' | 'recovered' | 'unknown';
  /** Whether the log ends with an attempt that the program repeats at once. */
  isTriedAgain?: true;
  evidence: number[];
  /** Findings that only follow from this fault. */
  consequences: number[];
  /** The version that fixed the fault, if it is a bug of the program; null otherwise. */
  fixedIn: string | null;
}

/**
 * by-hand: nothing is known to restart the program. by-itself: its supervisor reported that it
 * restarts the program. under-way: the program was restarted, and the log ends before the start
 * succeeded. not-needed: another process of the program is running. unknown: it is restarted if it
 * has a supervisor.
 */
export type Restart = 'by-hand' | 'by-itself' | 'under-way' | 'not-needed' | 'unknown';

/** The state of data that the program had to deliver; `to` is null while the outage lasts. */
export interface Delivery {
  state: (typeof DELIVERY_STATES)[number];
  from: string | null;
  to: string | null;
}

/**
 * The state of metric values and check results. If there were several outages, it describes the
 * ongoing one, or else the worst.
 */
export interface DataState extends Delivery {
  /** The time until which nothing is lost, unless the program is restarted. */
  deadline: string | null;
  /**
   * Time of the outage's first values that arrived too late to raise an alert, or would if they
   * arrived now; null if there are none.
   */
  blindFrom: string | null;
  /** Time of the last such values; null while the outage lasts. */
  blindTo: string | null;
  /** How often values were held back. */
  outages: number;
  /** When values were discarded according to the log, no matter what happened to the others. */
  thrown: { from: string | null; to: string | null } | null;
  /** An earlier outage whose values are lost, while another one is ongoing. */
  before: Delivery | null;
  /**
   * The longest time that the program was down before a successful start. There are no values for
   * it.
   */
  gap: Downtime | null;
  checks: Delivery;
}

/** Unknown lines of one kind: their text with values replaced by `<*>`. */
export interface UnknownLine {
  template: string;
  count: number;
  line: number;
  /** Line numbers of all of them, as in a finding. */
  lines: number[];
  /** Whether some of them came after `Reading.since`. */
  isNewer?: true;
  /** The level and the tag of the first one that has a tag of the product. */
  header?: { level: Level; tag: string };
  /** The most similar known message: a hint from which nothing is concluded. */
  nearest?: SimilarMessage;
}

/**
 * A known message and the words that differ; an empty string marks a missing word. Empty if only
 * punctuation differs.
 */
export interface SimilarMessage {
  entry: string;
  template: string;
  differs: { known: string; found: string }[];
}

/** Information that a decision needs; the text for each key is in words/<lang>.json. */
export type FollowUpKey = (typeof QUESTIONS)[number] | `guide:${string}`;

/** What the engine returns for a log. */
export interface Report {
  /** The host, pod or container that it is about, if the log names several; null otherwise. */
  source: string | null;
  product: string | null;
  /** The line that names the product, if only that shows whose log it is; null otherwise. */
  namedAt: number | null;
  /**
   * The program that the log belongs to, if it is related to the product but has no messages in the
   * catalog; null otherwise.
   */
  sibling: string | null;
  /** The programs that wrote a log of no known product, as far as their names are in it. */
  others: string[];
  version: string | null;
  /**
   * Set if the program stopped or was asked to stop, and was not started afterwards. `at` is when,
   * as written; null if no line about it has a time.
   */
  stopped: { at: string | null } | null;
  /** The hosts that the log names, in order. One server has several if it was registered again. */
  hosts: string[];
  /** The host that was retired last, and when, as written; null if none was. */
  retired: { host: string; at: string | null } | null;
  /** The versions that print this log's wordings; null for an open end. */
  wording: Wording;
  /** The earliest and the latest time of a record. */
  span: { from: string | null; to: string | null };
  status: Status;
  exited: boolean;
  /** The index of the finding that made the program exit; null if it did not exit. */
  exitedBy: number | null;
  /**
   * What became of the last start, if the log does not show that it succeeded: the program exited,
   * was still trying when the log ends, or the log ends before anything more happened; null
   * otherwise.
   */
  startup: 'failed' | 'under-way' | 'unconfirmed' | null;
  /** How a program that exited because of a fault is restarted; null if it did not exit. */
  restart: Restart | null;
  data: DataState;
  answers: Answer[];
  /**
   * The guide for a short paste of known messages that any program may print, in case a product
   * wrote them; null if there is no such guide.
   */
  ifOwn: string | null;
  findings: Finding[];
  unknown: UnknownLine[];
  missing: FollowUpKey[];
  /**
   * Records and unknown lines that are only counted here because there are too many kinds of them.
   */
  folded: { records: number; unknown: number };
  lines: { total: number; problem: number; explained: number };
}

/** The versions that print a finding's wordings, as far as the catalog knows. */
export interface Wording {
  since: string | null;
  until: string | null;
}

/** A time that the program was down, as written. */
export interface Downtime {
  from: string;
  to: string;
}

/** When and where a log is read, because the engine has no clock of its own. */
export interface Reading {
  /** Milliseconds since 1970-01-01 UTC. */
  now?: number;
  /** How many minutes the reader's clock is ahead of UTC. */
  offset?: number;
  /** A time as written: findings and unknown lines tell whether they came after it. */
  since?: string | null;
  /** Whether unknown lines of every level are listed, and not only problems. */
  everyLevel?: boolean;
}

/** The data state if the log says nothing about it. */
export const UNKNOWN_DATA: DataState = {
  state: 'unknown',
  from: null,
  to: null,
  deadline: null,
  blindFrom: null,
  blindTo: null,
  outages: 0,
  thrown: null,
  before: null,
  gap: null,
  checks: { state: 'unknown', from: null, to: null },
};
