import type { Language } from './languages.ts';
import type { Os, Part } from './prose.ts';
import type { CommandsYaml } from './schemas/commands.ts';
import type { Elsewhere } from './schemas/elsewhere.ts';
import type { EntryYaml } from './schemas/entry.ts';
import type { followUpInWords, FollowUpYaml, otherPlatforms } from './schemas/follow-up.ts';
import type { GuideYaml } from './schemas/guide.ts';
import type { ProductYaml } from './schemas/product.ts';
import type { EntryProse, GuideProse } from './schemas/prose.ts';
import type { thesaurusInSearch, ThesaurusYaml } from './schemas/thesaurus.ts';

/** A record whose texts are in one language instead of both. */
export type InOneLanguage<T> =
  T extends Record<Language, infer Text> ? Text : { [Field in keyof T]: InOneLanguage<T[Field]> };

/** The words of an entry in a report. */
export interface EntryText
  extends Pick<EntryProse, 'summary' | 'verdict'>, Pick<EntryYaml, 'vague'> {
  /** The current wording, with its holes as `{name}`. */
  title: string;
  /** Whether no immediate action is needed. */
  canWait?: true;
  /** The only platform on which the message is printed. */
  platform?: Os;
  /** Its texts have yet to be loaded from words/<lang>/rare-texts.<hash>.json. */
  isRare?: true;
}

/** The words of a guide in a report. */
export interface GuideText extends GuideProse {
  /** What versions of the program changed about the fault, by version, the oldest first. */
  changes: Record<string, string>;
  effect: GuideYaml['effect'];
  parts: Part[];
  /** Its texts have yet to be loaded from words/<lang>/rare-texts.<hash>.json. */
  isRare?: true;
}

/** words/<lang>/rare-texts.<hash>.json: the texts that are loaded only if a report needs them. */
export type RareTexts = Pick<ReportTexts, 'entries' | 'guides' | 'diagrams' | 'missing'>;

/** Information that a report asks for. */
export interface FollowUp extends InOneLanguage<Pick<FollowUpYaml, keyof typeof followUpInWords>> {
  /** The command that prints it. The one for Linux is also the example on other platforms. */
  commands: { linux: string } & Pick<FollowUpYaml, keyof typeof otherPlatforms>;
}

/**
 * words/<lang>/titles.json: the parts of pages that the search shows, small enough to load while
 * typing.
 */
export interface Titles {
  language: Language;
  /**
   * By id. `platforms` is missing if an entry applies to all platforms; `guides` are the guides
   * that the entry leads to, best first.
   */
  entries: Record<
    string,
    { title: string; summary: string; level?: string; platforms?: string[]; guides?: string[] }
  >;
  guides: Record<string, { title: string; summary: string; platforms: string[] }>;
  tables: Record<string, { title: string; summary: string }>;
  /** The titles of the catalogs. */
  catalogs: Record<string, string>;
  /** If there are several products: what is about each alone, by its id. */
  products: Record<string, { title: string; catalogs: string[]; guides: string[] }>;
  /** Guides for the symptoms and example logs in site.yaml, as ids of results. */
  popular: string[];
  /** The guide on what to collect before asking support, if the site has one. */
  collect?: string;
}

/** words/<lang>/symptoms.json: search phrases, never shown. */
export interface Symptoms {
  /** By guide: symptoms in both languages, and the title in the other language. */
  guides: Record<string, string[]>;
  /** By key of a word in the headings of guides: their positions in `guides`. */
  headings: Record<string, number[]>;
  elsewhere: (InOneLanguage<Elsewhere> & { slug: string })[];
  /** The merged thesaurus. */
  thesaurus: Pick<ThesaurusYaml, keyof typeof thesaurusInSearch>;
  /** Guides about the program's connection, by slug. */
  connectionGuides: string[];
  /** If there are several products: the words that name each, and the pages about it alone. */
  products: { words: string[]; pages: string[] }[];
  /** The exact index: guides by lower-case code, best first. */
  codes: Record<string, string[]>;
}

/** The names of a product, and of what belongs to it, in the texts about it. */
export interface ProductNames {
  program: string;
  /** How sentences name it, such as "the server"; its title if it declares nothing. */
  nameInText: string;
  /** The names of its executables and services. */
  programs: string[];
  /** The remote service that it talks to. */
  backend?: string;
  /** Its configuration file. */
  configuration?: string;
  /** The command that checks that file. */
  check?: string;
  /** A line of its log, as an example. */
  line?: string;
}

/** words/<lang>.json: the words of a report, by id. */
export interface ReportTexts {
  schema: 1;
  language: Language;
  /** By product. */
  names: Record<string, ProductNames>;
  entries: Record<string, EntryText>;
  guides: Record<string, GuideText>;
  /** Text alternatives of the diagrams, for places where nothing can be drawn. */
  diagrams: Record<string, string>;
  /** The guide on what to collect before asking support, if the site has one. */
  collect?: string;
  /** Where the log is and how to get it, by platform. */
  logs: Record<string, InOneLanguage<ProductYaml['logs']>>;
  /** How to name and judge the result that a message only passes on, by entry. */
  results: Record<string, NonNullable<EntryYaml['result']>>;
  /** Text that only a log of one platform contains, by product. */
  platforms: Record<string, ProductYaml['platforms']>;
  /** The step that starts a stopped program, by product. */
  starts: Record<string, NonNullable<ProductYaml['start']>>;
  /**
   * Information that a report asks for, by product and key of `Report.missing`: the product's own
   * keys, and `guide:<slug>`.
   */
  missing: Record<string, Record<string, FollowUp>>;
  /** Values that arrive later than this, in minutes, raise no alert; by product. */
  alertMinutes: Record<string, number>;
  /** The products that collect values while they are starting. */
  collectWhileStarting: string[];
  /** The purpose of each setting of a product's configuration file, by its path. */
  settings: Record<string, Record<string, string>>;
  /** The types of values that commands take from a log, by the name in `fits`. */
  values: Record<string, ValueType>;
  /** Release dates of a product's versions that are still in use, the oldest first. */
  releases: Record<string, Record<string, string>>;
}

/** The log values that one place in a command accepts; declared in content/commands.yaml. */
export type ValueType = Omit<CommandsYaml['types'][string], 'takes' | 'refuses'>;

export type Shell = 'sh' | 'powershell';
