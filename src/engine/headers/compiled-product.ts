import type { Fitter } from '../templates/fit.ts';
import type { EventSources } from './event-source.ts';
import type { LevelWords } from './levels.ts';
import type { Tags } from './tags.ts';
import type { CatalogFormats, CatalogProduct } from '../../model/catalog.ts';
import type { HeaderForm } from './header-form.ts';

/** A product, prepared for reading its logs. */
export interface CompiledProduct extends CatalogProduct, CatalogFormats {
  headerForms: readonly HeaderForm[];
  /** The same forms with the words of `details` (log-format.ts) in place of the level. */
  detailForms: readonly HeaderForm[];
  /** Whether its headers have a tag in angle brackets, so that they can be found inside a line. */
  isTagged: boolean;
  /** 1 for each byte that may begin a header. */
  firstBytes: Uint8Array;
  levelWords: LevelWords;
  /** The tags of its messages, by number. */
  knownTags: Tags;
  /** The latest date that a line can have, packed; 0 if unknown. */
  latestDate: number;
  envelopeForms: readonly HeaderForm[];
  /** Fits its forms. */
  fitter: Fitter;
  /** Bits of the catalogs with messages that may stand alone. */
  plainCatalogs: number;
  /** Bits of the catalogs with messages that are printed into its log. */
  loggedCatalogs: number;
  /** Bits of the catalogs with messages that other programs print too. */
  commonCatalogs: number;
  /** Bits of the catalogs with messages that only this product prints. */
  ownCatalogs: number;
  /** Number of the lowest level that reports a problem. */
  problemLevel: number;
  /** Names of the product and its server, as bytes. */
  nameBytes: readonly Uint8Array[];
  /** Text in messages that only the product prints, as bytes. */
  ownBytes: readonly Uint8Array[];
  /** The ids of the site's other products, by the names of their programs. */
  rivals: ReadonlyMap<string, string>;
  /** The names of these programs, as bytes. */
  rivalNames: readonly Uint8Array[];
  /** Each sibling, with the words that name it, as bytes. */
  siblingWords: readonly (readonly [string, Uint8Array])[];
  /** Catalogs that other products of the site have, too. */
  sharedCatalogs: ReadonlySet<string>;
  /** Entries that begin or end an outage. */
  outageEntries: ReadonlySet<string>;
  /** Finds the lines that name the writer of the lines after them. */
  eventSources: EventSources;
  /** Beginnings of lines that continue a record, as bytes. */
  continuations: readonly Uint8Array[];
  /** Text in the output of the product's crash, and of another program's crash, as bytes. */
  crashMarks: readonly Uint8Array[];
  otherCrashMarks: readonly Uint8Array[];
  compiledTrace: CompiledTrace | null;
}

/** How a product writes stack traces: beginnings of lines, as bytes. */
export interface CompiledTrace {
  frames: readonly Uint8Array[];
  causes: readonly Uint8Array[];
  consequences: readonly Uint8Array[];
}

/** What is needed to read a product's own headers. */
export type OwnHeaders = Pick<
  CompiledProduct,
  | 'headerForms'
  | 'fields'
  | 'fitter'
  | 'firstBytes'
  | 'isTagged'
  | 'knownTags'
  | 'latestDate'
  | 'levelWords'
  | 'programs'
>;
