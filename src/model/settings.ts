import type { FaultEffect, ProblemCode, ProbeCase, ServiceInspection } from './inspection.ts';

/** settings.json: the settings of a product's configuration file and the effect of each fault. */
export interface Settings {
  file: string;
  settings: Setting[];
  problems: Record<ProblemCode, { effect: FaultEffect; guide?: string }>;
}

export interface Setting {
  /** Where it may appear; `*` is a name that the user chooses. */
  paths: string[];
  type: 'string' | 'boolean' | 'integer' | 'strings' | 'command' | 'minutes' | 'pattern';
  format?: 'role' | 'environment';
  required?: true;
  secret?: true;
  values?: string[];
  /** In minutes. */
  min?: number;
  max?: number;
  characters?: number;
  since?: string;
  guide?: string;
}

/** How to recognize pasted input of a product; small enough to ship with the catalog. */
export interface DetectionHints {
  product: string;
  programs: string[];
  /** Top-level keys of the configuration file. */
  settings: string[];
  /** Top-level tables of the configuration file. */
  tables: string[];
  /** Lines that only the program's configtest prints: how they start, `…`, and a text in them. */
  configtest: string[];
  /** Id of the entry for the program's version output. */
  version: string | undefined;
  /** The guide for errors of df. */
  dfErrors: string;
  /** The guides for the results of a request by curl. */
  probe: Partial<Record<ProbeCase, string>>;
  /** The guide for a failed service whose log does not say why. */
  ended: Record<ServiceInspection['manager'], string>;
}
