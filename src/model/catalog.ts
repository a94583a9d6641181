import type { entryInCatalog, EntryYaml } from './schemas/entry.ts';
import type { FormatYaml } from './schemas/format.ts';
import type { guideInCatalog, GuideYaml } from './schemas/guide.ts';
import type { productInCatalog, ProductYaml } from './schemas/product.ts';
import type { DetectionHints } from './settings.ts';

/** One wording of an entry. */
export interface CatalogTemplate extends Omit<EntryYaml['templates'][number], 'messages'> {
  /** Index in the entry's `messages`: the message that is reported for this wording. */
  message?: number;
}

export type CatalogHole = NonNullable<EntryYaml['holes']>[string];

/** An entry without its prose. */
export interface CatalogEntry extends Omit<
  Pick<EntryYaml, keyof typeof entryInCatalog>,
  'templates'
> {
  id: string;
  templates: CatalogTemplate[];
  /** The message IDs of all its templates. */
  messages: string[];
}

export type CatalogEvidence = GuideYaml['evidence'][number];

export interface CatalogGuide extends Pick<GuideYaml, keyof typeof guideInCatalog> {
  id: string;
  /** Whether the guide says how to confirm it if it is only possible. */
  decides?: boolean;
  /** Position on the guides page, which breaks ties between equal answers. */
  order: number;
}

/** How a product writes its log. */
export interface CatalogProduct extends Pick<ProductYaml, keyof typeof productInCatalog> {
  id: string;
  /** The questions that a report may ask, each with the field `after` of product.yaml. */
  asks: Partial<Record<keyof ProductYaml['missing'], string[]>>;
}

/** What collectors, containers and terminals add to the lines of any program. */
export type CatalogFormats = FormatYaml;

/** Everything that the engine needs, without prose. */
export interface Catalog {
  schema: 1;
  /** Changes with everything that may affect an answer. */
  version: string;
  formats: CatalogFormats;
  products: CatalogProduct[];
  entries: CatalogEntry[];
  guides: CatalogGuide[];
}

/** catalog.json: the catalog, and the hints that recognize other pasted input. */
export interface CatalogFile extends Catalog {
  hints: readonly DetectionHints[];
}
