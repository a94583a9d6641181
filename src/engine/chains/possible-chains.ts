/** Finds every message whose beginning a cut text may be. */
import { findCandidates, mayBegin, NESTED, rulesWithoutBeginning } from './chain.ts';
import type { Chain, ReadOptions } from './chain-links.ts';
import type { Fit } from '../templates/fit.ts';
import type { ProductMatcher } from '../templates/matcher.ts';
import type { Rule } from '../templates/rule.ts';
import type { ByteRange } from '../lines/byte-range.ts';
import { decode, encode, indexOfBytes, skipSpace, trimmedEnd } from '../lines/bytes.ts';

/** The most links of a chain. In a cut text, deeper causes prove nothing. */
const MAX_LINKS = 6;
/** Fewest literal bytes by which a cause is recognized. */
const MIN_CAUSE = 3;
/** Fewest literal bytes by which a consequence is recognized; fewer would identify nothing. */
const MIN_CONSEQUENCE = 16;
const SEPARATOR = encode(': ');

/**
 * Return the chains that a text may be the whole or the beginning of. For each way to read the
 * text, only the chains with the most matching literal bytes are returned.
 *
 * @param least fewest literal bytes of the first link that must match
 */
export function possibleChains(
  matcher: ProductMatcher,
  { bytes, from, to: end }: ByteRange,
  ways: readonly ReadOptions[],
  least: number,
  depth = 0,
): Chain[][] {
  const to = trimmedEnd(bytes, from, end);
  if (from >= to || depth >= MAX_LINKS) return ways.map(() => []);
  const text = { bytes, from, to };
  const beginning = rulesThatBegin(matcher, text, depth);
  const known = new Map<Rule, Chain[]>();
  const chainsWith = (rule: Rule): Chain[] => {
    const chains = known.get(rule) ?? readRule(matcher, rule, text, least, depth);
    known.set(rule, chains);
    return chains;
  };
  return ways.map((options) =>
    mostLiteralOf(
      [...beginning, ...rulesWithoutBeginning(matcher, options)]
        .filter((rule) => mayBegin(rule, options))
        .flatMap(chainsWith),
    ),
  );
}

function mostLiteralOf(chains: readonly Chain[]): Chain[] {
  const most = Math.max(...chains.map(({ literal }) => literal));
  const best = chains.filter(({ literal }) => literal === most);
  // A template without literal text adds nothing to the link below it.
  const withLiteral = best.filter(({ rule }) => rule.literal > 0);
  return withLiteral.length > 0 ? withLiteral : best;
}

function readRule(
  matcher: ProductMatcher,
  rule: Rule,
  text: ByteRange,
  least: number,
  depth: number,
): Chain[] {
  const fit = matcher.state.fitter.fitBeginning(rule.program, text, least);
  return fit ? chainsOf(matcher, rule, fit, text, depth) : [];
}

/** Return the rules whose first literal begins the text, even if the text ends within it. */
function rulesThatBegin(matcher: ProductMatcher, text: ByteRange, depth: number): Rule[] {
  const { bytes, from, to } = text;
  const count = findCandidates(matcher, text, depth);
  const groups = (matcher.state.candidates[depth] as number[]).slice(0, count);
  if (matcher.trie.stoppedAt >= to) {
    const excerpt = decode(bytes, from, to);
    for (const [index, beginning] of matcher.beginnings.entries())
      if (beginning.length > excerpt.length && beginning.startsWith(excerpt)) groups.push(index);
  }
  return groups.flatMap((index) => matcher.groupAt(index).all);
}

/** Return a chain for each cause that may be in the hole of a rule. */
function chainsOf(
  matcher: ProductMatcher,
  rule: Rule,
  { spans, literal, end }: Fit,
  { bytes, from, to }: ByteRange,
  depth: number,
): Chain[] {
  const isCut = spans.includes(-1) || literal < rule.literal;
  if (isCut && endsInSeveralValues(rule, spans, bytes, to)) return [];
  const chain: Chain = {
    rule,
    bytes,
    from,
    end,
    // A value at the end of a cut text may be cut too.
    spans: isCut ? spans.map((at, index) => (spans[index | 1] === to ? -1 : at)) : spans,
    below: null,
    isBelowForeign: false,
    rest: null,
    mayContinue: false,
    isTruncated: true,
    isUnclosed: false,
    literal,
    links: 1,
  };
  const hole = rule.holes.findIndex(({ kind }) => kind === 'cause');
  const start = hole < 0 ? -1 : (spans[2 * hole] as number);
  if (start < 0) return literal > 0 ? [chain] : [];
  const cause = { bytes, from: skipSpace(bytes, start, to), to: spans[2 * hole + 1] as number };
  const catalogs = rule.holes[hole]?.catalogs ?? 0;
  const nested = [{ ...NESTED, catalogs }];
  const possible = possibleChains(matcher, cause, nested, MIN_CAUSE, depth + 1).flat();
  const isIdentified = ({ rule: { entry }, literal: words }: Chain): boolean =>
    rule.literal === 0 || words >= MIN_CONSEQUENCE || entry.role !== 'consequence';
  // If too little of the text is left to identify one of them, none is certain.
  const causes = possible.every(isIdentified) ? possible : [];
  if (causes.length === 0)
    return literal > 0 ? [{ ...chain, spans, rest: cause.from < cause.to ? cause : null }] : [];
  return causes.map((below) => ({
    ...chain,
    spans,
    below,
    links: 1 + below.links,
    literal: literal + below.literal,
  }));
}

/**
 * Return whether the value in which a text was cut contains `: `. Go puts that in front of a cause,
 * so the value ended before the cut, and the text is not this message.
 */
function endsInSeveralValues(
  { holes }: Rule,
  spans: readonly number[],
  bytes: Uint8Array,
  to: number,
): boolean {
  return holes.some(({ kind }, hole) => {
    const from = spans[2 * hole] as number;
    return (
      kind === 'capture' &&
      from >= 0 &&
      spans[2 * hole + 1] === to &&
      indexOfBytes(bytes, SEPARATOR, from, to, to) >= 0
    );
  });
}
