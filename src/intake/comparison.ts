/**
 * The change of an answer between the two logs.
 * - gone: proven over.
 * - quiet: not seen again, which proves nothing yet.
 * - still: seen again.
 * - new: not in the first log.
 */
export type AnswerChange = (typeof CHANGES)[number];

/** All changes, worst first. */
export const CHANGES = ['still', 'new', 'quiet', 'gone'] as const;

/** An answer of either log, compared with the other log. */
export interface ComparedAnswer {
  guide: string;
  change: AnswerChange;
  /** Last time of the deciding lines, as written. */
  last: string | null;
  /** For still: the guide is the same, but none of its findings was in the first log. */
  differs: boolean;
  /** For quiet: why the silence proves nothing. For gone: what remains to be done. */
  because: 'restart' | 'short' | 'not-running' | 'no-period' | 'no-times' | 'not-shown' | null;
  /** For short: when the silence will be long enough. */
  until: string | null;
}

/** A value that differs between the logs. */
export interface ValueChange {
  before: string;
  after: string;
}

/** The comparison of a log taken after a fix with the one before. Times as written in the logs. */
export interface Comparison {
  /** Why the logs cannot be compared; null if they can. */
  refusal: 'unrecognised' | 'other-host' | 'not-newer' | null;
  before: { from: string | null; to: string | null };
  after: { from: string | null; to: string | null };
  /**
   * - overlap: only lines after the first log's end count.
   * - gap: nothing is known about the time between the logs.
   * - whole: a log has no times, so all lines count.
   */
  order: 'overlap' | 'gap' | 'whole';
  answers: ComparedAnswer[];
  /** Number of kinds of unknown lines that the first log did not have. */
  unknown: number;
  /** Time of the last complete start after the first log's end; null if there is none. */
  started: string | null;
  hostId: ValueChange | null;
  hostName: ValueChange | null;
  version: ValueChange | null;
  /**
   * - worked: everything is gone and nothing else needs action.
   * - still: something reappeared.
   * - other: something else needs action.
   * - open: not decided yet.
   * - none: there was nothing to compare.
   */
  outcome: 'worked' | 'still' | 'other' | 'open' | 'none';
}
