import type { Status, Role } from '../../engine/index.ts';
import type { Redacted } from '../../redaction/index.ts';
import type { Masked } from '../../redaction/mask-secrets.ts';
import type {
  Comparison,
  InspectedReport,
  SkippedFile,
  RefusalReason,
} from '../../intake/index.ts';
import type {
  RedactedParts,
  FinalRedactionRequest,
  RedactionRequest,
} from '../../report/redact-parts.ts';
import type { SourceRow } from '../../report/source-row.ts';

/** Where the worker loads its data from. */
export interface DataUrls {
  catalog: string;
  settings: string;
}

/**
 * Requests from the page to the worker. Each carries the id of its analysis; responses to an older
 * id are dropped.
 */
export type Request =
  | ({ kind: 'text'; text: string } & AnalysisRequest)
  | ({ kind: 'files'; files: File[] } & AnalysisRequest)
  /** Load the catalog, and warm up by analyzing samples. */
  | { kind: 'prepare'; id: number; urls: DataUrls; samples: string[] }
  /** Ask about the analyzed log; the answer has the same number. */
  | { kind: 'ask'; id: number; number: number; question: Question }
  /** Report on another source or program of the analyzed log, by its row. */
  | { kind: 'choose'; id: number; index: number }
  /** Compare later logs from after a fix with the last report. */
  | { kind: 'compare'; id: number }
  /** Stop reading, and report on what was read. */
  | { kind: 'stop'; id: number }
  | { kind: 'cancel'; id: number };

/**
 * What the page can ask about a log once its report is done, and what the worker answers, by the
 * kind of question.
 */
interface Questions {
  /** Which lines the log view can show. */
  lines: { asked: object; answer: ShownLines };
  /** Log lines by number. */
  rows: { asked: { rows: number[] }; answer: Row[] };
  /**
   * The first row of each line when wrapped at `columns`, plus the end of the last line. `lines`
   * limits it to those line numbers.
   */
  tops: { asked: { columns: number; lines: Uint32Array | null }; answer: Uint32Array };
  /** The numbers of the lines that pass a filter. */
  filter: { asked: { filter: LineFilter }; answer: Uint32Array };
  timeline: { asked: object; answer: Timeline | null };
  /** The redacted parts of a support report. */
  redact: { asked: RedactionRequest; answer: RedactedParts };
  /** The finished support report, redacted. */
  finish: { asked: FinalRedactionRequest; answer: Redacted<string> };
  /** The report with secrets masked. */
  mask: { asked: object; answer: Masked<InspectedReport> };
}

export type QuestionKind = keyof Questions;

/** A question of one kind, or of any. */
export type Question<Kind extends QuestionKind = QuestionKind> = {
  [Name in Kind]: { kind: Name } & Questions[Name]['asked'];
}[Kind];

export type AnswerTo<Kind extends QuestionKind = QuestionKind> = Questions[Kind]['answer'];

interface AnalysisRequest {
  id: number;
  urls: DataUrls;
  /** It is the log from after a fix: compare it with the first one. */
  afterFix: boolean;
}

/** The lines that the log view can show. */
export interface ShownLines {
  count: number;
  /** Line numbers if some of the log's are left out; null means 1 to `count`. */
  numbers: Uint32Array | null;
}

/** A line of the log with its physical line number. */
export interface Row {
  line: number;
  text: string;
  /** The role of its finding, or `unknown`. */
  role: LineRole | undefined;
}

/** Which lines to show; empty and null mean any. */
export interface LineFilter {
  text: string;
  level: string;
  /** Only lines that are marked with a role. */
  marked: boolean;
  /** Only lines of these findings. */
  findings: number[] | null;
  /** Minutes since 1970 in the log's own time, both ends included. */
  from: number | null;
  to: number | null;
}

/** Progress of an analysis. */
export interface Progress {
  bytes: number;
  /** Total bytes; null if unknown, as for compressed files. */
  total: number | null;
  lines: number;
  /** Bytes per second. */
  speed: number;
}

/**
 * The log over time in slices of equal length. Times are minutes since 1970 in the log's own time.
 */
export interface Timeline {
  from: number;
  /** Minutes per slice. */
  step: number;
  slices: TimeSlice[];
  /** The first line with a cause. */
  firstBad: { minute: number; line: number } | null;
  starts: { minute: number; line: number; version: string | null }[];
}

export type TimeSlice = Record<LineRole | 'other', number>;

/** Preliminary results of a running analysis. */
export interface Preview {
  product: string | null;
  status: Status;
  answers: { guide: string; since: string | null }[];
}

/** A finished analysis. */
export interface Result {
  report: InspectedReport;
  /** The sources and programs of the log, the worst first; none if there is only one. */
  sources: SourceRow[];
  /** The row of the report. */
  chosen: number;
  /** How many sources there are beyond the most that are read. */
  omitted: number;
  /** Titles of the entries, by id. */
  titles: Record<string, string>;
  /** Files that could not be read. */
  skipped: SkippedFile[];
  /** How much was read, if reading was stopped early. */
  stopped: Progress | null;
  /** Set if the log was read as the one from after a fix. */
  comparison: Comparison | null;
}

/** Responses from the worker to the page. */
export type Response =
  AnalysisResponse | { kind: 'answer'; id: number; number: number; answer: AnswerTo };

/** Responses about the analysis, which the worker sends without a question. */
export type AnalysisResponse =
  | ({ kind: 'progress'; id: number } & Progress)
  | ({ kind: 'so-far'; id: number } & Preview)
  | ({ kind: 'report'; id: number } & Result)
  | { kind: 'refused'; id: number; reason: RefusalReason }
  | { kind: 'failed'; id: number; message: string };

/** The roles that a line can be marked with, worst last. A role's code is 1 + its index. */
export const ROLES = ['harmless', 'unknown', 'consequence', 'cause'] as const satisfies readonly (
  Role | 'unknown'
)[];

export type LineRole = (typeof ROLES)[number];
