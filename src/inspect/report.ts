import type { Report } from '../engine/index.ts';
import type { Effect, ProblemCode } from './settings.ts';
import type { LimitCode, SyntaxCode } from './toml-tokens.ts';
import type { PatternFault, PatternLimit } from './check-pattern.ts';

/** What was pasted. */
export type Kind =
  'log' | 'version' | 'config' | 'configtest' | 'service' | 'meminfo' | 'df' | 'probe';

/** The engine's report, with what was found in parts of the paste that are no log. */
export interface InspectedReport extends Report {
  /** log where there is any log, else what was pasted first. */
  kind: Kind;
  inspections: Inspection[];
  /** Set where a report for support was opened again: values in it are stand-ins, and stay out of commands. */
  reopened: Reopened | null;
}

/** What the block of a report for support held, or why it could not be read; then the report speaks of what stood around it. */
export type Reopened = Opened | BlockFault;

export interface Opened {
  problem: null;
  /** The version of the catalog that the sender's answers came from, and the one here. */
  catalog: string;
  own: string;
  /** How many of the log's lines. */
  held: number;
  /** What became of the data cannot be told from them, and is not. */
  isThin: boolean;
}

export type BlockFault =
  | { problem: 'truncated' | 'damaged' | 'too-large' }
  | { problem: 'unknown-format'; format: number };

/** A part that is no log, and the file that it came from. */
export type Inspection = (
  | ConfigInspection
  | ConfigtestInspection
  | ServiceInspection
  | MeminfoInspection
  | DfInspection
  | ProbeInspection
) & { file: string | null };

/** A checked configuration file. Lines and columns begin at 1; values that are secret are masked in all texts. */
export interface ConfigInspection {
  kind: 'config';
  /** What costs most comes first. */
  problems: ConfigProblem[];
  lines: number;
  /** Some faults keep the rest of the file from being looked at. */
  whole: boolean;
  plugins: { metrics: number; checks: number; metadata: number };
}

export interface ConfigProblem {
  code: ProblemCode;
  effect: Effect;
  guide: string | null;
  line: number;
  column: number;
  /** How many characters of the line are meant, at least 1. */
  length: number;
  /** The line, masked. */
  excerpt: string;
  /** The key as it would be written in full, such as `plugin.checks.web.memo`. */
  key: string | null;
  /** The path by which the words of the product say what the setting is for. */
  setting: string | null;
  found: string | null;
  /** What would be right: a key, a type, a range, a version. */
  expected: string | null;
  /** The line as it would be right, where that is sure. */
  write: string | null;
  /** What a syntax error or a regular expression lacks, or what is too large to be checked. */
  detail: SyntaxCode | PatternFault | Unchecked | null;
}

/** The limit beyond which something in a configuration is not checked. */
export type Unchecked = LimitCode | PatternLimit;

/** What `mackerel-agent configtest` said. */
export interface ConfigtestInspection {
  kind: 'configtest';
  /** Whether the last line says that the file is right. */
  passed: boolean;
}

/** What `systemctl status` says of the unit, or Windows of the service. Texts as they were printed. */
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
  /** The process number, as long as it runs. */
  pid: number | null;
  /** The exit status or the signal of a process that has ended. */
  exit: string | null;
}

/** /proc/meminfo in bytes, as the agent posts it. */
export interface MeminfoInspection {
  kind: 'meminfo';
  total: number;
  used: number;
  free: number;
  buffers: number;
  cached: number;
  /** null where the kernel does not name MemAvailable; used is then total − free − buffers − cached. */
  available: number | null;
}

/** `df -Pkl`, in bytes, as the agent reads it. */
export interface DfInspection {
  kind: 'df';
  filesystems: Filesystem[];
  /** Lines of df about what it could not read: any of them drops all filesystem metrics of that minute. */
  errors: string[];
  /** The blocks are not 1024 bytes each, or there are no block numbers: the figures cannot be worked out. */
  unit: 'kilobytes' | 'other';
}

/** What a request to Mackerel by curl shows: good and unauthorized are answers of Mackerel, the others say what is in the way. */
export type ProbeCase =
  | 'good'
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  | 'outage'
  | 'other'
  | 'dns'
  | 'proxy'
  | 'refused'
  | 'timeout'
  | 'cut'
  | 'certificate'
  | 'failed';

/** The output of a request to Mackerel by curl, with the number of the answer at its end. */
export interface ProbeInspection {
  kind: 'probe';
  case: ProbeCase;
  /** null where no answer came. */
  status: number | null;
  /** curl's own sentence on why none came. */
  said: string | null;
}

export interface Filesystem {
  device: string;
  mount: string;
  /** used + available: reserved blocks are not counted. */
  size: number;
  used: number;
  available: number;
  /** Only names that begin with /dev/ are posted. */
  posted: boolean;
}
