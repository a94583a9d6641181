/**
 * Text that lacks its end, its header, or both, as support desks get it: one line of a mail, or the
 * visible part of one. If it may be the beginning of several messages, none of them is chosen; what
 * they share is known, and the chain lists all of them as its family.
 */
import {
  findCandidates,
  isBetter,
  NESTED,
  readChain,
  STANDALONE,
  textIn,
  unmatchedRestOf,
} from '../chains/chain.ts';
import { lastOwnLink, type Chain, type ReadOptions } from '../chains/chain-links.ts';
import { possibleChains } from '../chains/possible-chains.ts';
import { isProductChain, isProductExcerpt, namesProduct } from '../findings/recognition.ts';
import type { CompiledProduct } from '../headers/compiled-product.ts';
import type { Header } from '../headers/header.ts';
import { LEVEL_OF_NUMBER } from '../headers/levels.ts';
import type { ByteRange } from '../lines/byte-range.ts';
import { decode, indexOfByte, isWord, trimmedEnd } from '../lines/bytes.ts';
import { ALL_CATALOGS, type ProductMatcher } from '../templates/matcher.ts';
import {
  endWithoutCutMark,
  hasCutMark,
  MIN_REMAINING,
  placeholderOfLevel,
} from './truncated-end.ts';

/**
 * Fewest literal bytes of a cut message after a header with a tag. Few are enough, because the tag
 * proves which program wrote it.
 */
const MIN_TAGGED = 1;
/** Longer texts were not cut by hand. */
const MAX_FRAGMENT = 2000;
const QUOTE = 34;
/** Fewest literal bytes of another program's message whose end was cut off. */
const MIN_FOREIGN = 10;
/** If a cut text may be the beginning of more entries than this, too little of it is left. */
const MAX_OPERATIONS = 3;
/** The levels that a message without a header may have had; the usual levels of faults first. */
const LEVELS_TRIED = [null, 'WARNING', 'ERROR', 'CRITICAL', 'INFO', 'DEBUG'] as const;
/** A level that no template is bound to. */
const OTHER_LEVEL = LEVEL_OF_NUMBER.length;
const NO_CHAINS: readonly Chain[] = [];

/**
 * Read the message after a header as if its end were missing.
 *
 * @param known its meaning if nothing is missing
 * @returns `known` if reading the text as cut explains no more
 */
export function readCutMessage(
  matcher: ProductMatcher,
  header: Header,
  known: Chain | null,
): Chain | null {
  const chain = readCut(matcher, header, known);
  return chain && withCutOutputs(matcher, chain);
}

/** Return whether a mark shows that a line was cut, and not all of its meaning is known. */
export function mayBeCut(header: ByteRange, whole: Chain | null): boolean {
  return (whole === null || unmatchedRestOf(whole) !== null) && hasCutMark(header);
}

/** Add the cut message of another program to a chain and to its family. */
function withCutOutputs(matcher: ProductMatcher, chain: Chain): Chain {
  const read = withCutOutput(matcher, chain);
  return read === chain || !chain.family
    ? read
    : { ...read, family: chain.family.map((one) => withCutOutput(matcher, one)) };
}

function readCut(matcher: ProductMatcher, header: Header, known: Chain | null): Chain | null {
  const isWhole = known !== null && unmatchedRestOf(known) === null;
  // If only the level is known, the chain was not read from this text.
  const isRead = known?.bytes === header.bytes;
  if (isWhole && isRead && !known.isTruncated && !endsInAnyText(known, header))
    return endsInCommonWords(known)
      ? { ...known, family: readBeginning(matcher, header)?.family ?? [] }
      : known;
  const cut = readBeginning(matcher, header);
  if (cut && (known === null || isBetterCut(cut, known, header))) return cut;
  return known ?? readFirstWords(matcher, header);
}

/**
 * Return whether a message explains more if it is read as cut. A cut reading keeps only the links
 * that several messages share, which may be fewer than the whole text has.
 */
function isBetterCut(cut: Chain, known: Chain, header: Header): boolean {
  const isWhole = unmatchedRestOf(known) === null;
  const explained = known.bytes === header.bytes ? known.literal : 0;
  if (cut.literal > explained) return !isWhole || cut.links >= known.links;
  return isWhole && cut.literal === explained && !endsInAnyText(known, header);
}

/**
 * If a chain ends with another program's message whose end was cut off, add that message. Return
 * the chain unchanged if the text may begin messages of different meanings.
 */
function withCutOutput(matcher: ProductMatcher, chain: Chain): Chain {
  if (chain.below) {
    const below = chain.isBelowForeign ? chain.below : withCutOutput(matcher, chain.below);
    return below === chain.below
      ? chain
      : { ...chain, below, isTruncated: true, links: 1 + below.links };
  }
  const { rule, bytes, from, end } = chain;
  const at = rule.holes.findIndex(({ kind }) => kind === 'foreign');
  const hole = rule.holes[at];
  // The chain of a cut text leaves out the value at its end.
  const fit = hole && matcher.state.fitter.fitBeginning(rule.program, { bytes, from, to: end }, 0);
  const start = fit?.spans[2 * at] ?? -1;
  if (!hole || start < 0) return chain;
  const output = textIn(hole, bytes, start, fit?.spans[2 * at + 1] ?? end);
  const catalogs = hole.catalogs === ALL_CATALOGS ? matcher.foreign : hole.catalogs;
  const options = { ...NESTED, catalogs };
  const below = familyChain(cutOutputsOf(matcher, output, options));
  return below === null || below.rest !== null || (below.family?.length ?? 0) === 0
    ? chain
    : { ...chain, below, isBelowForeign: true, isTruncated: true, links: 1 + below.links };
}

/** Read an output's last line from each of its words; return the messages that explain most. */
function cutOutputsOf(
  matcher: ProductMatcher,
  { bytes, from, to }: ByteRange,
  options: ReadOptions,
): readonly Chain[] {
  let best = NO_CHAINS;
  const start = Math.max(from, bytes.lastIndexOf(10, to - 1) + 1);
  if (to - start > MAX_FRAGMENT) return best;
  for (let at = start; at < to; at++) {
    if (at > start && isWord(bytes[at - 1])) continue;
    const [chains = NO_CHAINS] = possibleBeginnings(
      matcher,
      { bytes, from: at, to },
      [options],
      MIN_FOREIGN,
    );
    if ((chains[0]?.literal ?? 0) > (best[0]?.literal ?? 0)) best = chains;
  }
  return best;
}

/**
 * Read a message if only its first bytes are left. Only its level is then known: many messages may
 * begin like this, and they are the family.
 */
function readFirstWords(matcher: ProductMatcher, header: Header): Chain | null {
  const { bytes, from, level, tag } = header;
  if (tag < 0) return null;
  const to = trimmedEnd(bytes, from, header.to);
  const options = optionsFor(matcher, header);
  const possible = possibleBeginnings(matcher, header, [options], MIN_TAGGED).flat();
  // A message that reports no fault is not logged at a problem level.
  const family = level < matcher.product.problemLevel ? possible : possible.filter(isFault);
  findCandidates(matcher, { bytes, from, to });
  if (family.length === 0 && (matcher.trie.stoppedAt < to || to - from >= MIN_REMAINING))
    return null;
  const chain = readChain(matcher, placeholderOfLevel(level), STANDALONE);
  return chain && { ...chain, bytes, from, end: to, family };
}

/** Return whether the product's part of a one-line message ends in a hole that takes any text. */
function endsInAnyText(chain: Chain, { bytes, from, to }: ByteRange): boolean {
  if (indexOfByte(bytes, 10, from, to) >= 0) return false;
  const { program, holes } = lastOwnLink(chain).rule;
  return program.parts.at(-1)?.hole?.bounded === false && holes.at(-1)?.kind === 'capture';
}

/**
 * Return whether a message ends in a cause that other programs print too, so that it may be the
 * beginning of a longer one.
 */
function endsInCommonWords(chain: Chain): boolean {
  const last = lastOwnLink(chain);
  return last !== chain && last.rule.isLiteral && last.rule.entry.common === true;
}

function readBeginning(matcher: ProductMatcher, header: Header): Chain | null {
  if (header.level === 0) return readWithoutHeader(matcher, header);
  const least = header.tag >= 0 ? MIN_TAGGED : MIN_REMAINING;
  const options = optionsFor(matcher, header);
  const mayBeFault = header.level >= matcher.product.problemLevel;
  return familyChain(possibleBeginnings(matcher, header, [options], least).flat(), mayBeFault);
}

/** Return how to read the message after a header. A tag shows that the product logged it. */
function optionsFor({ product }: ProductMatcher, { level, tag }: Header): ReadOptions {
  return { ...STANDALONE, level, tag, ...(tag >= 0 && { catalogs: product.loggedCatalogs }) };
}

/**
 * Read a message whose header is missing, and maybe its end too, with each level that it may have
 * had. Return null unless its own words show that it is the product's. The result is cached,
 * because several steps read the same text.
 */
export function readWithoutHeader(matcher: ProductMatcher, text: ByteRange): Chain | null {
  const { withoutHeader } = matcher.state;
  const { bytes, from, to } = text;
  const known = withoutHeader.get(bytes) ?? new Map<string, Chain | null>();
  withoutHeader.set(bytes, known);
  const range = `${from} ${to}`;
  const chain = known.get(range) ?? (known.has(range) ? null : readInAnyContext(matcher, text));
  known.set(range, chain);
  return chain;
}

function readInAnyContext(matcher: ProductMatcher, text: ByteRange): Chain | null {
  const { product } = matcher;
  const contexts = LEVELS_TRIED.map((level): ReadOptions => ({
    ...STANDALONE,
    catalogs: product.plainCatalogs,
    level: LEVEL_OF_NUMBER.indexOf(level),
  }));
  const whole = readWhole(matcher, text, contexts);
  const best =
    whole &&
    whole.literal >= MIN_REMAINING &&
    !endsInCommonWords(whole) &&
    !endsInAnyText(whole, text)
      ? whole
      : readInContexts(matcher, text, contexts, whole);
  // A message that reports no fault proves nothing. Nor does a template without words of its own
  // whose cause is unknown. With a guessed level, the chain counts as truncated, so it is not
  // certain.
  return best &&
    best.literal >= MIN_REMAINING &&
    (best.rule.literal > 0 || best.below !== null) &&
    isFault(best) &&
    !isHarmlessByName(product, best) &&
    isProductMessage(product, text, best)
    ? withCutOutputs(matcher, { ...best, isTruncated: best.isTruncated || best.rule.level > 0 })
    : null;
}

/** Read a whole message in the context that explains most of it. */
function readWhole(
  matcher: ProductMatcher,
  text: ByteRange,
  contexts: readonly ReadOptions[],
): Chain | null {
  let best: Chain | null = null;
  // Read it once with the templates that are not bound to a level: the level does not matter.
  const unbound = readChain(matcher, text, { ...STANDALONE, ...contexts[0], level: OTHER_LEVEL });
  for (const options of contexts) {
    const hasLevel = options.level > 0;
    const bound = readChain(matcher, text, { ...options, boundOnly: hasLevel });
    const chain = hasLevel && !isBetter(bound, unbound) ? unbound : bound;
    if (chain && unmatchedRestOf(chain) === null && chain.literal > (best?.literal ?? 0))
      best = chain;
  }
  return best;
}

/**
 * Read a message that may be cut. If `whole` explains as much, return it, with all messages that
 * the text may begin as its family.
 */
function readInContexts(
  matcher: ProductMatcher,
  text: ByteRange,
  contexts: readonly ReadOptions[],
  whole: Chain | null,
): Chain | null {
  let best = whole;
  // A path that was cut within its last name begins no message.
  if (indexOfByte(text.bytes, 0x20, text.from, text.to) < 0) return best;
  for (const chains of possibleBeginnings(matcher, text, contexts, MIN_REMAINING)) {
    const literal = chains[0]?.literal ?? 0;
    if (literal > (best?.literal ?? 0)) {
      const cut = familyChain(chains);
      // The links that several messages share may be fewer than the whole text has.
      if (
        best === null ||
        (cut !== null && cut.links >= best.links && unmatchedRestOf(cut) === null)
      )
        best = cut;
    } else if (best && literal === best.literal && chains.length > 1)
      best = { ...best, family: chains };
  }
  return best;
}

function isFault(chain: Chain): boolean {
  return (
    chain.rule.entry.role !== 'info' ||
    (chain.below !== null && !chain.isBelowForeign && isFault(chain.below))
  );
}

/**
 * Return whether little more than the product's name is left of a harmless message. The messages of
 * faults may begin with that name, too.
 */
function isHarmlessByName(product: CompiledProduct, chain: Chain): boolean {
  const { rule, bytes, from, end, literal, isTruncated } = chain;
  if (rule.entry.role !== 'harmless' || !isTruncated) return false;
  const text = decode(bytes, from, end);
  return product.names.some(
    (name) => text.startsWith(name) && literal - name.length < MIN_REMAINING,
  );
}

/** For each way to read a text, return the chains that it may be the beginning of. */
function possibleBeginnings(
  matcher: ProductMatcher,
  text: ByteRange,
  ways: readonly ReadOptions[],
  least: number,
): readonly (readonly Chain[])[] {
  const { bytes, from, to } = text;
  if (to - from > MAX_FRAGMENT) return ways.map(() => NO_CHAINS);
  const readTo = (end: number): Chain[][] =>
    possibleChains(
      matcher,
      { bytes, from, to: endWithoutCutMark({ bytes, from, to: end }) },
      ways,
      least,
    );
  const whole = readTo(to);
  const end = withoutStrayQuote(text);
  if (end === trimmedEnd(bytes, from, to)) return whole;
  // The quotation mark may also open a value of the message.
  return readTo(end).map((inside, index) => {
    const chains = whole[index] ?? NO_CHAINS;
    return (inside[0]?.literal ?? 0) > (chains[0]?.literal ?? 0) ? inside : chains;
  });
}

/** Return where a text ends without a quotation mark that closes nothing in it. */
function withoutStrayQuote({ bytes, from, to }: ByteRange): number {
  const end = trimmedEnd(bytes, from, to);
  const marks = bytes.subarray(from, end).filter((byte) => byte === QUOTE).length;
  return bytes[end - 1] === QUOTE && marks % 2 === 1 ? end - 1 : end;
}

/** Return whether only the product prints a message, or the text names the product. */
function isProductMessage(product: CompiledProduct, text: ByteRange, chain: Chain): boolean {
  return (
    isProductChain(chain, product.ownCatalogs) ||
    isProductExcerpt(chain, product) ||
    namesProduct(product, text)
  );
}

/**
 * Return what all chains share, with the chains as its family, or null if it is too little.
 *
 * @param mayBeFault whether the level is unknown, or one at which faults are logged
 */
function familyChain(chains: readonly Chain[], mayBeFault = true): Chain | null {
  const operations = new Set(chains.map(({ rule }) => rule.entry)).size;
  // Nothing shows that the program exited, or that the message is harmless, unless all of them do.
  const running = chains.filter(({ rule }) => !rule.ends);
  const faults = mayBeFault ? running.filter(({ rule }) => rule.entry.role !== 'harmless') : [];
  const first = faults[0] ?? running[0] ?? chains[0];
  if (!first || operations > MAX_OPERATIONS) return null;
  return operations === 1
    ? { ...sharedChain(first, chains), family: chains }
    : { ...first, below: null, rest: null, links: 1, family: chains };
}

/** Return the links that all chains share. */
function sharedChain(first: Chain, chains: readonly Chain[]): Chain {
  const { below } = first;
  if (!below) return first;
  const causes = chains.flatMap((chain) => chain.below ?? []);
  if (
    causes.length === chains.length &&
    causes.every(({ rule }) => rule.entry === below.rule.entry)
  ) {
    const shared = sharedChain(below, causes);
    return { ...first, below: shared, links: 1 + shared.links };
  }
  const { bytes, from, end } = below;
  return { ...first, below: null, rest: { bytes, from, to: end }, links: 1 };
}
