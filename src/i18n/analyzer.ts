import type { Unread } from '../inspect/index.ts';

/** The words of the analyzer around a report, in both languages. */
export interface AnalyzerText {
  label: string;
  placeholder: string;
  privacy: string;
  proof: string;
  chooseFiles: string;
  /** Said where there is a mouse to drop with. */
  drop: string;
  formats: string;
  examples: string;
  clear: string;
  another: string;
  cancel: string;
  working(bytes: string, lines: string): string;
  workingShort: string;
  tooLarge(bytes: string): string;
  /** What the folded box holds. */
  held(name: string | null, lines: number): string;
  failed: string;
  unloaded: string;
  retry: string;
  copy: string;
  copied: string;
  notCopied: string;
  log: string;
  logLines: string;
  /** What a mark of a line says of it. */
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
  /** What was found so far, while the rest is being read. */
  soFar: {
    title(part: string): string;
    none: string;
    healthy: string;
    unanswered: string;
    note: string;
  };
  /** The box while it takes the log from after a fix. */
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
  /** What the bars of the timeline count. */
  bars(counted: string, all: string): string;
  lineCount(lines: string): string;
  firstBad: string;
  starts(count: number): string;
  findings: string;
  /** Over the command that tells one possible answer from another, and under it. */
  decides: string;
  decidesPaste: string;
  platforms: string;
  /** Over a command for Windows: what it has to be typed into. */
  elevated: string;
  platform: Record<'linux' | 'windows' | 'macos' | 'docker' | 'kubernetes', string>;
  unreadable: Record<Unread, string>;
}
