/**
 * Splits a message along its cause holes.
 *
 * Templates that fit at the same place are compared by the literal bytes of the whole chain below
 * them, so the more specific reading wins; on a tie the shorter chain, then the template bound to a
 * level, then the one with fewer holes. Text in a cause hole that no template matches is the rest.
 * Text of another program is searched for entries too, but their links are marked and never decide
 * anything about the product.
 *
 * A chain refers to the bytes that it was read from. For a report, chain-links.ts converts it to
 * strings.
 */
import { lastOwnLink, type Chain, type ReadOptions } from './chain-links.ts';
import type { Fit } from '../templates/fit.ts';
import { ALL_CATALOGS, boundKey, MAX_DEPTH, type ProductMatcher } from '../templates/matcher.ts';
import type { Rule, RuleHole } from '../templates/rule.ts';
import type { ByteRange } from '../lines/byte-range.ts';
import { unquote } from '../lines/go-quote.ts';
import { stripEnvelopes } from '../headers/envelopes.ts';
import { readHeaders } from '../headers/header.ts';
import { NO_TAG } from '../headers/tags.ts';
import { indexOfByte, isWord, skipSpace, matchesAt, trimmedEnd } from '../lines/bytes.ts';

const QUOTE = 34;
/** Bytes of another program's text that are searched for entries. */
const MAX_FOREIGN = 4096;

/** Options for a text that is one message of any catalog. */
export const STANDALONE: ReadOptions = {
  level: 0,
  tag: NO_TAG,
  boundOnly: false,
  catalogs: ALL_CATALOGS,
  loose: false,
  nested: false,
  mayBeTruncated: false,
  oneLine: false,
};
/** Options for the text in a cause hole. */
export const NESTED: ReadOptions = { ...STANDALONE, nested: true };
const NESTED_LINE: ReadOptions = { ...NESTED, oneLine: true };

/** Read a message, or return null if no template fits. */
export function readChain(
  matcher: ProductMatcher,
  { bytes, from, to }: ByteRange,
  options: ReadOptions,
  depth = 0,
): Chain | null {
  const text = { bytes, from, to: trimmedEnd(bytes, from, to) };
  const whole = readCandidates(matcher, text, options, depth);
  const newline = options.oneLine ? -1 : indexOfByte(bytes, 10, from, text.to);
  if (newline < 0) return whole;
  const line = { bytes, from, to: trimmedEnd(bytes, from, newline) };
  const firstLine = readCandidates(matcher, line, options, depth);
  return isBetter(firstLine, whole) ? firstLine : whole;
}

const NONE: readonly Rule[] = [];

/**
 * Find the templates whose first literal begins the text, for `readCandidates`.
 *
 * @returns their number
 */
export function findCandidates(
  { trie, state }: ProductMatcher,
  { bytes, from, to }: ByteRange,
  depth = 0,
): number {
  return trie.walk(bytes, from, to, state.candidates[depth] as number[]);
}

/**
 * Read a text without trailing white space.
 *
 * @param count the number of its candidates, if they were just found
 */
export function readCandidates(
  matcher: ProductMatcher,
  text: ByteRange,
  options: ReadOptions,
  depth: number,
  count = findCandidates(matcher, text, depth),
): Chain | null {
  const { bytes, from, to } = text;
  let best: Chain | null = null;
  const { causes, foreign, candidates: byDepth } = matcher.state;
  if (depth === 0) {
    causes.clearCache();
    foreign.clearCache();
  }
  const candidates = byDepth[depth] as number[];
  let mayOnlyNest = skipSpace(bytes, from, to) > from;
  for (let index = 0; index < count; index++) {
    const { all, withoutTail, byLastByte, nests } = matcher.groupAt(candidates[index] as number);
    mayOnlyNest ||= nests.any || (nests.catalogs & ~options.catalogs) !== 0;
    if (options.loose || options.mayBeTruncated) {
      for (const rule of all) best = tryRule(matcher, rule, text, options, depth, best);
      continue;
    }
    for (const rule of withoutTail) best = tryRule(matcher, rule, text, options, depth, best);
    const closed = byLastByte[bytes[to - 1] as number] ?? NONE;
    for (const rule of closed) best = tryRule(matcher, rule, text, options, depth, best);
  }
  return tryWithoutBeginning(matcher, text, options, depth, best, mayOnlyNest);
}

/**
 * Try the templates that begin with a hole.
 *
 * @param mayOnlyNest whether a template that is only a cause hole may fit
 */
function tryWithoutBeginning(
  matcher: ProductMatcher,
  text: ByteRange,
  options: ReadOptions,
  depth: number,
  found: Chain | null,
  mayOnlyNest: boolean,
): Chain | null {
  let best = found;
  if (options.level > 0 && !options.nested) {
    for (const rule of boundRules(matcher, options)) {
      // A template that is only a cause hole reads the same text again. That helps only if the text
      // may match a template that occurs only in cause holes.
      if (!rule.isCauseOnly || mayOnlyNest || mayNestUnbound(matcher, text))
        best = tryRule(matcher, rule, text, options, depth, best);
    }
  }
  if (options.boundOnly) return best;
  for (const rule of matcher.unbound)
    if (!options.nested || rule.nested) best = tryRule(matcher, rule, text, options, depth, best);
  return best;
}

/**
 * Return whether the text may match a template that begins with a hole and occurs only in cause
 * holes.
 */
function mayNestUnbound({ unbound }: ProductMatcher, { bytes, to }: ByteRange): boolean {
  return unbound.some(
    ({ nested, tail }) => nested && (tail === null || matchesAt(bytes, to - tail.length, tail)),
  );
}

/** Return the rules that begin with a hole and may begin a text with this level and tag. */
export function rulesWithoutBeginning(
  matcher: ProductMatcher,
  options: ReadOptions,
): readonly Rule[] {
  return options.nested
    ? matcher.unbound.filter(({ nested }) => nested)
    : [...(options.level > 0 ? boundRules(matcher, options) : NONE), ...matcher.unbound];
}

function boundRules(
  { bound, boundTo }: ProductMatcher,
  { level, tag }: ReadOptions,
): readonly Rule[] {
  if (tag !== NO_TAG) return bound.get(boundKey(level, tag)) ?? NONE;
  return boundTo[level] ?? NONE;
}

function tryRule(
  matcher: ProductMatcher,
  rule: Rule,
  text: ByteRange,
  options: ReadOptions,
  depth: number,
  best: Chain | null,
): Chain | null {
  const { bytes, from, to } = text;
  if (!mayBegin(rule, options)) return best;
  if (!options.loose && !options.mayBeTruncated) {
    if (rule.isLiteral && from + rule.firstLiteralLength !== to) return best;
    const { tail } = rule;
    if (tail !== null && (to - tail.length < from || !matchesAt(bytes, to - tail.length, tail)))
      return best;
  }
  matcher.state.tried++;
  const found = matcher.state.fitter.fit(
    rule.program,
    text,
    options.loose,
    options.mayBeTruncated,
    rule.firstLiteralLength,
    options.oneLine,
  );
  if (!found) return best;
  const chain = followHoles(matcher, rule, found, bytes, from, depth, options);
  return chain && isBetter(chain, best) ? chain : best;
}

/** Return whether a template may begin a text with this level and tag, or in this hole. */
export function mayBegin(
  rule: Rule,
  { level, tag, boundOnly, nested, catalogs }: ReadOptions,
): boolean {
  if ((catalogs & rule.catalog) === 0) return false;
  if (rule.level > 0 ? nested || rule.level !== level : boundOnly) return false;
  if (rule.nested && !nested && level > 0) return false;
  return rule.tag === NO_TAG || (tag === NO_TAG ? level > 0 : rule.tag === tag);
}

/** Return whether a chain is the more specific reading. */
export function isBetter(chain: Chain | null, best: Chain | null): boolean {
  if (!chain || !best) return chain !== null;
  if (chain.literal !== best.literal) return chain.literal > best.literal;
  if (chain.links !== best.links) return chain.links < best.links;
  if (chain.rule.level > 0 !== best.rule.level > 0) return chain.rule.level > 0;
  return chain.rule.program.parts.length < best.rule.program.parts.length;
}

function followHoles(
  matcher: ProductMatcher,
  rule: Rule,
  { spans, end, literal }: Fit,
  bytes: Uint8Array,
  from: number,
  depth: number,
  options: ReadOptions,
): Chain | null {
  let below: Chain | null = null;
  let rest: ByteRange | null = null;
  let open = false;
  let foreign = false;
  for (let index = 0; index < rule.holes.length; index++) {
    const hole = rule.holes[index] as Rule['holes'][number];
    const start = spans[2 * index] as number;
    if (hole.kind === 'capture' || start < 0) continue;
    const text = textIn(hole, bytes, start, spans[2 * index + 1] as number);
    if (hole.kind === 'cause') {
      const nested = nestedOptions(options, hole.catalogs, text.bytes === bytes);
      below = readCause(matcher, text, nested, depth + 1);
      rest = below ? null : trimmedRest(text);
      open ||= below?.mayContinue === true;
    } else {
      const read = rule.entry.relays ? readRelayed : readForeign;
      const found: Chain | null = below ? null : read(matcher, text, hole.catalogs, depth);
      foreign ||= found !== null;
      below ??= found;
      open ||= !hole.quoted;
    }
  }
  if (!isIdentified(rule, foreign ? null : below, options)) return null;
  const isUnclosed = endsInOpenQuote(rule, spans, bytes, below);
  return {
    rule,
    bytes,
    from,
    end,
    spans,
    below,
    isBelowForeign: foreign,
    rest,
    mayContinue: open,
    isTruncated: options.mayBeTruncated || isUnclosed,
    isUnclosed,
    literal: literal + (below && !foreign ? below.literal : 0),
    links: 1 + (below ? below.links : 0),
  };
}

/**
 * Return whether a template is identified: by its words, by a link below it that is not text of
 * another program, or by its tag, which the line must have.
 */
function isIdentified(
  { literal, holes: [hole], tag }: Rule,
  below: Chain | null,
  options: ReadOptions,
): boolean {
  if (literal > 0 || below) return true;
  return hole?.kind !== 'cause' && tag !== NO_TAG && tag === options.tag;
}

/**
 * Return whether quoted text of another program has no closing quotation mark, in this link or one
 * below it.
 */
function endsInOpenQuote(
  { holes }: Rule,
  spans: readonly number[],
  bytes: Uint8Array,
  below: Chain | null,
): boolean {
  if (below?.isUnclosed) return true;
  return holes.some(({ kind, quoted }, index) => {
    const from = spans[2 * index] as number;
    const to = spans[2 * index + 1] as number;
    const isOpened = kind === 'foreign' && quoted && bytes[from - 1] === QUOTE;
    return isOpened && bytes[to] !== QUOTE && bytes[to - 1] !== QUOTE;
  });
}

/** Return the text in a hole, unquoted if it is a quoted string. */
export function textIn(
  { quoted }: RuleHole,
  bytes: Uint8Array,
  from: number,
  to: number,
): ByteRange {
  const inside = quoted ? unquote(bytes, from, to) : null;
  return inside ? { bytes: inside, from: 0, to: inside.length } : { bytes, from, to };
}

/** Return a text without surrounding white space, or null if nothing is left. */
function trimmedRest({ bytes, from: start, to: stop }: ByteRange): ByteRange | null {
  const to = trimmedEnd(bytes, start, stop);
  const from = skipSpace(bytes, start, to);
  return from < to ? { bytes, from, to } : null;
}

function readCause(
  matcher: ProductMatcher,
  text: ByteRange,
  options: ReadOptions,
  depth: number,
): Chain | null {
  const cause = trimmedRest(text);
  if (cause === null || depth > MAX_DEPTH) return null;
  const { causes } = matcher.state;
  const known = causes.findCached(cause, options);
  if (known !== undefined) return known;
  const chain = readChain(matcher, cause, options, depth);
  causes.cacheChain(cause, options, chain);
  return chain;
}

function nestedOptions(options: ReadOptions, catalogs: number, isSameText: boolean): ReadOptions {
  const plain = options.oneLine && isSameText ? NESTED_LINE : NESTED;
  return options.loose || options.mayBeTruncated || catalogs !== ALL_CATALOGS
    ? { ...plain, catalogs, loose: options.loose, mayBeTruncated: options.mayBeTruncated }
    : plain;
}

/** Read, in text of another program, the best chain that begins at any word. */
function readForeign(
  matcher: ProductMatcher,
  { bytes, from, to }: ByteRange,
  catalogs: number,
  depth: number,
): Chain | null {
  if (depth >= MAX_DEPTH) return null;
  const text = { bytes, from, to: Math.min(to, from + 4 * MAX_FOREIGN) };
  const options = { ...NESTED, catalogs: foreignCatalogs(matcher, catalogs), loose: true };
  return findChain(matcher, text, options, depth + 1);
}

/** Return the bits of the catalogs that are searched for in a hole for text of another program. */
function foreignCatalogs({ foreign }: ProductMatcher, catalogs: number): number {
  return catalogs === ALL_CATALOGS ? foreign : catalogs;
}

/**
 * Read text of another program that a message only passes on. A harmless message in it counts only
 * if every line is a harmless message, so that none hides a fault.
 */
function readRelayed(
  matcher: ProductMatcher,
  text: ByteRange,
  catalogs: number,
  depth: number,
): Chain | null {
  const found = readForeign(matcher, text, catalogs, depth);
  if (found && !isHarmless(found)) return found;
  if (depth >= MAX_DEPTH || text.to - text.from > 4 * MAX_FOREIGN) return null;
  const lines = linesOf(text);
  const harmless: Chain[] = [];
  for (const line of lines) {
    const chain = readHarmlessLine(matcher, line, catalogs, depth);
    if (!chain) break;
    harmless.push(chain);
  }
  if (harmless.length === lines.length) return bestOf(harmless);
  return bestOf(
    lines.flatMap((line) => {
      const chain = readForeign(matcher, line, catalogs, depth);
      return chain && !isHarmless(chain) ? [chain] : [];
    }),
  );
}

/** Read a line that is a harmless message, perhaps after a header; null if it is not. */
function readHarmlessLine(
  matcher: ProductMatcher,
  line: ByteRange,
  catalogs: number,
  depth: number,
): Chain | null {
  const { product } = matcher;
  const options = { ...STANDALONE, catalogs: foreignCatalogs(matcher, catalogs) };
  const variants = stripEnvelopes(product, line);
  const afterHeaders = variants.flatMap((variant) => readHeaders(product, variant));
  const texts: ByteRange[] = [...variants, ...afterHeaders];
  // The tag may be all that is left of a header.
  const afterTag = product.knownTags.textAfterTag(line);
  if (afterTag) texts.push(afterTag);
  for (const text of texts) {
    const chain = readChain(matcher, text, options, depth + 1);
    if (chain && isHarmless(chain)) return chain;
  }
  return null;
}

function isHarmless({ below, rule }: Chain): boolean {
  return below ? isHarmless(below) : rule.entry.role === 'harmless';
}

function bestOf(chains: readonly Chain[]): Chain | null {
  return chains.reduce<Chain | null>((best, chain) => (isBetter(chain, best) ? chain : best), null);
}

/** Return the lines of a text that are not blank. */
function linesOf({ bytes, from, to }: ByteRange): ByteRange[] {
  const lines: ByteRange[] = [];
  for (let start = from; start < to;) {
    const newline = indexOfByte(bytes, 10, start, to);
    const end = newline < 0 ? to : newline;
    if (skipSpace(bytes, start, end) < trimmedEnd(bytes, start, end))
      lines.push({ bytes, from: start, to: end });
    start = end + 1;
  }
  return lines;
}

/** Read the best chain that begins at any word of a text. */
export function findChain(
  matcher: ProductMatcher,
  { bytes, from, to }: ByteRange,
  options: ReadOptions,
  depth = 0,
): Chain | null {
  const { foreign } = matcher.state;
  let best: Chain | null = null;
  for (let start = from; start < to;) {
    const newline = indexOfByte(bytes, 10, start, to);
    const end = newline < 0 ? to : newline;
    const limit = Math.min(end, start + MAX_FOREIGN);
    for (let at = start; at < limit; at++) {
      if (at > start && isWord(bytes[at - 1])) continue;
      const text = { bytes, from: at, to: limit };
      if (findCandidates(matcher, text, depth) === 0) continue;
      const read = () => readChain(matcher, text, options, depth);
      const chain = depth === 0 ? read() : foreign.findOrRead(text, options.catalogs, read);
      if (chain && isBetter(chain, best)) best = chain;
    }
    start = end + 1;
  }
  return best;
}

/** Count the literal bytes of a chain and of text of another program in it; 0 without a chain. */
export function totalLiteralOf(chain: Chain | null): number {
  return (chain?.literal ?? 0) + foreignLiteralOf(chain);
}

/** Count the literal bytes that are matched in text of another program. */
export function foreignLiteralOf(chain: Chain | null): number {
  for (let link = chain; link; link = link.below)
    if (link.isBelowForeign) return link.below?.literal ?? 0;
  return 0;
}

/** Return the text at the end of a chain that no template matches. */
export function unmatchedRestOf(chain: Chain): ByteRange | null {
  return lastOwnLink(chain).rest;
}
