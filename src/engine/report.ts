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
}

/** A guide with the findings (indexes) that lead to it. */
export interface Answer {
  guide: string;
  confidence: Confidence;
  state: 'ongoing' | 'recovered' | 'unknown';
  evidence: number[];
  /** Findings that only follow from this fault. */
  consequences: number[];
}

/** What happened to the values that the agent had to deliver. */
export interface DataState {
  state: 'safe' | 'late' | 'lost' | 'unknown';
  from: string | null;
  to: string | null;
  /** Until when nothing is lost, if the agent is not restarted. */
  deadline: string | null;
}

/** A kind of unknown lines: the text with its values as `<*>`. */
export interface UnknownLine {
  template: string;
  count: number;
  line: number;
}

/** What is missing to decide; the words for each key are in words/<lang>.json. */
export type MissingKey = 'start-of-log' | 'status-code' | 'still-no-data';

/** What the engine returns for a log. */
export interface Report {
  product: string | null;
  version: string | null;
  status: Status;
  exited: boolean;
  data: DataState;
  answers: Answer[];
  findings: Finding[];
  unknown: UnknownLine[];
  missing: MissingKey[];
  lines: { total: number; problem: number; explained: number };
}
