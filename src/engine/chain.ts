/**
 * A message taken apart along its cause holes.
 *
 * At a place the templates that fit are compared by the literal characters of the whole chain below them, so the more specific
 * reading wins; of equals the shorter chain, then the template that is bound to a level, then the one with fewer holes. What no
 * template knows in a cause hole is the rest. Text of another program is searched for entries too, but their links are marked:
 * they never decide for the product.
 */
import type { Link } from './report.ts';
import type { Matcher, Rule } from './matcher.ts';
import { unquote } from './quote.ts';
import { skipSpace } from './space.ts';
import { fitTemplate, type Fit } from './template.ts';

/** A chain with the literal characters that hold it. */
export interface Chain {
  links: Link[];
  rest: string | null;
  literal: number;
  /** The first link's rule. */
  rule: Rule;
  /** Where it begins and ends in the text. */
  from: number;
  end: number;
  /** The text broke off inside it. */
  cut?: true;
  /** It ends in text of another program that is not quoted: further lines may belong to it. */
  open: boolean;
}

export interface ReadOptions {
  level: string | null;
  tag: string | null;
  /** Catalogs whose entries may begin the chain; all when left out. */
  catalogs?: readonly string[] | undefined;
  /** Text may follow the message. */
  loose?: boolean;
  /** The text nests in a cause hole: templates bound to a level do not fit there. */
  nested?: boolean;
  /** The message may break off inside a template. */
  cut?: boolean;
}

/** How deep causes nest, how much of a text is searched word by word, and how much of a link's text is kept. */
const MAX_DEPTH = 16;
const MAX_FOREIGN = 4096;
const MAX_TEXT = 300;

/** Read the message at `from`, or null where no template fits. */
export function readChain(matcher: Matcher, text: string, from: number, options: ReadOptions, depth = 0): Chain | null {
  const whole = readAt(matcher, text, from, trimmedEnd(text, from, text.length), options, depth);
  const newline = text.indexOf('\n', from);
  if (newline < 0) return whole;
  const firstLine = readAt(matcher, text, from, trimmedEnd(text, from, newline), options, depth);
  return better(firstLine, whole) ? firstLine : whole;
}

function readAt(matcher: Matcher, text: string, from: number, to: number, options: ReadOptions, depth: number): Chain | null {
  let best: Chain | null = null;
  for (const rule of matcher.candidates(text, from)) best = tryRule(matcher, rule, text, from, to, options, depth, best);
  for (const rule of matcher.headless) best = tryRule(matcher, rule, text, from, to, options, depth, best);
  return best;
}

function tryRule(matcher: Matcher, rule: Rule, text: string, from: number, to: number, options: ReadOptions, depth: number, best: Chain | null): Chain | null {
  if (rule.level !== null && (options.nested || rule.level !== options.level)) return best;
  if (rule.tag !== null && options.tag !== null && rule.tag !== options.tag) return best;
  if (rule.tag !== null && options.tag === null && options.level === null) return best;
  if (rule.entry.nested && !options.nested && options.level !== null) return best;
  if (options.catalogs && !options.catalogs.includes(rule.catalog)) return best;
  const fit = fitTemplate(rule.parts, text, from, to, options.loose, options.cut);
  if (!fit) return best;
  const chain = follow(matcher, rule, fit, text, from, depth, options);
  return chain && better(chain, best) ? chain : best;
}

/** Whether a chain is the more specific reading. */
function better(chain: Chain | null, best: Chain | null): boolean {
  if (!chain || !best) return chain !== null;
  if (chain.literal !== best.literal) return chain.literal > best.literal;
  if (chain.links.length !== best.links.length) return chain.links.length < best.links.length;
  if ((chain.rule.level !== null) !== (best.rule.level !== null)) return chain.rule.level !== null;
  return chain.rule.parts.length < best.rule.parts.length;
}

function follow(matcher: Matcher, rule: Rule, { spans, end, literal }: Fit, text: string, start: number, depth: number, { loose = false, cut = false }: ReadOptions): Chain | null {
  const captures: Record<string, string[]> = {};
  let below: Chain | null = null;
  let rest: string | null = null;
  let open = false;
  for (const { name, type, from, to } of spans) {
    const raw = text.slice(from, to);
    const value = rule.holes[name]?.quoted || type === 'quoted' ? unquote(raw) : raw;
    if (type === 'cause') {
      below = depth < MAX_DEPTH ? readChain(matcher, value, skipSpace(value), { level: null, tag: null, catalogs: rule.holes[name]?.catalogs, nested: true, loose, cut }, depth + 1) : null;
      rest = below ? below.rest : value.trim() || null;
      open ||= below?.open === true;
    } else if (type === 'foreign') {
      below ??= readForeign(matcher, value, depth);
      open ||= rule.holes[name]?.quoted !== true;
      captures[name] = [value.trimEnd()];
    } else {
      captures[name] = [value];
    }
  }
  if (rule.literal === 0 && !below) return null;
  const cause = spans.find(({ type }) => type === 'cause');
  const own = cause ? `${text.slice(start, cause.from)}${text.slice(cause.to, end)}` : text.slice(start, end);
  const link: Link = { entry: rule.entry.id, message: rule.message, captures, text: own.trim().replace(/:\s*"?$/, '').slice(0, MAX_TEXT) };
  return { links: [link, ...(below?.links ?? [])], rest, literal: literal + (below?.literal ?? 0), rule, from: start, end, open };
}

/** Look for an entry in text of another program: the one with most literal characters, from the beginning of any word. */
function readForeign(matcher: Matcher, text: string, depth: number): Chain | null {
  const found = depth < MAX_DEPTH ? findChain(matcher, text.slice(0, 4 * MAX_FOREIGN), { level: null, tag: null, catalogs: matcher.foreign, nested: true, loose: true }, depth + 1) : null;
  return found && { ...found, rest: null, literal: 0, links: found.links.map((link) => ({ ...link, foreign: true as const })) };
}

/** Read the best chain that begins at any word of a text. */
export function findChain(matcher: Matcher, text: string, options: ReadOptions, depth = 0): Chain | null {
  let best: Chain | null = null;
  for (const whole of text.split('\n')) {
    const line = whole.slice(0, MAX_FOREIGN);
    for (let at = 0; at < line.length; at++) {
      if (at > 0 && isWord(line.charCodeAt(at - 1))) continue;
      if (matcher.candidates(line, at).length === 0) continue;
      const chain = readChain(matcher, line, at, options, depth);
      if (chain && better(chain, best)) best = chain;
    }
  }
  return best;
}

function isWord(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95;
}

function trimmedEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && text.charCodeAt(end - 1) <= 32) end--;
  return end;
}
