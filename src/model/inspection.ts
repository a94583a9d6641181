import type { Os } from './prose.ts';
import type { Report } from './report.ts';
import type { ProbeCase } from './schemas/pastes.ts';

/** What was pasted; `values` are what a metric plugin printed. */
export type PasteKind =
  'log' | 'values' | 'version' | 'config' | 'configtest' | 'service' | 'df' | 'probe';

/** The engine's report plus the inspections of the parts of the paste that are not a log. */
export interface InspectedReport extends Report {
  /** `log` if there is any log; otherwise the kind of what was pasted first. */
  kind: PasteKind;
  inspections: Inspection[];
  /** The platform that the text of a short paste names. */
  platform?: Os;
  /** Whether a short paste shows that services are managed by start scripts instead of systemd. */
  hasStartScripts?: true;
  /**
   * Values of options in the command lines of a short paste, by the option's name with one dash.
   */
  flags?: Record<string, string>;
  /** Whether a short paste has a complaint beside log lines that are healthy and have no gap. */
  complains?: true;
  /** Set if a support report was reopened: its values are stand-ins and stay out of commands. */
  reopened: ReopenedReport | null;
}

/**
 * The block of a support report, or why it could not be read; the text around it was then read.
 */
export type ReopenedReport = ReadPayload | PayloadFault;

export interface ReadPayload {
  problem: null;
  /** The version of the catalog that the sender's answers came from. */
  catalog: string;
  /** The version of the catalog here. */
  own: string;
  /** Number of log lines in the block. */
  held: number;
  /** Whether there are too few lines to determine the data state, which is then unknown. */
  isThin: boolean;
}

export type PayloadFault =
  | { problem: 'truncated' | 'damaged' | 'too-large' }
  | { problem: 'unknown-format'; format: number };

/** A part of a paste that is not a log. */
export type Inspection = (
  ConfigInspection | ConfigtestInspection | ServiceInspection | DfInspection | ProbeInspection
) & {
  /** The file's name, or the common prefix of environment variables that were pasted; else null. */
  file: string | null;
  /** The product that it is about. */
  product: string;
};

/**
 * A checked configuration file, or the variables of the environment that take its place. Lines and
 * columns start at 1; secrets are masked in all texts.
 */
export interface ConfigInspection {
  kind: 'config';
  /** Worst effect first. */
  problems: ConfigProblem[];
  lines: number;
  /** Whether the whole file was checked; some faults prevent that. */
  whole: boolean;
  plugins: { metrics: number; checks: number; metadata: number };
}

export interface ConfigProblem {
  code: ProblemCode;
  effect: FaultEffect;
  guide: string | null;
  /** The cause of the guide that it proves, if any. */
  cause: string | null;
  line: number;
  column: number;
  /** Number of characters that the fault covers, at least 1. */
  length: number;
  /** The line, masked. */
  excerpt: string;
  /** The full key, such as `plugin.checks.web.memo`. */
  key: string | null;
  /** The path under which `ReportTexts.settings` describes the setting. */
  setting: string | null;
  found: string | null;
  /** What was expected: a key, a type, a range, a version. */
  expected: string | null;
  /** The corrected line, if the correction is certain. */
  write: string | null;
  /** Otherwise the line as it was probably meant, masked; null if unknown as well. */
  probable: string | null;
  /** The syntax error, the fault of a regular expression, or the exceeded limit. */
  detail: SyntaxCode | PatternFault | Unchecked | null;
}

/**
 * Why something in a configuration, or all of it, is not checked: a limit, or a parser that could
 * not be loaded.
 */
export type Unchecked = LimitCode | PatternLimit | 'length' | 'parser';

/** The output of the program's own check of its configuration. */
export interface ConfigtestInspection {
  kind: 'configtest';
  /** Whether the last result says that the file is valid. */
  passed: boolean;
}

/** A service as `systemctl status` or Windows reports it. Texts as printed. */
export interface ServiceInspection {
  kind: 'service';
  manager: 'systemd' | 'windows';
  unit: string;
  state: 'running' | 'failed' | 'stopped' | 'starting' | 'restarting' | 'stopping' | 'unknown';
  /** loaded, not-found, masked … */
  loaded: string | null;
  /** enabled, disabled, static … */
  enabled: string | null;
  since: string | null;
  /** exit-code, signal, oom-kill … */
  result: string | null;
  /** The process id while it runs. */
  pid: number | null;
  /** The exit status or signal of a process that has exited. */
  exit: string | null;
}

/** `df -Pkl`, in bytes, as the program reads it. */
export interface DfInspection {
  kind: 'df';
  filesystems: Filesystem[];
  /** Error lines of df; a single one drops all filesystem metrics of that minute. */
  errors: string[];
  /** other: the block size is not 1024 bytes or is not shown, so there are no figures. */
  unit: 'kilobytes' | 'other';
}

/** The output of curl for a request to the backend. */
export interface ProbeInspection {
  kind: 'probe';
  case: ProbeCase;
  /** HTTP status; null if there was no response. */
  status: number | null;
  /** curl's error message if there was no response. */
  said: string | null;
}

export interface Filesystem {
  device: string;
  mount: string;
  /** used + available; reserved blocks do not count. */
  size: number;
  used: number;
  available: number;
  /** Whether the program posts its metrics, which it does only for devices under /dev/. */
  posted: boolean;
}

export type SyntaxCode =
  | 'array-open'
  | 'small-letters'
  | 'inner-quotes'
  | 'string-end'
  | 'table-end'
  | 'array-end'
  | 'inline-end'
  | 'key'
  | 'newline'
  | 'equals'
  | 'value'
  | 'comma'
  | 'character'
  | 'one-line'
  | 'number'
  | 'escape'
  | 'dots'
  | 'other'
  | 'tab'
  | 'blank'
  | 'colon'
  | 'indent'
  | 'special'
  | 'not-yaml';

/** A limit beyond which possibly valid TOML is not read; no real configuration exceeds it. */
export type LimitCode = 'key-parts' | 'key-length' | 'nesting';

export type PatternFault =
  | 'open-bracket'
  | 'open-group'
  | 'closed-group'
  | 'nothing-to-repeat'
  | 'repeated-twice'
  | 'repeated-too-often'
  | 'range'
  | 'not-in-go'
  | 'lookaround'
  | 'backreference'
  | 'ends-in-backslash';

/** A limit beyond which a pattern is not checked. */
export type PatternLimit = 'pattern-length' | 'pattern-depth';

/**
 * The effects of a fault, worst first.
 * - stops: the program does not start.
 * - refused: the program starts but refuses to reload.
 * - fails: the program starts, but the plugin with this fault never works.
 * - changed: the program uses another value.
 * - note: no effect.
 */
export const EFFECTS = ['stops', 'refused', 'fails', 'changed', 'note'] as const;

export type FaultEffect = (typeof EFFECTS)[number];

/** The kinds of faults in a configuration file. */
export const PROBLEM_CODES = [
  'encoding',
  'characters',
  'backslash',
  'escape-changed',
  'syntax',
  'duplicate',
  'type',
  'pattern',
  'value',
  'unknown-key',
  'wrong-table',
  'other-plugins',
  'section-name',
  'dotted-name',
  'command-missing',
  'command-type',
  'command-words',
  'unknown-option',
  'missing',
  'missing-here',
  'role',
  'duration',
  'range',
  'attempts',
  'too-new',
  'alternatives',
  'unchecked',
] as const;

export type ProblemCode = (typeof PROBLEM_CODES)[number];
