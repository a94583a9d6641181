/**
 * All templates in one structure.
 *
 * 1. The first literal of each template goes into a trie on bytes (trie.ts). At a place in a text one walk finds the templates that
 *    may stand there; a line that no template begins like costs a few bytes.
 * 2. A template that begins with a hole has nothing to walk: it is found by its level and tag, or, with neither, tried at the
 *    beginning of a message.
 * 3. A candidate is then fitted whole (fit.ts). Which of several that fit is meant is decided by the chain (chain.ts).
 */
import {
  messageOf,
  type Catalog,
  type CatalogEntry,
  type CatalogHole,
  type CatalogProduct,
  type CatalogTemplate,
} from './catalog.ts';
import { compileParts, type Program } from './fit.ts';
import { compileForm, type Form } from './heads/header.ts';
import { LEVELS } from './levels.ts';
import { LiteralWords } from './records/shape.ts';
import { NO_TAG, Tags } from './tags.ts';
import { beginningOf, parseTemplate, type TemplatePart } from './template.ts';
import { encode, encodeAll } from './text.ts';
import { Trie } from './trie.ts';

/** A template with all that is known of it once it is compiled. */
export interface Rule {
  entry: CatalogEntry;
  /** Bit of its catalog. */
  catalog: number;
  program: Program;
  /** What each hole is to the chain, in the program's order. */
  holes: readonly RuleHole[];
  level: number;
  tag: number;
  /** What its entry says, where every reading asks for it: it stands in a cause hole only; it ends the agent or a command. */
  nested: boolean;
  ends: boolean;
  message: string | null;
  /** It is one literal, or one cause hole. */
  isLiteral: boolean;
  isBare: boolean;
  /** The literal that it ends with, after a hole: most candidates are told apart by it before they are fitted. */
  tail: Uint8Array | null;
  /** Bytes of its first literal; 0 if it begins with a hole. */
  begins: number;
  /** Bytes of all its literals. */
  literal: number;
  /** Rules of one entry that print one message id are one to a finding. */
  group: number;
}

export interface RuleHole {
  name: string;
  kind: 'capture' | 'cause' | 'foreign';
  quoted: boolean;
  /** Its value belongs to a finding's identity. */
  key: boolean;
  /** Bits of the catalogs that may nest in it. */
  catalogs: number;
}

/** Templates that begin with the same literal. Of those that end with a literal only the ones with the text's last byte can fit. */
export interface RuleGroup {
  all: readonly Rule[];
  open: readonly Rule[];
  byLastByte: readonly (readonly Rule[] | undefined)[];
  /** What may stand in a cause hole: bits of the catalogs of such templates, and whether some stand nowhere else. */
  nests: { catalogs: number; any: boolean };
}

/** A compiled catalog: what `open` needs to read logs. */
export interface Matcher {
  catalog: Catalog;
  products: CompiledProduct[];
  entries: Map<string, CatalogEntry>;
  /** The literals that templates begin with, and what finds them: its numbers are those of the groups. */
  beginnings: readonly string[];
  trie: Trie;
  groupAt(index: number): RuleGroup;
  /** Templates that begin with a hole, by level and tag (`boundKey`), and those bound to neither. */
  bound: Map<number, Rule[]>;
  unbound: Rule[];
  tags: Tags;
  literalWords: LiteralWords;
  /** Bits of the catalogs that are looked for in text of other programs. */
  foreign: number;
}

export interface CompiledProduct extends CatalogProduct {
  heads: readonly Form[];
  envelopeForms: readonly Form[];
  /** Bits of the catalogs whose messages may stand alone. */
  plainCatalogs: number;
  /** Bits of those whose messages not every program prints. */
  ownCatalogs: number;
  /** Number of the level from which on a message tells of trouble. */
  problemLevel: number;
  /** What the product and its server are called, as bytes. */
  nameBytes: readonly Uint8Array[];
  /** What only its own messages hold, as bytes. */
  ownBytes: readonly Uint8Array[];
}

/** Any catalog. */
export const ALL_CATALOGS = -1;

/**
 * Compile a catalog for reading logs. Only what a walk needs is made at once: most logs meet few templates, and a template is taken
 * apart when a text first begins like it. @throws TemplateError, then or later, if a template cannot be read
 */
export function compile(catalog: Catalog): Matcher {
  const bits = new Map(
    [...new Set(catalog.entries.map(({ id }) => catalogOf(id)))].map((name, index) => [
      name,
      1 << index,
    ]),
  );
  const bitsOf = (wanted: readonly string[]): number =>
    wanted.reduce((sum, name) => sum | (bits.get(name) ?? 0), 0);
  const tags = new Tags([
    ...catalog.entries.flatMap(({ templates }) => templates.flatMap(({ tag }) => tag ?? [])),
    ...catalog.products.flatMap((product) => product.tags),
  ]);
  const messages = new Map<string, number>();
  const ruleOf = ({ entry, template }: Wording): Rule =>
    makeRule(entry, template, bitsOf, tags, messages);
  const byBeginning = new Map<string, Wording[]>();
  for (const entry of catalog.entries)
    for (const template of entry.templates)
      addTo(byBeginning, beginningOf(template.text), { entry, template });
  const headless = (byBeginning.get('') ?? []).map(ruleOf);
  byBeginning.delete('');
  const beginnings = [...byBeginning.keys()];
  const wordings = [...byBeginning.values()];
  const groups = new Array<RuleGroup | undefined>(wordings.length).fill(undefined);
  return {
    catalog,
    products: catalog.products.map((product) => ({
      ...product,
      heads: product.headers.map((text) => compileForm(compileParts(parseTemplate(text)))),
      envelopeForms: product.envelopes.map(({ text, csv }) =>
        compileForm(compileParts(parseTemplate(text)), csv),
      ),
      plainCatalogs: bitsOf(product.plain),
      ownCatalogs: bitsOf(product.plain.filter((name) => !product.common.includes(name))),
      problemLevel: LEVELS.indexOf(product.problem),
      nameBytes: product.names.map(encode),
      ownBytes: product.ownValues.map(encode),
    })),
    entries: new Map(catalog.entries.map((entry) => [entry.id, entry])),
    beginnings,
    trie: new Trie(encodeAll(beginnings)),
    groupAt: (index) => (groups[index] ??= makeGroup((wordings[index] as Wording[]).map(ruleOf))),
    bound: groupBound(headless.filter(({ level }) => level > 0)),
    unbound: headless.filter(({ level }) => level === 0),
    tags,
    literalWords: new LiteralWords(catalog),
    foreign: bitsOf(catalog.products.flatMap((product) => product.foreign)),
  };
}

/** A template and whose it is. */
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

/** The key of the templates that begin with a hole and are bound to a level and a tag. */
export function boundKey(level: number, tag: number): number {
  return level * 65536 + tag + 2;
}

function catalogOf(id: string): string {
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
    level: LEVELS.indexOf(template.level ?? null),
    tag: template.tag === undefined ? NO_TAG : tags.numberOf(encode(template.tag)),
    nested: entry.nested === true,
    ends: entry.ends !== undefined,
    message,
    isLiteral: program.parts.length === 1 && program.holes.length === 0,
    isBare: program.parts.length === 1 && program.holes[0]?.type === 'cause',
    tail: program.parts.length > 1 ? tailOf(program) : null,
    begins: program.parts[0]?.literal.length ?? 0,
    literal: program.parts.reduce((sum, { literal }) => sum + literal.length, 0),
    group,
  };
}

/** So few templates are tried one after another. */
const FEW = 3;

function makeGroup(all: readonly Rule[]): RuleGroup {
  const byLastByte: Rule[][] = [];
  const nestable = all.filter(({ level, tag }) => level === 0 && tag === NO_TAG);
  const nests = {
    catalogs: nestable.reduce((bits, { catalog }) => bits | catalog, 0),
    any: nestable.some(({ nested }) => nested),
  };
  if (all.length <= FEW) return { all, open: all, byLastByte, nests };
  for (const rule of all) if (rule.tail) (byLastByte[rule.tail.at(-1) as number] ??= []).push(rule);
  return { all, open: all.filter(({ tail }) => tail === null), byLastByte, nests };
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

/** A message is read without the white space at its end, so a template is too. */
function trimEnd(parts: TemplatePart[]): TemplatePart[] {
  const last = parts.at(-1);
  if (typeof last !== 'string') return parts;
  const trimmed = last.trimEnd();
  return trimmed === '' ? parts.slice(0, -1) : [...parts.slice(0, -1), trimmed];
}

/** A quoted hole before a double quote ends at the first one that is not escaped, so that nothing has to be tried. */
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
