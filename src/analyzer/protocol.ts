import type { Replacement, Role } from '../engine/index.ts';
import type { Refusal } from '../inspect/index.ts';
import type { InspectedReport } from '../inspect/index.ts';

/** Where the worker gets what it knows. */
export interface Urls {
  catalog: string;
  settings: string;
}

/** Why something was not read. */
export type Unread = Refusal | 'gzip' | 'damaged-zip' | 'too-large';

/** What the page asks of the worker. Every request of an analysis carries its id; answers to an older id are dropped. */
export type Request =
  | { kind: 'text'; id: number; urls: Urls; text: string }
  | { kind: 'files'; id: number; urls: Urls; files: File[] }
  | { kind: 'rows'; id: number; rows: number[] }
  | { kind: 'filter'; id: number; filter: LineFilter }
  | ({ kind: 'redact'; id: number } & ToRedact)
  /** End the reading and report on what was read. */
  | { kind: 'stop'; id: number }
  | { kind: 'cancel'; id: number };

/** What is to be redacted together with the report: lines of the log by their numbers, and texts of the page. */
export interface ToRedact {
  lines: number[];
  texts: string[];
  /** Stand-ins whose values stay; those of keys never do. */
  leave: ReadonlySet<string>;
}

/** The same without private values. */
export interface RedactedParts {
  lines: string[];
  report: InspectedReport;
  texts: string[];
  replacements: Replacement[];
}

/** A line of the log, by its physical number. */
export interface Row {
  line: number;
  text: string;
  /** Of the finding that it belongs to. */
  role: Role | undefined;
}

/** The levels that a line can have, worst first. */
export const LEVELS = ['CRITICAL', 'ERROR', 'WARNING', 'INFO', 'DEBUG', 'TRACE'] as const;

/** What lines are to be shown; empty and null mean any. */
export interface LineFilter {
  text: string;
  level: string;
  /** Only lines with a mark of a finding. */
  marked: boolean;
  /** Only lines of these findings. */
  findings: number[] | null;
  /** Minutes since 1970 as the log writes its time, both ends included. */
  from: number | null;
  to: number | null;
}

/** How far a reading is. */
export interface Progress {
  bytes: number;
  /** Bytes of everything; null where it is not known, as in what was packed. */
  total: number | null;
  lines: number;
  /** Bytes a second. */
  speed: number;
}

/** The log over time, in slices of equal length. Minutes since 1970 as the log writes its time. */
export interface Timeline {
  from: number;
  /** Minutes of a slice. */
  step: number;
  slices: Slice[];
  /** The first minute with a cause. */
  firstBad: { minute: number; line: number } | null;
  starts: { minute: number; line: number; version: string | null }[];
}

export interface Slice {
  cause: number;
  consequence: number;
  harmless: number;
  other: number;
}

/** A finished analysis. */
export interface Result {
  report: InspectedReport;
  /** Lines that the log view can show. */
  kept: number;
  timeline: Timeline | null;
  /** Files of several that were not read. */
  skipped: { name: string; reason: Unread }[];
  /** Set where the reading was stopped: only so much was read. */
  stopped: Progress | null;
}

/** What the worker answers. */
export type Response =
  | ({ kind: 'progress'; id: number } & Progress)
  | ({ kind: 'report'; id: number } & Result)
  | { kind: 'rows'; id: number; rows: Row[] }
  | { kind: 'filtered'; id: number; lines: Uint32Array }
  | ({ kind: 'redacted'; id: number } & RedactedParts)
  | { kind: 'refused'; id: number; reason: Unread }
  | { kind: 'failed'; id: number; message: string };
