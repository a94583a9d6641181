import type { Restart, Status } from '../model/report.ts';
import type { PayloadFault } from '../model/inspection.ts';

/** Text of a report around its answers. Times are as written in the log. */
export interface ReportText {
  status: Record<'healthy' | 'harmless' | 'unrecognised' | 'empty', string>;
  urgency: {
    now: string;
    by(deadline: string): string;
    look: string;
    nothing: string;
    figures: string;
  };
  /** Note on an answer that is only possible. */
  notCertain: string;
  /** The headline of an answer that is only possible. */
  couldBe(title: string): string;
  /** The possible causes, if the log leaves the cause open. */
  openCause(causes: string[]): string;
  /** Follows the possible causes if the first step finds out which one it is. */
  firstStepTells: string;
  /** The title of a step for an agent in this state, if the log does not show the state. */
  ifAgent: Record<'running' | 'stopped', (title: string) => string>;
  /** Title of a resolved fault whose guide has no past-tense sentence. */
  over(title: string): string;
  /** A further fault, last seen at `time`. */
  overAt(time: string, what: string): string;
  /** What the cause of a fault was that is over. */
  was(cause: string): string;
  isOver: string;
  /** When a resolved fault occurred, and when the log ends without it. */
  wasSeen(from: string, to: string, ends: string | null): string;
  unknownOnly(lines: number): string;
  unknownToDo: string;
  unknownToo(lines: number): string;
  unanswered: string;
  unansweredToDo: string;
  restart: Record<Exclude<Restart, 'not-needed'>, string>;
  stopped(time: string): string;
  /** What to do about an agent that was stopped although nothing is wrong. */
  ifUnintended: string;
  downToDo: string;
  /** Heading of several independent faults. */
  faults(count: number): string;
  /** Replaces an answer's title if the verdict already gave it. */
  inFull: string;
  retired(host: string, time: string | null): string;
  hosts(count: number, ids: string[]): string;
  data: {
    late(from: string, to: string | null): string;
    lost(from: string, to: string | null): string;
    stopped(from: string): string;
    thrown(from: string, to: string): string;
    repeated(count: number): string;
    /** The values that were queued before the queue was full. */
    waiting(from: string, to: string): string;
    deadline(time: string): string;
    /** Replaces `deadline` once that time has passed. */
    passed(time: string): string;
    before(from: string, to: string | null): string;
    gap(from: string, to: string): string;
    blind(minutes: number, from: string, to: string | null): string;
  };
  checks: Record<'late' | 'lost' | 'unknown', (from: string, to: string | null) => string>;
  zone(zone: string): string;
  wording(since: string | null, until: string | null): string;
  fixed(fixedIn: string, version: string | null): string;
  confidence: Record<'certain' | 'likely' | 'possible', string>;
  state: Record<'ongoing' | 'recovered' | 'unknown' | 'harmless', string>;
  version(version: string, released: string | null): string;
  outdated(newest: string, released: string): string;
  changed(version: string, text: string): string;
  thisLogOnly(lastTime: string | null): string;
  more(count: number): string;
  /** Title of a collapsed section, with the number of its items. */
  counted(title: string, count: number): string;
  lines(numbers: string): string;
  times(count: number): string;
  parts: Record<
    'When' | 'Do' | 'Apart' | 'Signs' | 'Causes' | 'Fix' | 'Verify' | 'Dont' | 'Send',
    string
  >;
  why: string;
  /** Heading of further facts, which the steps do not depend on. */
  details: string;
  others: string;
  consequences: string;
  harmless: string;
  unknown: string;
  unknownHint: string;
  /** What is known of an unknown line: that the product wrote it, with this level and tag. */
  knownHeader(header: string): string;
  /** Introduces the guide on what to collect for support. */
  toReport: string;
  /** The known message that an unknown line resembles, and how they differ. */
  nearest(entry: string, differs: { known: string; found: string }[]): string;
  folded(count: number): string;
  missing: string;
  stillNoData: string;
  unrecognisedHint: string;
  anyProgram: string;
  sibling(program: string): string;
  siblingHint: string;
  filled: string;
  /** Note on a command: the example values that the reader has to replace. */
  example(values: string[]): string;
  explained(explained: number, problem: number): string;
  /** The table of the hosts, pods and containers of a log. */
  sources: {
    title(count: number): string;
    columns: Record<'file' | 'source' | 'status' | 'answer' | 'since', string>;
    status: Record<Status, string>;
    /** Replaces the table's rows beyond the most that are read. */
    omitted(count: number): string;
    /** The number of files and of their sources, and how many have each status. */
    total(files: number, sources: number, statuses: [status: string, count: number][]): string;
  };
  /** Text above a reopened support report. */
  reopened: {
    title: string;
    broken: string;
    held(held: number, total: number): string;
    thin: string;
    catalog(made: string, own: string): string;
    unfilled: string;
    leave: string;
    problem: Record<Exclude<PayloadFault['problem'], 'unknown-format'>, string>;
    format(format: number): string;
    around: string;
  };
}
