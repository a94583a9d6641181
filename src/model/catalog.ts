import type { Confidence, Level, Role } from './report.ts';

/** One wording of an entry, with the fields that the engine needs. */
export interface CatalogTemplate {
  text: string;
  level?: Level;
  tag?: string;
  /** Index of the entry's message that is reported for it. */
  message?: number;
  since?: string;
  until?: string;
}

export interface CatalogHole {
  key?: true;
  quoted?: true;
  catalogs?: string[];
  /** Whether it captures the time of the line with its zone. */
  moment?: true;
}

/** An entry without its prose. Times in seconds. */
export interface CatalogEntry {
  id: string;
  /** The message IDs of all its templates. */
  messages: string[];
  role: Role;
  templates: CatalogTemplate[];
  holes?: Record<string, CatalogHole>;
  /** Whether it occurs only inside another message, never at the start of a line with a level. */
  nested?: true;
  /**
   * Whether other programs print the same text, so that it alone does not prove whose log it is.
   */
  common?: true;
  ends?: 'agent' | 'command';
  repeats?: number;
  overAfter?: string[];
  holdsBack?: 'metrics' | 'checks';
  /** Versions that discard the data they hold back if Mackerel rejects it with a 4xx status. */
  dropsRefused?: string;
  /** The data that is lost for good when this is printed. */
  drops?: 'metrics';
  /** The HTTP status that it reports; `any` if its text does not tell. */
  status?: number | 'any';
  /** Whether it is printed only during a start, before the line with the version. */
  atStart?: true;
  /** Whether the agent exits because another process of it runs, which goes on. */
  anotherRuns?: true;
  /**
   * Guide to the work that remains once the cause is gone, because the program does not retry it.
   */
  leaves?: string;
  /**
   * Whether the fault is over as soon as the line is printed; a lasting one is reported by another
   * message.
   */
  momentary?: true;
  /** The entry that makes this one the reason for the exit of the agent if it follows. */
  endsWith?: string;
  /** The entry that reported its cause earlier. */
  toldBy?: string;
}

export interface CatalogEvidence {
  /** Entry IDs; `..` stands for any links. */
  chain: string[];
  where?: Record<string, string[]>;
  whereNot?: Record<string, string[]>;
  except?: string[];
  /** Evidence only if this entry did not follow within `within` seconds. */
  without?: string;
  within?: number;
  /** Evidence only if this entry followed. */
  then?: string;
  /** Evidence only if this entry occurred again in the same run, with the same end of its chain. */
  again?: string;
  /** Evidence only if this entry is in the log as well. */
  beside?: string;
  /** The versions with this fault of the program itself, such as `>=0.71.2 <0.72.0`. */
  affected?: string;
  confidence: Confidence;
}

export type Effect = 'stops' | 'loses-data' | 'degrades' | 'harmless';

export interface CatalogGuide {
  id: string;
  effect: Effect;
  evidence: CatalogEvidence[];
  explainsAway?: string[];
  contradictedBy?: string[];
  /** Whether the guide's text says what would settle it while it is only possible. */
  decides?: true;
  /** Position on the guides page, which breaks ties between equal answers. */
  order: number;
}

/** How a product writes its log. */
export interface CatalogProduct {
  id: string;
  plain: string[];
  foreign: string[];
  common: string[];
  programs: string[];
  /** Programs that work for the product or on it. Only their standalone messages are read. */
  helpers: string[];
  /**
   * Labels in front of a colon with which an event list names the source of the event that follows.
   */
  writers: string[];
  /**
   * Text that only logs of the product contain. Beside it, messages that any program may print
   * count too.
   */
  names: string[];
  /** Text in messages that any program may print, found only if the product printed them. */
  ownValues: string[];
  /**
   * Programs with similar logs, by the words that name them. A log with such words but without the
   * product's name is theirs.
   */
  siblings: Record<string, string>;
  /** Tags of its own lines, in addition to those in templates. */
  tags: string[];
  problem: Level;
  headers: string[];
  jsonFields: string[];
  /** Fields of a JSON line that name the program that wrote it. */
  jsonPrograms: string[];
  envelopes: { text: string; csv?: boolean }[];
  /**
   * `stopping`: entries that report that the agent was asked to stop; `restarting`: that its
   * supervisor restarts it.
   */
  milestones: { starting: string; started: string; stopping: string[]; restarting: string[] };
  version: { entry: string; hole: string; printed?: string | undefined };
  /** The entry and holes that name the host. */
  host: { entry: string; id: string; name: string };
  /** The entry and hole that name a retired host. */
  retired: { entry: string; id: string };
  /** The entry that any program prints when it crashes. The stack trace tells whose crash it is. */
  crash?: string | undefined;
  /** Hours for which unsent values are kept in memory. */
  queueHours: number;
  /** Seconds after which an attempt to send is given up. */
  trySeconds: number;
  /** Time to send everything queued during an outage, as a share of the outage's length. */
  drainShare: number;
  /** Minutes of delay after which values no longer raise alerts. */
  alertMinutes: number;
  /**
   * Follow-up questions for chains that end in unknown text: by kind, the entries or whole catalogs
   * that such a chain ends with.
   */
  asks?: Partial<Record<'status-code' | 'config-check', string[]>>;
}

/** catalog.json: everything that the engine needs, without prose. */
export interface Catalog {
  schema: 1;
  /** Changes with anything that may change an answer. */
  version: string;
  products: CatalogProduct[];
  entries: CatalogEntry[];
  guides: CatalogGuide[];
}
