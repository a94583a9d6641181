import type { Language, Os, Part } from './prose.ts';

/** The words of an entry in a report. */
export interface EntryText {
  /** The current wording, with its holes as `{name}`. */
  title: string;
  /** The meaning, in one sentence. */
  summary: string;
  /** Whether it says that something failed but not what, so that it is never named as the cause. */
  vague?: boolean;
}

/** The words of a guide in a report. */
export interface GuideText {
  title: string;
  /** With its cases in braces (see applySummaryCases). */
  summary: string;
  /** Replaces the title if the fault is resolved. */
  past?: string | undefined;
  symptoms: string[];
  parts: Part[];
}

/** Information that a report asks for. */
export interface FollowUp {
  what: string;
  /** The command that prints it. The one for Linux is also the example on other platforms. */
  commands: { linux: string } & Partial<Record<Os, string>>;
  /** How to read the output, if the analyzer cannot. */
  reads?: string;
  /** The values that the commands take from the log, declared as in a guide's commands. */
  of?: string;
  fits?: string;
  sample?: string;
  example?: string;
}

/**
 * words/<lang>/titles.json: the parts of pages that the search shows, small enough to load while
 * typing.
 */
export interface Titles {
  language: Language;
  /**
   * `platforms` is missing if it applies to all; `guides` are those that it leads to, best first.
   */
  entries: Record<
    string,
    { title: string; summary: string; level?: string; platforms?: string[]; guides?: string[] }
  >;
  guides: Record<string, { title: string; summary: string; platforms: string[] }>;
  tables: Record<string, { title: string; summary: string }>;
  /** Files that people paste instead of a log. */
  files: {
    output?: true | undefined;
    'known-by': string[];
    keys: string[];
    misspelt: string[];
    guides: string[];
  }[];
}

/** words/<lang>/symptoms.json: search phrases, never shown. */
export interface Symptoms {
  /** By guide: symptoms in both languages, and the title in the other language. */
  guides: Record<string, string[]>;
  elsewhere: { slug: string; title: string; words: string[]; url: string }[];
  /** The merged thesaurus; src/compiler/schemas/thesaurus.ts describes its lists. */
  thesaurus: {
    same: string[][];
    also: { words: string[]; also: string[] }[];
    slips: Record<string, string[]>;
    others: string[];
    beside: string[];
    around: string[];
    ours: string[];
    product: string[];
    hosts: string[];
    speakers: { names: string[]; status?: string | undefined; guide: string }[];
  };
  /**
   * Guides about plugins, which write messages of their own, and about the agent's own connection.
   */
  sections: { theirs: string[]; connection: string[] };
  /** The exact index: guides by lower-case code, best first. */
  codes: Record<string, string[]>;
}

/** words/<lang>.json: the words of a report, by id. */
export interface ReportTexts {
  schema: 1;
  language: Language;
  entries: Record<string, EntryText>;
  guides: Record<string, GuideText>;
  /** Text alternatives of the diagrams, for places where nothing can be drawn. */
  diagrams: Record<string, string>;
  /** Where the log is and how to get it, by platform. */
  logs: Record<
    string,
    { os: string; label: string; where: string; command: string; clipboard?: string }[]
  >;
  /**
   * Information that a report asks for, by product and key of `Report.missing`: the product's own
   * keys, and `guide:<slug>`.
   */
  missing: Record<string, Record<string, FollowUp>>;
  /** Values that arrive later than this, in minutes, raise no alert; by product. */
  alertMinutes: Record<string, number>;
  /** The purpose of each setting of a product's configuration file, by its path. */
  settings: Record<string, Record<string, string>>;
  /** The types of values that commands take from a log, by the name in `fits`. */
  values: Record<string, ValueType>;
  /** Release dates of a product's versions. */
  releases: Record<string, Record<string, string>>;
}

/** The log values that one place in a command accepts; declared in content/commands.yaml. */
export interface ValueType {
  /** A word or a path stays one argument; a command is a program and its arguments. */
  kind: 'word' | 'path' | 'command';
  /** The pattern that the whole value must match; a shell without one takes no value. */
  sh?: string;
  powershell?: string;
  /** Set for read-only commands, which may also take text of another program. */
  reading?: true;
}

export type Shell = 'sh' | 'powershell';
