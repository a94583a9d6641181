import type { Restart } from '../engine/report.ts';
import type { BlockFault } from '../inspect/report.ts';

/** What a report says around its answers, in both languages. Times are as written in the log. */
export interface ReportText {
  status: Record<'healthy' | 'harmless' | 'unrecognised' | 'empty', string>;
  urgency: {
    now: string;
    by(deadline: string): string;
    look: string;
    nothing: string;
    down: string;
    figures: string;
  };
  /** Said of an answer that is only possible. */
  notCertain: string;
  /** A title of what is over, where its guide has no sentence for it. */
  over(title: string): string;
  isOver: string;
  /** When something was that is over, and where the log ends without it. */
  wasSeen(from: string, to: string, ends: string | null): string;
  unknownOnly(lines: number): string;
  unknownToDo: string;
  unknownToo(lines: number): string;
  unanswered: string;
  unansweredToDo: string;
  restart: Record<Exclude<Restart, 'not-needed'>, string>;
  stopped(time: string): string;
  /** The verdict on a log whose last word is that the agent was asked to stop, and what to do. */
  down(time: string): string;
  downToDo: string;
  /** How many faults have nothing to do with one another. */
  faults(count: number): string;
  /** In the place of an answer's title, where the verdict has said it. */
  inFull: string;
  retired(host: string, time: string | null): string;
  hosts(count: number, ids: string[]): string;
  data: {
    late(from: string, to: string | null): string;
    lost(from: string, to: string | null): string;
    stopped(from: string): string;
    thrown(from: string, to: string): string;
    repeated(count: number): string;
    /** What came before the queue was full. */
    waiting(from: string, to: string): string;
    deadline(time: string): string;
    /** In its place, once that time has passed. */
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
  thisLogOnly(lastTime: string | null): string;
  more(count: number): string;
  /** The title of something folded, with how much is in it. */
  counted(title: string, count: number): string;
  lines(numbers: string): string;
  times(count: number): string;
  parts: Record<
    'When' | 'Do' | 'Apart' | 'Signs' | 'Causes' | 'Fix' | 'Verify' | 'Dont' | 'Send',
    string
  >;
  why: string;
  others: string;
  consequences: string;
  harmless: string;
  unknown: string;
  unknownHint: string;
  /** The known message that an unknown line is like, and what it says instead. */
  nearest(entry: string, differs: { known: string; found: string }[]): string;
  folded(count: number): string;
  missing: string;
  stillNoData: string;
  unrecognisedHint: string;
  anyProgram: string;
  sibling(program: string): string;
  siblingHint: string;
  filled: string;
  /** Said of a command: what in it is nobody's, and has to be replaced. */
  example(values: string[]): string;
  explained(explained: number, problem: number): string;
  /** What is said above a report for support that was opened again. */
  reopened: {
    title: string;
    broken: string;
    held(held: number, total: number): string;
    thin: string;
    catalog(made: string, own: string): string;
    unfilled: string;
    leave: string;
    problem: Record<Exclude<BlockFault['problem'], 'unknown-format'>, string>;
    format(format: number): string;
    around: string;
  };
}
