import type { Confidence, Level, Role } from './report.ts';

/** One wording of an entry, with the fields that the engine needs. */
export interface CatalogTemplate {
  text: string;
  level?: Level;
  tag?: string;
  /** Index in the entry's `messages` of the message that this wording stands for. */
  message?: number;
  since?: string;
  until?: string;
}

export interface CatalogHole {
  key?: true;
  quoted?: true;
  catalogs?: string[];
  /** Whether its value is the time of the line, with its zone. */
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
  /** Whether other programs print the same text, so that it does not identify the product's log. */
  common?: true;
  ends?: 'agent' | 'command';
  repeats?: number;
  overAfter?: string[];
  holdsBack?: 'metrics' | 'checks';
  /** Versions that discard the data they hold back if Mackerel rejects it with a 4xx status. */
  dropsRefused?: string;
  /** The data that is lost for good when this is printed. */
  drops?: 'metrics';
  /** The HTTP status that it reports; `any` if its text does not say. */
  status?: number | 'any';
  /** Whether it is printed only during a start, before the line with the version. */
  atStart?: true;
  /** Whether the agent exits because another agent process, which continues, is already running. */
  anotherRuns?: true;
  /** The guide for what remains to be done after the fix, because the program does not retry. */
  leaves?: string;
  /** Whether the fault is over with the line itself; if it lasts, another message reports it. */
  momentary?: true;
  /** Another entry: if it follows, the agent exited because of this one. */
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
  /** Evidence only if this entry occurred again in the same run, its chain ending the same way. */
  again?: string;
  /** Evidence only if this entry is in the log as well. */
  beside?: string;
  /** If the fault is a bug, the affected versions, such as `>=0.71.2 <0.72.0`. */
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
  /** Whether the guide says how to confirm its fault if the log does not prove it. */
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
  /** Programs that run the product or work for it. Only their standalone messages are matched. */
  helpers: string[];
  /** Labels before a colon in event lists that name the source of the following event. */
  writers: string[];
  /**
   * Words found only in the product's logs. Next to them, a message that any program may print
   * counts as the product's.
   */
  names: string[];
  /** Values that prove that a message that any program may print is the product's. */
  ownValues: string[];
  /**
   * Other programs with similar logs, by the words that identify them. A log with such words, but
   * without the product's name, is not the product's.
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
   * `stopping`: entries that report a request to stop the agent; `restarting`: entries that report
   * that its supervisor restarts it.
   */
  milestones: { starting: string; started: string; stopping: string[]; restarting: string[] };
  version: { entry: string; hole: string; printed?: string | undefined };
  /** The entry and holes that name the host. */
  host: { entry: string; id: string; name: string };
  /** The entry and hole that name a retired host. */
  retired: { entry: string; id: string };
  /** The entry that any program prints when it crashes. The stack trace shows which one did. */
  crash?: string | undefined;
  /** How many hours of unsent values the memory queue holds. */
  queueHours: number;
  /** Timeout of a request, in seconds. */
  trySeconds: number;
  /** Time to send everything queued during an outage, as a share of the outage's length. */
  drainShare: number;
  /** Minutes of delay after which values no longer raise alerts. */
  alertMinutes: number;
  /**
   * For each follow-up question, the entries or whole catalogs that make the report ask it if
   * unknown text follows them.
   */
  asks?: Partial<Record<'status-code' | 'config-check', string[]>>;
}

/** catalog.json: everything that the engine needs, without prose. */
export interface Catalog {
  schema: 1;
  /** Changes whenever something changes that may affect an answer. */
  version: string;
  products: CatalogProduct[];
  entries: CatalogEntry[];
  guides: CatalogGuide[];
}
