/**
 * All templates in one structure.
 *
 * 1. A template's first literal goes into a trie, one node a character. At a place in a text the trie is walked until no template
 *    goes on; the templates that end on the way are the candidates. A line that no template begins like costs a few characters.
 * 2. A template that begins with a hole has nothing to walk: it stands in a list of its own, kept by level and tag.
 * 3. A candidate is then fitted whole (template.ts). Which of several that fit is meant is decided by the chain (chain.ts).
 */
import type { CatalogEntry, CatalogHole, CatalogProduct, CatalogTemplate, Catalog } from './catalog.ts';
import { parseTemplate, type TemplatePart } from './template.ts';

/** A template with all that is known of it once it is compiled. */
export interface Rule {
  entry: CatalogEntry;
  catalog: string;
  parts: TemplatePart[];
  holes: Record<string, CatalogHole>;
  level: string | null;
  tag: string | null;
  message: string | null;
  /** Literal characters: of two templates that fit, the one with more wins. */
  literal: number;
  /** It begins with a hole. */
  headless: boolean;
}

interface Node {
  next: Map<number, Node>;
  rules: Rule[];
}

/** A compiled catalog: what `open` needs to read logs. */
export interface Matcher {
  catalog: Catalog;
  products: CompiledProduct[];
  entries: Map<string, CatalogEntry>;
  /** Templates whose first literal stands at `from`, in no order. */
  candidates(text: string, from: number): Rule[];
  headless: Rule[];
  /** Catalogs that are looked for in text of other programs. */
  foreign: string[];
}

export interface CompiledProduct extends CatalogProduct {
  headerParts: TemplatePart[][];
  envelopeParts: { name: string; parts: TemplatePart[]; csv: boolean }[];
}

/** Compile a catalog for reading logs. @throws TemplateError if a template cannot be read */
export function compile(catalog: Catalog): Matcher {
  const rules = catalog.entries.flatMap((entry) => entry.templates.map((template) => makeRule(entry, template)));
  const root: Node = { next: new Map(), rules: [] };
  for (const rule of rules) if (!rule.headless) insert(root, rule);
  return {
    catalog,
    products: catalog.products.map((product) => ({
      ...product,
      headerParts: product.headers.map(parseTemplate),
      envelopeParts: product.envelopes.map(({ name, text, csv }) => ({ name, parts: parseTemplate(text), csv })),
    })),
    entries: new Map(catalog.entries.map((entry) => [entry.id, entry])),
    candidates: (text, from) => walk(root, text, from),
    headless: rules.filter((rule) => rule.headless),
    foreign: catalog.products.flatMap((product) => product.foreign),
  };
}

function makeRule(entry: CatalogEntry, template: CatalogTemplate): Rule {
  const parts = markQuoted(trimEnd(parseTemplate(template.text)), entry.holes ?? {});
  return {
    entry,
    catalog: entry.id.slice(0, entry.id.indexOf('/')),
    parts,
    holes: entry.holes ?? {},
    level: template.level ?? null,
    tag: template.tag ?? null,
    message: template.messages?.[0] ?? null,
    literal: parts.reduce((sum, part) => sum + (typeof part === 'string' ? part.length : 0), 0),
    headless: typeof parts[0] !== 'string',
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
    return typeof part === 'object' && holes[part.name]?.quoted && typeof next === 'string' && next.startsWith('"') ? { ...part, inQuotes: true } : part;
  });
}

function insert(root: Node, rule: Rule): void {
  const literal = rule.parts[0] as string;
  let node = root;
  for (let at = 0; at < literal.length; at++) {
    const code = literal.charCodeAt(at);
    let next = node.next.get(code);
    if (!next) node.next.set(code, (next = { next: new Map(), rules: [] }));
    node = next;
  }
  node.rules.push(rule);
}

function walk(root: Node, text: string, from: number): Rule[] {
  let found: Rule[] | undefined;
  let node: Node | undefined = root;
  for (let at = from; at < text.length; at++) {
    node = node.next.get(text.charCodeAt(at));
    if (!node) break;
    if (node.rules.length > 0) found = found ? found.concat(node.rules) : node.rules;
  }
  return found ?? [];
}
