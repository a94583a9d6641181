import type { Language, Part } from './prose.ts';

/** What a report says about an entry. */
export interface EntryWords {
  /** The current wording, with its holes as `{name}`. */
  title: string;
  /** What it means, in one sentence. */
  summary: string;
  act: 'now' | 'wait' | 'ignore';
}

/** What a report says about a guide. */
export interface GuideWords {
  title: string;
  summary: string;
  symptoms: string[];
  parts: Part[];
}

/** words/<lang>/titles.json: what a search needs to know of the pages, without the guides' parts. */
export interface Titles {
  language: Language;
  entries: Record<string, EntryWords>;
  guides: Record<string, Omit<GuideWords, 'parts'>>;
  tables: Record<string, { title: string; summary: string }>;
  /** Titles and symptoms of the other language: found by a query, shown in the reader's. */
  symptoms: Record<string, string[]>;
  elsewhere: { slug: string; title: string; words: string[]; url: string }[];
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
  logs: Record<string, { os: string; label: string; where: string; command: string; clipboard?: string }[]>;
  /** What a report asks for, by product and key of `Report.missing`: the product's own keys, and `guide:<slug>`. */
  missing: Record<string, Record<string, { what: string; command: string }>>;
  /** Values of a product that are more minutes late than this raise no alert. */
  alertMinutes: Record<string, number>;
  /** What the settings of a product's configuration file are for, by their path. */
  settings: Record<string, Record<string, string>>;
  /** Release date of a product's versions. */
  releases: Record<string, Record<string, string>>;
}
