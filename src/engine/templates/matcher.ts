/**
 * Compiles all templates into one structure.
 *
 * 1. The first literal of each template goes into a trie of bytes (trie.ts). One walk finds the
 * templates that may be at a position; a line that starts like no template costs a few bytes.
 * 2. A template that begins with a hole is found by its level and tag or, without them, tried at
 * the beginning of every message.
 * 3. A candidate is then fitted as a whole (fit.ts). If several fit, chain.ts decides which one is
 * meant.
 */
import type { Rule, RuleHole, RuleGroup } from './rule.ts';
import { compileLogFormat } from '../headers/compile-log-format.ts';
import type { CompiledProduct } from '../headers/compiled-product.ts';
import type {
  Catalog,
  CatalogEntry,
  CatalogGuide,
  CatalogHole,
  CatalogProduct,
  CatalogTemplate,
} from '../../model/catalog.ts';
import type { Chain } from '../chains/chain-links.ts';
import { messageOf } from '../answers/version.ts';
import { compileParts, Fitter, type Program } from './fit.ts';
import { CauseCache } from '../cache/cause-cache.ts';
import { ForeignCache } from '../cache/foreign-cache.ts';
import { LEVEL_OF_NUMBER } from '../headers/levels.ts';
import { LiteralWordFilter } from '../cache/message-fingerprint.ts';
import { NO_TAG, Tags } from '../headers/tags.ts';
import { firstLiteralOf, parseTemplate, type TemplatePart } from './template.ts';
import { encode, encodeAll } from '../lines/bytes.ts';
import { Trie } from './trie.ts';

/** A product and its catalogs, compiled to read its logs. */
export interface ProductMatcher {
  /** The part of the site's catalog that is about the product. */
  catalog: Catalog;
  product: CompiledProduct;
  entries: Map<string, CatalogEntry>;
  /** The guides with evidence for some versions of the program only. */
  guidesOnVersions: readonly CatalogGuide[];
  /**
   * The first literals of the templates, and the trie that finds them. `groupAt` takes the index of
   * one.
   */
  beginnings: readonly string[];
  /** The same as bytes. */
  beginningBytes: readonly Uint8Array[];
  trie: Trie;
  groupAt(index: number): RuleGroup;
  /**
   * Templates that begin with a hole: those bound to a level and a tag (by `boundKey`, and by their
   * level), and the others.
   */
  bound: Map<number, Rule[]>;
  boundTo: readonly (readonly Rule[])[];
  unbound: Rule[];
  literalWords: LiteralWordFilter;
  /** Reset for each message. */
  state: ReadingState;
  /** Bits of the catalogs whose messages are searched for in text of other programs. */
  foreign: number;
}

/** The state of reading one message. */
export interface ReadingState {
  fitter: Fitter;
  /** Groups of templates whose first literal begins the text, by depth. */
  candidates: number[][];
  causes: CauseCache;
  foreign: ForeignCache;
  /** The readings of texts without a header, by the buffer and the position of the text in it. */
  withoutHeader: WeakMap<Uint8Array, Map<string, Chain | null>>;
  /** The number of templates tried so far; tests check that it grows linearly. */
  tried: number;
}

/** How deep causes may nest. */
export const MAX_DEPTH = 16;

/** Bits of all catalogs. */
export const ALL_CATALOGS = -1;

/**
 * Compile a product of a site for reading its logs. A template is parsed only when a text first
 * begins with its first literal, because most logs contain few templates.
 *
 * @throws TemplateError if a template is invalid, now or when it is first parsed
 */
export function compileProduct(site: Catalog, product: CatalogProduct): ProductMatcher {
  const catalogs = new Set(product.catalogs);
  const siblings = siblingsOf(site);
  const rivals = rivalsOf(site, product);
  const catalog = {
    ...site,
    products: [{ ...product, siblings }],
    entries: site.entries.filter(({ id }) => catalogs.has(catalogOf(id))),
    guides: site.guides.filter(({ products = [product.id] }) => products.includes(product.id)),
  };
  const bitsOf = catalogBits(product, catalog.entries);
  const tags = new Tags([
    ...catalog.entries.flatMap(({ templates }) => templates.flatMap(({ tag }) => tag ?? [])),
    ...product.tags,
  ]);
  const messages = new Map<string, number>();
  const ruleOf = ({ entry, template }: Wording): Rule =>
    makeRule(entry, template, bitsOf, tags, messages);
  const byBeginning = new Map<string, Wording[]>();
  for (const entry of catalog.entries)
    for (const template of entry.templates)
      addTo(byBeginning, firstLiteralOf(template.text), { entry, template });
  const withoutBeginning = (byBeginning.get('') ?? []).map(ruleOf);
  byBeginning.delete('');
  const beginnings = [...byBeginning.keys()];
  const beginningBytes = encodeAll(beginnings);
  const wordings = [...byBeginning.values()];
  const fitter = new Fitter();
  const groups = new Array<RuleGroup | undefined>(wordings.length).fill(undefined);
  const bound = groupBound(withoutBeginning.filter(isBound));
  return {
    catalog,
    product: {
      ...product,
      ...catalog.formats,
      ...compileLogFormat(product, catalog.formats, fitter),
      siblings,
      knownTags: tags,
      plainCatalogs: bitsOf(product.plain),
      loggedCatalogs: bitsOf(
        product.catalogs.filter((name) => !product['not-logged'].includes(name)),
      ),
      commonCatalogs: bitsOf(product.common),
      ownCatalogs: bitsOf(product.plain.filter((name) => !product.common.includes(name))),
      nameBytes: encodeAll(product.names),
      ownBytes: encodeAll(product['own-values']),
      rivals,
      rivalNames: encodeAll([...rivals.keys()]),
      siblingWords: Object.entries(siblings).map(([words, name]) => [name, encode(words)]),
      sharedCatalogs: new Set(
        site.products.flatMap(({ id, catalogs: names }) => (id === product.id ? [] : names)),
      ),
      outageEntries: outageEntriesOf(catalog.entries, product),
    },
    entries: new Map(catalog.entries.map((entry) => [entry.id, entry])),
    guidesOnVersions: catalog.guides.filter(({ evidence }) =>
      evidence.some(({ affected }) => affected),
    ),
    beginnings,
    beginningBytes,
    trie: new Trie(beginningBytes),
    groupAt: (index) => (groups[index] ??= makeGroup((wordings[index] as Wording[]).map(ruleOf))),
    bound,
    boundTo: LEVEL_OF_NUMBER.map((_, level) =>
      [...bound.values()].flat().filter((rule) => rule.level === level),
    ),
    unbound: withoutBeginning.filter((rule) => !isBound(rule)),
    literalWords: new LiteralWordFilter(catalog),
    state: {
      fitter,
      candidates: Array.from({ length: MAX_DEPTH + 2 }, () => []),
      causes: new CauseCache(),
      foreign: new ForeignCache(),
      withoutHeader: new WeakMap(),
      tried: 0,
    },
    foreign: bitsOf(product.foreign),
  };
}

function isBound({ level, tag }: Rule): boolean {
  return level > 0 && tag !== NO_TAG;
}

/** Return the siblings that the products of a site name and that are not products of the site. */
function siblingsOf({ products }: Catalog): Record<string, string> {
  const known = new Set(products.flatMap(({ id, programs }) => [id, ...programs]));
  return Object.fromEntries(
    products
      .flatMap(({ siblings }) => Object.entries(siblings))
      .filter(([, program]) => !known.has(program)),
  );
}

function rivalsOf({ products }: Catalog, product: CatalogProduct): Map<string, string> {
  const known = [...product.programs, ...product.helpers];
  return new Map(
    products
      .filter(({ id }) => id !== product.id)
      .flatMap(({ id, programs }) =>
        programs.flatMap((name): [string, string][] => (known.includes(name) ? [] : [[name, id]])),
      ),
  );
}

function outageEntriesOf(
  entries: readonly CatalogEntry[],
  { milestones }: CatalogProduct,
): Set<string> {
  return new Set([
    milestones.starting ?? '',
    ...entries
      .filter(({ 'holds-back': holdsBack, drops, momentary }) => holdsBack || drops || momentary)
      .flatMap(({ id, 'over-after': overAfter = [] }) => [id, ...overAfter]),
  ]);
}

/** Each group of catalogs has a bit of a number, which has 32. */
const MAX_GROUPS = 32;

/**
 * Assign a bit to each catalog of a product. Catalogs that are in the same lists share a bit, so a
 * product may have any number of catalogs.
 *
 * @returns the bits of the named catalogs
 * @throws Error if there are not enough bits
 */
function catalogBits(
  { id, catalogs, plain, common, foreign, 'not-logged': notLogged }: CatalogProduct,
  entries: readonly CatalogEntry[],
): (names: readonly string[]) => number {
  const lists = [
    plain,
    common,
    foreign,
    notLogged,
    ...entries.flatMap(({ holes = {} }) =>
      Object.values(holes).flatMap((hole) => (hole.catalogs ? [hole.catalogs] : [])),
    ),
  ];
  const groupOf = (name: string): string => lists.map((list) => +list.includes(name)).join('');
  const groups = [...new Set(catalogs.map(groupOf))];
  if (groups.length > MAX_GROUPS)
    throw new Error(
      `${id}: plain, common, foreign, not-logged and the catalogs of holes divide the catalogs of ` +
        `this product into ${groups.length} groups, but there can be at most ${MAX_GROUPS}: ` +
        'name some catalogs in the same lists, or merge them',
    );
  const bits = new Map(catalogs.map((name) => [name, 1 << groups.indexOf(groupOf(name))]));
  return (names) => names.reduce((sum, name) => sum | (bits.get(name) ?? 0), 0);
}

/** A template and its entry. */
interface Wording {
  entry: CatalogEntry;
  template: CatalogTemplate;
}

function groupBound(rules: readonly Rule[]): Map<number, Rule[]> {
  const groups = new Map<number, Rule[]>();
  for (const rule of rules) addTo(groups, boundKey(rule.level, rule.tag), rule);
  return groups;
}

function addTo<Key, Value>(groups: Map<Key, Value[]>, key: Key, value: Value): void {
  const group = groups.get(key);
  if (group) group.push(value);
  else groups.set(key, [value]);
}

/** Return the key of templates that begin with a hole and are bound to a level and a tag. */
export function boundKey(level: number, tag: number): number {
  return level * 65536 + tag + 2;
}

/** Return whether an entry is the named one, or belongs to the named catalog. */
export function isIn(id: string, entryOrCatalog: string): boolean {
  return id === entryOrCatalog || catalogOf(id) === entryOrCatalog;
}

/** Return the catalog of an entry. */
export function catalogOf(id: string): string {
  return id.slice(0, id.indexOf('/'));
}

function makeRule(
  entry: CatalogEntry,
  template: CatalogTemplate,
  bitsOf: (names: readonly string[]) => number,
  tags: Tags,
  messages: Map<string, number>,
): Rule {
  const holes = entry.holes ?? {};
  const parts = markQuoted(trimEnd(parseTemplate(template.text)), holes);
  const program = compileParts(parts);
  const message = messageOf(entry, template);
  const name = `${entry.id} ${message}`;
  const group = messages.get(name) ?? messages.size;
  messages.set(name, group);
  return {
    entry,
    catalog: bitsOf([catalogOf(entry.id)]),
    program,
    holes: program.holes.map((hole) => makeHole(hole, holes[hole.name], bitsOf)),
    level: LEVEL_OF_NUMBER.indexOf(template.level ?? null),
    tag: template.tag === undefined ? NO_TAG : tags.numberOf(encode(template.tag)),
    nested: entry.nested === true,
    ends: entry.ends !== undefined,
    message,
    isLiteral: program.parts.length === 1 && program.holes.length === 0,
    isCauseOnly: program.parts.length === 1 && program.holes[0]?.type === 'cause',
    tail: program.parts.length > 1 ? tailOf(program) : null,
    firstLiteralLength: program.parts[0]?.literal.length ?? 0,
    literal: program.parts.reduce((sum, { literal }) => sum + literal.length, 0),
    group,
  };
}

/** Groups of at most this size are not indexed by their last byte. */
const MAX_UNINDEXED = 3;

function makeGroup(all: readonly Rule[]): RuleGroup {
  const byLastByte: Rule[][] = [];
  const nestable = all.filter(({ level, tag }) => level === 0 && tag === NO_TAG);
  const nests = {
    catalogs: nestable.reduce((bits, { catalog }) => bits | catalog, 0),
    any: nestable.some(({ nested }) => nested),
  };
  if (all.length <= MAX_UNINDEXED) return { all, withoutTail: all, byLastByte, nests };
  for (const rule of all) if (rule.tail) (byLastByte[rule.tail.at(-1) as number] ??= []).push(rule);
  return { all, withoutTail: all.filter(({ tail }) => tail === null), byLastByte, nests };
}

function tailOf({ parts }: Program): Uint8Array | null {
  const last = parts.at(-1);
  return last && last.hole === null ? last.literal : null;
}

function makeHole(
  { name, type }: { name: string; type: string },
  hole: CatalogHole | undefined,
  bitsOf: (names: readonly string[]) => number,
): RuleHole {
  return {
    name,
    kind: type === 'cause' || type === 'foreign' ? type : 'capture',
    quoted: hole?.quoted === true || type === 'quoted',
    key: hole?.key === true,
    catalogs: hole?.catalogs ? bitsOf(hole.catalogs) : ALL_CATALOGS,
  };
}

/** Trim the end of a template, because the ends of messages are trimmed too. */
function trimEnd(parts: TemplatePart[]): TemplatePart[] {
  const last = parts.at(-1);
  if (typeof last !== 'string') return parts;
  const trimmed = last.trimEnd();
  return trimmed === '' ? parts.slice(0, -1) : [...parts.slice(0, -1), trimmed];
}

/**
 * Mark quoted holes before a double quote: they end at the first unescaped one, so that no other
 * end has to be tried.
 */
function markQuoted(parts: TemplatePart[], holes: Record<string, CatalogHole>): TemplatePart[] {
  return parts.map((part, index) => {
    const next = parts[index + 1];
    return typeof part === 'object' &&
      holes[part.name]?.quoted &&
      typeof next === 'string' &&
      next.startsWith('"')
      ? { ...part, inQuotes: true }
      : part;
  });
}
