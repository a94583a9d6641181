import type { ValueType } from '../display/index.ts';
import type { Language, Os, Part } from './prose.ts';

/** What a report says about an entry. */
export interface EntryWords {
  /** The current wording, with its holes as `{name}`. */
  title: string;
  /** What it means, in one sentence. */
  summary: string;
  /** It says that something failed, and not what: no report tells it as the cause. */
  vague?: boolean;
}

/** What a report says about a guide. */
export interface GuideWords {
  title: string;
  /** With its cases in braces (tellSummary). */
  summary: string;
  /** The title's place where the fault is over. */
  past?: string | undefined;
  symptoms: string[];
  parts: Part[];
}

/** What a report asks for. */
export interface Ask {
  what: string;
  /** The command that gets it; where a platform has none, the one of Linux only shows what is meant. */
  commands: { linux: string } & Partial<Record<Os, string>>;
  /** What in the output decides, where it takes a reader to see it. */
  reads?: string;
  /** Values in the commands, as in those of a guide. */
  of?: string;
  fits?: string;
  sample?: string;
  example?: string;
}

/** words/<lang>/titles.json: what a search shows of the pages, small enough to load while somebody types. */
export interface Titles {
  language: Language;
  /** Without platforms where it is for all; guides that it leads to, best first. */
  entries: Record<
    string,
    { title: string; summary: string; level?: string; platforms?: string[]; guides?: string[] }
  >;
  guides: Record<string, { title: string; summary: string; platforms: string[] }>;
  tables: Record<string, { title: string; summary: string }>;
  /** Files that are pasted instead of a log. */
  files: {
    output?: true | undefined;
    'known-by': string[];
    keys: string[];
    misspelt: string[];
    guides: string[];
  }[];
}

/** words/<lang>/symptoms.json: what people type; never shown. */
export interface Symptoms {
  /** By guide: symptoms in both languages, and its title in the other one. */
  guides: Record<string, string[]>;
  elsewhere: { slug: string; title: string; words: string[]; url: string }[];
  /** Words for the same thing, and words that also ask for others. */
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
  /** Guides about programs that speak for themselves, and about the agent's own connection. */
  sections: { theirs: string[]; connection: string[] };
  /** Guides by what is looked up letter by letter (in lower case), best first. */
  codes: Record<string, string[]>;
}

/** words/<lang>.json: what a report says, by id. */
export interface Words {
  schema: 1;
  language: Language;
  entries: Record<string, EntryWords>;
  guides: Record<string, GuideWords>;
  /** The diagrams in words: what stands in their place where nothing can be drawn. */
  diagrams: Record<string, string>;
  /** Where the log is and how to get it, by platform. */
  logs: Record<
    string,
    { os: string; label: string; where: string; command: string; clipboard?: string }[]
  >;
  /** What a report asks for, by product and key of `Report.missing`: the product's own keys, and `guide:<slug>`. */
  missing: Record<string, Record<string, Ask>>;
  /** Values of a product that are more minutes late than this raise no alert. */
  alertMinutes: Record<string, number>;
  /** What the settings of a product's configuration file are for, by their path. */
  settings: Record<string, Record<string, string>>;
  /** What commands may take from a log, by the names that stand in `fits`. */
  values: Record<string, ValueType>;
  /** Release date of a product's versions. */
  releases: Record<string, Record<string, string>>;
}
