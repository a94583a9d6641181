/**
 * Reads the exceptions of a stack trace as the causes of the message above it. Each known one
 * becomes a link of the chain. The root cause is the last link and decides the diagnosis; if no
 * template matches it, its text is the unmatched rest of the chain.
 */
import type { CompiledTrace } from '../headers/compiled-product.ts';
import { lengthOfBeginning, skipIndent, type ByteRange } from '../lines/byte-range.ts';
import { indexOfByte, trimmedEnd } from '../lines/bytes.ts';
import { joined } from '../normalize/joined-lines.ts';
import type { ProductMatcher } from '../templates/matcher.ts';
import { NESTED, readChain } from './chain.ts';
import type { Chain } from './chain-links.ts';

/** The most names in front of an exception's text, such as `RuntimeException: IOException: `. */
const MAX_NAMES = 4;

/**
 * Add the causes in a stack trace to the chain of a message.
 *
 * @param exceptions what `readExceptions` returned for the record
 * @returns the chain; if no template matches the message, the chain of the root cause
 */
export function addTraceCauses(
  matcher: ProductMatcher,
  trace: CompiledTrace,
  chain: Chain | null,
  exceptions: readonly ByteRange[],
): Chain | null {
  const root = exceptions.at(-1);
  if (!root) return chain;
  if (!chain) {
    const found = readException(matcher, root);
    return found && { ...found, isTruncated: true };
  }
  if (chain.mayContinue || holdsFrame(trace, lastLinkOf(chain))) return chain;
  let result = chain;
  let isKnown = true;
  for (const text of exceptions) {
    const found = readException(matcher, text);
    isKnown = found !== null;
    if (found && !hasEntry(result, found)) result = append(result, found);
  }
  return isKnown ? result : withRest(result, root);
}

/** Return the lines of a record that its meaning depends on, without most frames of a trace. */
export function withoutFrames<Line extends ByteRange>(
  trace: CompiledTrace,
  lines: readonly Line[],
): Line[] {
  const base = indentOf(lines);
  const isKept = lines.map((line) => !isFrame(trace, line, base));
  // The first frame shows that the lines are a trace, and where an exception's text ends.
  return lines.filter((_line, index) => isKept[index] || index === 0 || isKept[index - 1]);
}

/**
 * Return the texts of the exceptions in a trace, the root cause last.
 *
 * @param lines the lines of the record after its first
 */
export function readExceptions(trace: CompiledTrace, lines: readonly ByteRange[]): ByteRange[] {
  const base = indentOf(lines);
  const exceptions: ByteRange[][] = [];
  let current: ByteRange[] | null = null;
  let isConsequence = false;
  let isTrace = false;
  const begin = (line: ByteRange): ByteRange[] => {
    if (isConsequence) exceptions.unshift([line]);
    else exceptions.push([line]);
    const begun = exceptions.at(isConsequence ? 0 : -1) as ByteRange[];
    isConsequence = false;
    return begun;
  };
  for (const line of lines) {
    isTrace ||= lengthOfBeginning(line, trace.frames) > 0;
    if (isFrame(trace, line, base)) {
      current = null;
      continue;
    }
    const [cause, consequence] = [
      lengthOfBeginning(line, trace.causes),
      lengthOfBeginning(line, trace.consequences),
    ];
    if (cause + consequence > 0) {
      isTrace = true;
      isConsequence = consequence > 0;
      current = null;
    }
    const text = { ...line, from: skipIndent(line) + cause + consequence };
    if (text.from >= trimmedEnd(text.bytes, text.from, text.to)) continue;
    if (current) current.push(text);
    else current = begin(text);
  }
  return isTrace ? exceptions.map((lines) => joined(lines)) : [];
}

/** Return the width of the indentation that all lines have. */
function indentOf(lines: readonly ByteRange[]): number {
  return Math.min(...lines.map((line) => skipIndent(line) - line.from));
}

function isFrame(trace: CompiledTrace, line: ByteRange, base: number): boolean {
  return skipIndent(line) - line.from > base || lengthOfBeginning(line, trace.frames) > 0;
}

/** Return whether a link reaches into the frames of a trace, so that its template covers them. */
function holdsFrame(trace: CompiledTrace, { bytes, from, end, rest }: Chain): boolean {
  if (rest) return false;
  for (let at = indexOfByte(bytes, 10, from, end); at >= 0; at = indexOfByte(bytes, 10, at, end)) {
    at++;
    if (lengthOfBeginning({ bytes, from: at, to: end }, trace.frames) > 0) return true;
  }
  return false;
}

function lastLinkOf(chain: Chain): Chain {
  return chain.below ? lastLinkOf(chain.below) : chain;
}

/** Read the text of an exception, or the part of it after its name. */
function readException(matcher: ProductMatcher, text: ByteRange): Chain | null {
  const { bytes, to } = text;
  let { from } = text;
  for (let names = 0; names <= MAX_NAMES; names++) {
    const chain = readChain(matcher, { bytes, from, to }, NESTED, 1);
    if (chain) return chain;
    const space = indexOfByte(bytes, 32, from, to);
    if (space < 0 || bytes[space - 1] !== 58) return null;
    from = space + 1;
  }
  return null;
}

function hasEntry({ rule, below }: Chain, found: Chain): boolean {
  return rule.entry.id === found.rule.entry.id || (below !== null && hasEntry(below, found));
}

function append(chain: Chain, below: Chain): Chain {
  return {
    ...chain,
    below: chain.below ? append(chain.below, below) : below,
    rest: null,
    literal: chain.literal + below.literal,
    links: chain.links + below.links,
  };
}

function withRest(chain: Chain, rest: ByteRange): Chain {
  return chain.below ? { ...chain, below: withRest(chain.below, rest) } : { ...chain, rest };
}
