import type { Wording } from './answers/version.ts';
import type { Gap } from './findings/lifetime.ts';

/** Whose fault a finding is: why it happened, what followed, or nothing to worry about. */
export type Role = 'cause' | 'consequence' | 'harmless' | 'info';

/** certain: the whole chain is there. likely: its last link is. possible: something else explains it equally well. */
export type Confidence = 'certain' | 'likely' | 'possible';

/** healthy: nothing wrong. recovered: over, or harmless. action-needed: still there. unrecognised: not a known product's log. */
export type Status = 'healthy' | 'recovered' | 'action-needed' | 'unrecognised';

export type Level = 'TRACE' | 'DEBUG' | 'INFO' | 'WARNING' | 'ERROR' | 'CRITICAL';

/** One entry in a chain, with the values that its holes took (at most 20 a hole). */
export interface Link {
  entry: string;
  message: string | null;
  captures: Record<string, string[]>;
  /** What stands in the log for this link, without the cause that follows; of the first line, at most 300 characters. */
  text: string;
  /** The link stands in text of another program, such as a plugin's stderr. */
  foreign?: true;
}

/** Equal chains of a log, coalesced. Line numbers are physical and begin at 1; times are as written, `YYYY-MM-DDTHH:MM:SS` without a zone. */
export interface Finding {
  chain: Link[];
  /** Text in a cause hole that no entry knows. */
  rest: string | null;
  role: Role;
  level: Level | null;
  count: number;
  lines: number[];
  first: string | null;
  last: string | null;
  /** How many of them came after `Reading.since`; absent where nothing was asked. */
  newer?: number;
}

/** A guide with the findings (indexes) that lead to it. */
export interface Answer {
  guide: string;
  confidence: Confidence;
  state: 'ongoing' | 'recovered' | 'unknown';
  evidence: number[];
  /** Findings that only follow from this fault. */
  consequences: number[];
  /** The fault is the program's own, and this version mended it; null where it is not a question of the version. */
  fixedIn: string | null;
}

/**
 * by-hand: nothing is seen that starts it. by-itself: what watches over it said that it starts it again. under-way: it was started
 * again, and the log ends before that has succeeded. not-needed: another process of it runs.
 */
export type Restart = 'by-hand' | 'by-itself' | 'under-way' | 'not-needed';

/** What became of what the agent had to deliver, and from when to when; `to` is null while it lasts. */
export interface Delivery {
  state: 'safe' | 'late' | 'lost' | 'unknown';
  from: string | null;
  to: string | null;
}

/** What happened to the values, and to the results of checks. Of several outages the one that lasts, else the gravest. */
export interface DataState extends Delivery {
  /** Until when nothing is lost, if the agent is not restarted. */
  deadline: string | null;
  /** The first values of the outage that came, or would come now, too late to raise an alert; null where none did. */
  blindFrom: string | null;
  /** The last of them; null while it lasts. */
  blindTo: string | null;
  /** How often values were held back. */
  outages: number;
  /** When the log says that values were given up on, whatever became of the others. */
  thrown: { from: string | null; to: string | null } | null;
  /** An earlier outage whose values are gone, while another one lasts. */
  before: Delivery | null;
  /** The longest time in which the agent was not up, before a start that succeeded: of it there are no values. */
  gap: Gap | null;
  checks: Delivery;
}

/** A kind of unknown lines: the text with its values as `<*>`. */
export interface UnknownLine {
  template: string;
  count: number;
  line: number;
  /** All of them, as in a finding. */
  lines: number[];
  /** Some of them came after `Reading.since`. */
  isNewer?: true;
  /** The known message that it is most like: a hint, from which nothing follows. */
  nearest?: Nearest;
}

/** A known message and what a line says instead; an empty text where a word is missing on one side. Where only marks differ, none does. */
export interface Nearest {
  entry: string;
  template: string;
  differs: { known: string; found: string }[];
}

/** What is missing to decide; the words for each key are in words/<lang>.json. */
export type MissingKey =
  | 'start-of-log'
  | 'status-code'
  | 'config-check'
  | `still-no-data:${'running' | 'log-of-now' | 'clock' | 'host' | 'status'}`
  | 'version'
  | 'log-zone'
  | `guide:${string}`;

/** What the engine returns for a log. */
export interface Report {
  product: string | null;
  /** Another program, near the product, that the log names as its own and whose messages are not known; null where there is none. */
  sibling: string | null;
  version: string | null;
  /** When the agent was last asked to stop, as written, where it was not seen to start after that. */
  stopped: string | null;
  /** The hosts that the log names, in order: more than one in the log of one server, where it was registered anew. */
  hosts: string[];
  /** The host that was retired last, and when as written; null where none was. */
  retired: { host: string; at: string | null } | null;
  /** Between which versions the wordings of the log were printed; null for an end that none of them limits. */
  wording: Wording;
  /** The zone of the log's times, such as `+09:00`, where the log itself proves it. */
  zone: string | null;
  /** The earliest and the latest time of a record. */
  span: { from: string | null; to: string | null };
  status: Status;
  exited: boolean;
  /** How an agent that ended because of a fault comes up again; null where it did not. */
  restart: Restart | null;
  data: DataState;
  answers: Answer[];
  findings: Finding[];
  unknown: UnknownLine[];
  missing: MissingKey[];
  /** Records and unknown lines that are counted here only, because there are too many kinds of them. */
  folded: { records: number; unknown: number };
  lines: { total: number; problem: number; explained: number };
}
