import type { Confidence, Level, Role } from './report.ts';

/** One wording of an entry, as the engine needs it. */
export interface CatalogTemplate {
  text: string;
  level?: Level;
  tag?: string;
  messages?: string[];
  since?: string;
  until?: string;
}

export interface CatalogHole {
  key?: true;
  quoted?: true;
  catalogs?: string[];
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
  ends?: 'agent' | 'command';
  repeats?: number;
  overAfter?: string[];
  holdsBack?: 'metrics' | 'checks';
}

export interface CatalogEvidence {
  /** Entry ids; `..` for any links. */
  chain: string[];
  where?: Record<string, string[]>;
  whereNot?: Record<string, string[]>;
  except?: string[];
  confidence: Confidence;
}

export type Effect = 'stops' | 'loses-data' | 'degrades' | 'harmless';

export interface CatalogGuide {
  id: string;
  effect: Effect;
  evidence: CatalogEvidence[];
  explainsAway: string[];
  contradictedBy: string[];
  startByHand: boolean;
  /** Place on the guides page: a tie between equal answers goes to the first. */
  order: number;
}

/** How a product writes its log. */
export interface CatalogProduct {
  id: string;
  plain: string[];
  foreign: string[];
  programs: string[];
  problem: Level;
  headers: string[];
  jsonFields: string[];
  envelopes: { name: string; text: string; csv: boolean }[];
  milestones: { starting: string; started: string; stopping: string };
  version: { entry: string; hole: string };
  queueHours: number;
}

/** catalog.json: all that the engine needs, no prose. */
export interface Catalog {
  schema: 1;
  products: CatalogProduct[];
  entries: CatalogEntry[];
  guides: CatalogGuide[];
}
