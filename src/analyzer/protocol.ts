import type { Redacted, Status } from '../engine/index.ts';
import type { Masked } from '../engine/mask.ts';
import type { Comparison, InspectedReport, Skipped, Unread } from '../inspect/index.ts';
import type { RedactedParts, ToFinish, ToRedact } from '../letter/index.ts';
import type { LineRole } from './line-roles.ts';

/** Where the worker gets what it knows. */
export interface Urls {
  catalog: string;
  settings: string;
}

/** What the page asks of the worker. Every request of an analysis carries its id; answers to an older id are dropped. */
export type Request =
  | ({ kind: 'text'; text: string } & ToRead)
  | ({ kind: 'files'; files: File[] } & ToRead)
  /** Load what every reading needs, and try it on logs. */
  | { kind: 'prepare'; id: number; urls: Urls; samples: string[] }
  | { kind: 'lines'; id: number }
  | { kind: 'rows'; id: number; rows: number[] }
  | { kind: 'tops'; id: number; columns: number; lines: Uint32Array | null }
  | { kind: 'filter'; id: number; filter: LineFilter }
  | { kind: 'timeline'; id: number }
  | ({ kind: 'redact'; id: number } & ToRedact)
  | ({ kind: 'finish'; id: number } & ToFinish)
  /** Ask for the report without secrets. */
  | { kind: 'mask'; id: number }
  /** Compare what comes after a fix with what was read last. */
  | { kind: 'compare'; id: number }
  /** End the reading and report on what was read. */
  | { kind: 'stop'; id: number }
  | { kind: 'cancel'; id: number };

interface ToRead {
  id: number;
  urls: Urls;
  /** It was taken after a fix: compare it with the first one. */
  afterFix: boolean;
}

/** The lines that the log view can show. */
export interface ShownLines {
  count: number;
  /** Their numbers where some of the log's are left out; null where they go from 1. */
  numbers: Uint32Array | null;
}

/** A line of the log, by its physical number. */
export interface Row {
  line: number;
  text: string;
  /** Of the finding that it belongs to, or of what is unknown. */
  role: LineRole | undefined;
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

export type Slice = Record<LineRole | 'other', number>;

/** What a reading has found so far. */
export interface SoFar {
  product: string | null;
  status: Status;
  answers: { guide: string; since: string | null }[];
}

/** A finished analysis. */
export interface Result {
  report: InspectedReport;
  /** What the entries are called. */
  titles: Record<string, string>;
  /** Files of several that were not read. */
  skipped: Skipped[];
  /** Set where the reading was stopped: only so much was read. */
  stopped: Progress | null;
  /** Set where it was read as the log from after a fix. */
  comparison: Comparison | null;
}

/** What the worker answers. */
export type Response =
  | ({ kind: 'progress'; id: number } & Progress)
  | ({ kind: 'so-far'; id: number } & SoFar)
  | ({ kind: 'report'; id: number } & Result)
  | { kind: 'lines'; id: number; lines: ShownLines }
  | { kind: 'rows'; id: number; rows: Row[] }
  | { kind: 'tops'; id: number; tops: Uint32Array }
  | { kind: 'filtered'; id: number; lines: Uint32Array }
  | { kind: 'timeline'; id: number; timeline: Timeline | null }
  | ({ kind: 'redacted'; id: number } & RedactedParts)
  | ({ kind: 'finished'; id: number } & Redacted<string>)
  | { kind: 'masked'; id: number; report: Masked<InspectedReport> }
  | { kind: 'refused'; id: number; reason: Unread }
  | { kind: 'failed'; id: number; message: string };
