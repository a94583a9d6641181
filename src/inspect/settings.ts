import type { ProbeCase, ServiceInspection } from './report.ts';

/** settings.json: what may stand in a product's configuration file, and what each fault in it costs. */
export interface Settings {
  file: string;
  settings: Setting[];
  problems: Record<ProblemCode, { effect: Effect; guide?: string }>;
}

export interface Setting {
  /** Where it may stand; `*` is a name that the writer of the file chooses. */
  paths: string[];
  type: 'string' | 'boolean' | 'integer' | 'strings' | 'command' | 'minutes' | 'pattern';
  format?: 'role' | 'environment';
  required?: true;
  secret?: true;
  values?: string[];
  /** Minutes. */
  min?: number;
  max?: number;
  characters?: number;
  since?: string;
  guide?: string;
}

/** By what a product's pastes are recognised, small enough to come with the catalog. */
export interface Signs {
  product: string;
  programs: string[];
  /** Names that stand at the top of the configuration file: keys and tables. */
  settings: string[];
  tables: string[];
  /** Lines that only the program's check of its configuration prints: how they begin, and behind `…` what stands in them. */
  configtest: string[];
  /** The entry of what the program prints where it is asked for its version. */
  version: string | undefined;
  /** The guide for what df could not read. */
  dfErrors: string;
  /** The guide for what a request by curl shows. */
  probe: Partial<Record<ProbeCase, string>>;
  /** The guide for a service that ended, where its log does not say why. */
  ended: Record<ServiceInspection['manager'], string>;
}

/** What a fault costs, the worst first. */
export const EFFECTS = ['stops', 'refused', 'changed', 'note'] as const;

/** stops: no start. refused: a start, but no reload. changed: another value is used. note: nothing is lost. */
export type Effect = (typeof EFFECTS)[number];

export type ProblemCode =
  | 'encoding'
  | 'characters'
  | 'backslash'
  | 'escape-changed'
  | 'syntax'
  | 'duplicate'
  | 'type'
  | 'pattern'
  | 'value'
  | 'unknown-key'
  | 'wrong-table'
  | 'other-plugins'
  | 'section-name'
  | 'dotted-name'
  | 'command-missing'
  | 'command-type'
  | 'environment-name'
  | 'missing'
  | 'missing-here'
  | 'role'
  | 'duration'
  | 'range'
  | 'characters-cut'
  | 'attempts'
  | 'too-new'
  | 'verbose-and-silent'
  | 'unchecked';
