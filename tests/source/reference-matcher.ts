/**
 * A slow, obviously correct matcher as a reference for the engine. It tries one anchored RegExp per
 * template on every message. The reading with the most literal characters in its chain wins; ties
 * go to the shorter chain, then to a template bound to a level, then to the one with fewer parts,
 * then to the first in the catalog.
 */
import {
  parseTemplate,
  type Catalog,
  type CatalogEntry,
  type CatalogTemplate,
  type TemplatePart,
} from '../../src/engine/index.ts';
import type { CatalogHole, CatalogProduct } from '../../src/model/catalog.ts';

/** How a message was read: the entries of its chain, except those in text of other programs. */
export interface Reading {
  entries: string[];
  literal: number;
  /** Whether the templates cover the message up to its end. */
  isWhole: boolean;
  /** The links of the chain, each with its own literal characters. */
  links: { entry: CatalogEntry; literal: number }[];
}

/** Fewest literal characters of a sentence that may prove the product. */
const MIN_LITERAL = 10;

/** Context of a message: level and tag of its line, or the catalogs that its cause hole allows. */
export interface MessageContext {
  level: string | null;
  tag: string | null;
  nested?: boolean;
  catalogs?: readonly string[] | undefined;
}

interface Rule {
  entry: CatalogEntry;
  template: CatalogTemplate;
  parts: TemplatePart[];
  regex: RegExp;
  literal: number;
}

const HOLES: Record<string, string> = {
  int: '[+-]?\\d+(?!\\d)',
  number: '(?:NaN|[+-]?Inf|[+-]?\\d+(?:\\.\\d+)?)(?!\\d)',
  quoted: '(?:[^"\\\\]|\\\\[^])*',
  text: '[^\\n]*?',
  path: '[^\\n]+?',
  duration: '[^\\n]+?',
  json: '[^]+?',
  rest: '[^]*?',
  cause: '[^]*?',
  foreign: '[^]*?',
};
const WORD = '\\S+?';

export class ReferenceMatcher {
  readonly #rules: Rule[];
  readonly #rulesByPlace = new Map<string, Rule[]>();
  readonly #names: readonly string[];
  readonly #plain: readonly string[];
  readonly #common: readonly string[];
  readonly #tags: readonly (string | undefined)[];

  constructor(catalog: Catalog, { names, catalogs, plain, common, tags }: CatalogProduct) {
    this.#names = names;
    this.#plain = plain;
    this.#common = common;
    this.#rules = catalog.entries
      .filter(({ id }) => catalogs.includes(id.split('/')[0] ?? ''))
      .flatMap((entry) => entry.templates.map((template) => makeRule(entry, template)));
    this.#tags = [...tags, ...this.#rules.map(({ template }) => template.tag)];
  }

  /** Read a message. Return null if no template fits the whole message or its first line. */
  readMessage(message: string, place: MessageContext): Reading | null {
    const [first = '', ...more] = message.split('\n');
    const readings = [first, ...(more.length > 0 ? [message] : [])].flatMap((text) =>
      this.#rulesAt(place).flatMap((rule) => this.#fit(rule, text.trimEnd(), place) ?? []),
    );
    return (
      readings.sort(
        (a, b) =>
          b.literal - a.literal ||
          a.links.length - b.links.length ||
          a.rank - b.rank ||
          a.parts - b.parts,
      )[0] ?? null
    );
  }

  /**
   * Read the cause in a message that no template matches: the first text after a colon that the
   * templates cover to the end. Return null if the tag is unknown, or if the cause neither names a
   * server of the product nor has its words.
   */
  readFallbackCause(message: string, tag: string): Reading | null {
    if (!this.#tags.includes(tag)) return null;
    const [line = ''] = message.split('\n');
    for (
      let [at, colons] = [line.indexOf(':'), 0];
      at >= 0 && colons < 8;
      at = line.indexOf(':', at + 1), colons++
    ) {
      const cause = line.slice(at + 2).trimEnd();
      const reading =
        line[at + 1] === ' '
          ? this.readMessage(cause, { level: null, tag: null, nested: true })
          : null;
      if (reading?.isWhole)
        return this.#names.some((name) => cause.includes(name)) || this.#hasOwnWords(reading)
          ? reading
          : null;
    }
    return null;
  }

  /** Whether only the product prints one of the sentences, or a combination of two. */
  #hasOwnWords({ links }: Reading): boolean {
    const catalogOf = ({ entry }: Reading['links'][number]): string => entry.id.split('/')[0] ?? '';
    const sentences = links.filter((link) => link.literal >= MIN_LITERAL);
    const rare = sentences.filter((link) => !this.#common.includes(catalogOf(link)));
    const own = rare.filter((link) => this.#plain.includes(catalogOf(link)));
    const [first] = links;
    return (
      own.some(({ entry }) => entry.common !== true) ||
      own.filter(({ entry }) => !entry.nested).length > 1 ||
      (first?.entry['by-hand'] === true && first.literal >= MIN_LITERAL) ||
      (rare.length > 1 &&
        first !== undefined &&
        this.#plain.includes(catalogOf(first)) &&
        rare.some(({ entry }) => entry.common !== true))
    );
  }

  #fit(
    rule: Rule,
    text: string,
    { tag }: MessageContext,
  ): (Reading & { rank: number; parts: number }) | null {
    const match = rule.regex.exec(text);
    if (!match) return null;
    const cause = rule.parts.find((part) => typeof part === 'object' && part.type === 'cause');
    const value = typeof cause === 'object' ? (match.groups?.[groupOf(cause.name)] ?? '') : null;
    const nested =
      typeof cause === 'object' && value !== null
        ? this.#readCause(value, rule.entry.holes?.[cause.name])
        : null;
    // A template without literal text needs a known cause, or the tag that it is bound to.
    if (rule.literal === 0 && !nested && (value !== null || tag === null)) return null;
    const entries = [rule.entry.id, ...(nested?.entries ?? [])];
    const isWhole = nested ? nested.isWhole : (value ?? '').trim() === '';
    return {
      entries,
      isWhole,
      literal: rule.literal + (nested?.literal ?? 0),
      links: [{ entry: rule.entry, literal: rule.literal }, ...(nested?.links ?? [])],
      rank: rule.template.level ? 0 : 1,
      parts: rule.parts.length,
    };
  }

  #readCause(value: string, hole: CatalogHole | undefined): Reading | null {
    return this.readMessage((hole?.quoted ? unquote(value) : value).trimStart(), {
      level: null,
      tag: null,
      nested: true,
      catalogs: hole?.catalogs,
    });
  }

  #rulesAt({ level, tag, nested = false, catalogs }: MessageContext): Rule[] {
    const key = JSON.stringify([level, tag, nested, catalogs]);
    let rules = this.#rulesByPlace.get(key);
    if (!rules)
      this.#rulesByPlace.set(
        key,
        (rules = this.#rules.filter((rule) => isAllowedAt(rule, { level, tag, nested, catalogs }))),
      );
    return rules;
  }
}

function isAllowedAt(
  { entry, template }: Rule,
  { level, tag, nested, catalogs }: MessageContext,
): boolean {
  if (catalogs && !catalogs.includes(entry.id.split('/')[0] ?? '')) return false;
  if (template.level !== undefined && (nested || template.level !== level)) return false;
  if (template.tag !== undefined && (tag === null ? level === null : template.tag !== tag))
    return false;
  return !(entry.nested && !nested && level !== null);
}

const groupOf = (name: string): string => name.replaceAll('-', '_');

function makeRule(entry: CatalogEntry, template: CatalogTemplate): Rule {
  const parts = parseTemplate(template.text);
  const last = parts.at(-1);
  if (typeof last === 'string') parts[parts.length - 1] = last.trimEnd();
  if (parts.at(-1) === '') parts.pop();
  const source = parts.map((part, index) => {
    if (typeof part === 'string') return part.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
    const next = parts[index + 1];
    const inQuotes =
      entry.holes?.[part.name]?.quoted && typeof next === 'string' && next.startsWith('"');
    return `(?<${groupOf(part.name)}>${HOLES[inQuotes ? 'quoted' : part.type] ?? WORD})`;
  });
  return {
    entry,
    template,
    parts,
    regex: new RegExp(`^${source.join('')}$`),
    literal: parts.reduce((sum, part) => sum + (typeof part === 'string' ? part.length : 0), 0),
  };
}

/** Decode a string quoted by Go's %q. */
function unquote(text: string): string {
  const escapes: Record<string, string> = { n: '\n', t: '\t', r: '\r' };
  return text.replace(
    /\\(?:u([0-9a-f]{4})|x([0-9a-f]{2})|([\s\S]))/g,
    (_all, unit: string | undefined, byte: string | undefined, one: string) =>
      (unit ?? byte) !== undefined
        ? String.fromCharCode(parseInt((unit ?? byte) as string, 16))
        : (escapes[one] ?? one),
  );
}
