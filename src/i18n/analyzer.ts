import type { RefusalReason } from '../intake/index.ts';

/** Interface text of the analyzer around a report. */
export interface AnalyzerText {
  label: string;
  placeholder: string;
  privacy: string;
  proof: string;
  chooseFiles: string;
  /** Shown on devices with a mouse. */
  drop: string;
  formats: string;
  examples: string;
  clear: string;
  another: string;
  cancel: string;
  working(bytes: string, lines: string): string;
  workingShort: string;
  tooLarge(bytes: string): string;
  /** Label of the collapsed input box: the file's name and its number of lines. */
  held(name: string | null, lines: number): string;
  failed: string;
  unloaded: string;
  retry: string;
  copy: string;
  copied: string;
  notCopied: string;
  log: string;
  logLines: string;
  /** The label of the mark beside a line. */
  roles: Record<'cause' | 'consequence' | 'unknown' | 'harmless' | 'other', string>;
  markedOnly: string;
  allLines: string;
  openGuide: string;
  of(part: string, whole: string): string;
  speed(bytes: string): string;
  left(seconds: number): string;
  since(time: string): string;
  stop: string;
  stopped(part: string): string;
  /** Intermediate result while the rest of the log is being read. */
  soFar: {
    title(part: string): string;
    none: string;
    healthy: string;
    unanswered: string;
    note: string;
  };
  /** The input box while it waits for a log taken after a fix. */
  after: { label: string; note(end: string | null): string; forget: string };
  skipped: string;
  collect: string;
  collectPrinted: string;
  collectCopied: string;
  filtered(shown: string, all: string): string;
  noLines: string;
  filters: string;
  byAnswer: string;
  byLevel: string;
  byText: string;
  any: string;
  goTo: string;
  go: string;
  wrap: string;
  copyLines: string;
  copiedLines(lines: number): string;
  meaning(line: number): string;
  noMeaning: string;
  unknownMeaning: string;
  evidenceOf: string;
  goBack: string;
  timelinePicture(from: string, to: string, bad: number, slices: number, minutes: number): string;
  spanFrom: string;
  spanTo: string;
  /** How many lines the bars of the timeline count. */
  bars(counted: string, all: string): string;
  lineCount(lines: string): string;
  firstBad: string;
  starts(count: number): string;
  findings: string;
  /** Heading of the command that confirms or rules out an answer, and the note below it. */
  decides: string;
  decidesPaste: string;
  platforms: string;
  /** Label of a Windows command: the shell in which to run it. */
  elevated: string;
  platform: Record<'linux' | 'windows' | 'macos' | 'docker' | 'kubernetes', string>;
  unreadable: Record<RefusalReason, string>;
}
