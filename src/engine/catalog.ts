import type { Confidence, Level, Role } from './report.ts';

/** One wording of an entry, as the engine needs it. */
export interface CatalogTemplate {
  text: string;
  level?: Level;
  tag?: string;
  /** Which of its entry's messages is reported for it, by its place among them. */
  message?: number;
  since?: string;
  until?: string;
}

/** The message id that is reported for a template; null where its text is not the product's. */
export function messageOf(
  { messages }: Pick<CatalogEntry, 'messages'>,
  { message }: CatalogTemplate,
): string | null {
  return message === undefined ? null : (messages[message] ?? null);
}

export interface CatalogHole {
  key?: true;
  quoted?: true;
  catalogs?: string[];
  /** It holds the moment of the line with its zone. */
  moment?: true;
}

/** An entry without its prose. Times in seconds. */
export interface CatalogEntry {
  id: string;
  /** All message ids of its templates. */
  messages: string[];
  role: Role;
  templates: CatalogTemplate[];
  holes?: Record<string, CatalogHole>;
  /** A line with a level never begins with it: it only nests in another message. */
  nested?: true;
  /** Other programs print the same: alone it does not prove whose log it is. */
  common?: true;
  ends?: 'agent' | 'command';
  repeats?: number;
  overAfter?: string[];
  holdsBack?: 'metrics' | 'checks';
  /** The versions that throw away what they hold back when Mackerel refuses it (4xx). */
  dropsRefused?: string;
  /** What is thrown away for good when this is printed. */
  drops?: 'metrics';
  /** The number of the HTTP answer that it is; `any` where its text does not tell. */
  status?: number | 'any';
  /** Only a start prints it, before the line that names the version. */
  atStart?: true;
  /** It ends because another process of the agent runs, and goes on. */
  anotherRuns?: true;
  /** The guide of what is still to do once the cause is gone: the program does not try this again. */
  leaves?: string;
  /** It is over with the line itself: what lasts is told by another message. */
  momentary?: true;
  /** The agent ends because of it once this entry follows. */
  endsWith?: string;
  /** The entry that told its cause before it. */
  toldBy?: string;
}

export interface CatalogEvidence {
  /** Entry ids; `..` for any links. */
  chain: string[];
  where?: Record<string, string[]>;
  whereNot?: Record<string, string[]>;
  except?: string[];
  /** The chain is evidence where this entry did not follow within so many seconds. */
  without?: string;
  within?: number;
  /** The chain is evidence where this entry followed. */
  then?: string;
  /** The chain is evidence where this entry came again in one start, with the same end of its chain. */
  again?: string;
  /** The chain is evidence where this entry stands in the log as well. */
  beside?: string;
  /** The versions whose own fault this is, such as `>=0.71.2 <0.72.0`. */
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
  /** The words say what decides where it is only possible. */
  decides?: true;
  /** Place on the guides page: a tie between equal answers goes to the first. */
  order: number;
}

/** How a product writes its log. */
export interface CatalogProduct {
  id: string;
  plain: string[];
  foreign: string[];
  common: string[];
  programs: string[];
  /** Programs that work for it or on it: of their lines only those that stand alone are known. */
  helpers: string[];
  /** What stands before a colon where a list of events names who wrote the one that follows. */
  writers: string[];
  /** What only a text about the product holds: a message that anybody may print counts beside it. */
  names: string[];
  /** What a message that anybody may print holds only where the product printed it. */
  ownValues: string[];
  /** Other programs whose logs look the same, by the words that name them; a log with such words, and not the product's name, is theirs. */
  siblings: Record<string, string>;
  /** Tags of its own lines, beside those that templates are bound to. */
  tags: string[];
  problem: Level;
  headers: string[];
  jsonFields: string[];
  /** Fields of a JSON line that name the program that wrote it. */
  jsonPrograms: string[];
  envelopes: { text: string; csv?: boolean }[];
  /** `stopping`: entries that say that the agent was asked to stop; `restarting`: that what watches over it starts it again. */
  milestones: { starting: string; started: string; stopping: string[]; restarting: string[] };
  version: { entry: string; hole: string; printed?: string | undefined };
  /** Where the host is named. */
  host: { entry: string; id: string; name: string };
  /** Where a host that was retired is named. */
  retired: { entry: string; id: string };
  /** What any program prints that crashes; whose crash it is, its stack trace tells. */
  crash?: string | undefined;
  /** For how long unsent values wait in memory. */
  queueHours: number;
  /** Seconds that a try to send may take until it is given up. */
  trySeconds: number;
  /** The part of an outage's length in which all that waited is sent after it. */
  drainShare: number;
  /** Values that are later than this raise no alert. */
  alertMinutes: number;
  /** What to ask for where a chain ends in text that nobody knows: for each kind the entries, or whole catalogs, that such a chain ends with. */
  asks?: Partial<Record<'status-code' | 'config-check', string[]>>;
}

/** catalog.json: all that the engine needs, no prose. */
export interface Catalog {
  schema: 1;
  /** It changes with anything that may change an answer. */
  version: string;
  products: CatalogProduct[];
  entries: CatalogEntry[];
  guides: CatalogGuide[];
}
