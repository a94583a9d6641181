/** What became of an answer of the first log. gone: proven over. quiet: not seen again, which proves nothing yet. still: seen again. new: the first log had no such thing. */
export type Change = (typeof CHANGES)[number];

/** All of them, worst first. */
export const CHANGES = ['still', 'new', 'quiet', 'gone'] as const;

/** An answer of either log, beside the other log. */
export interface ComparedAnswer {
  guide: string;
  change: Change;
  /** When the lines that decide were last seen, as written. */
  last: string | null;
  /** still: none of its lines is one of the first log's, only the guide is the same. */
  differs: boolean;
  /** quiet: why silence proves nothing here. gone: what is still to be done for it. */
  because: 'restart' | 'short' | 'not-running' | 'no-period' | 'no-times' | 'not-shown' | null;
  /** short: when the silence would be long enough. */
  until: string | null;
}

/** How a value of the first log reads in the second. */
export interface Changed {
  before: string;
  after: string;
}

/** What a log that was taken after a fix says beside the first one. Times as written in the logs. */
export interface Comparison {
  /** Why it says nothing of the fix; null where it does. */
  refusal: 'unrecognised' | 'other-host' | 'not-newer' | 'other-zone' | null;
  before: { from: string | null; to: string | null };
  after: { from: string | null; to: string | null };
  /** overlap: only what comes after the first log's end counts. gap: nothing is known of the time in between. whole: without times nothing is left out. */
  order: 'overlap' | 'gap' | 'whole';
  answers: ComparedAnswer[];
  /** Kinds of unknown lines that the first log did not have. */
  unknown: number;
  /** The last complete start after the first log's end; null where none is shown. */
  started: string | null;
  hostId: Changed | null;
  hostName: Changed | null;
  version: Changed | null;
  /** worked: all is gone, and nothing else has to be done. still: something is there again. other: something else has to be done. open: not decided yet. none: there was nothing to be compared. */
  outcome: 'worked' | 'still' | 'other' | 'open' | 'none';
}
