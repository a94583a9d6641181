import {
  STANDALONE,
  candidatesAt,
  findChain,
  NESTED,
  readChain,
  unmatchedRestOf,
} from '../chains/chain.ts';
import type { Chain, ReadOptions } from '../chains/chain-links.ts';
import type { Matcher } from '../templates/matcher.ts';
import { encodeRange, type ByteRange } from '../lines/byte-range.ts';
import { decode, encode, matchesAt } from '../lines/bytes.ts';

/** Bytes of a sentence that identify it, provided they are at least half of it. */
export const MIN_REMAINING = 16;

/**
 * Read a line whose beginning is missing: its header, and maybe part of its first sentence. The
 * chain is null if nothing certain is left.
 */
export function readTruncatedStart(
  matcher: Matcher,
  line: ByteRange,
  options: ReadOptions,
): { text: ByteRange; chain: Chain | null } {
  const { bytes, from, to } = line;
  const found = findChain(matcher, bytes, from, to, options);
  let best =
    found && found.literal >= MIN_REMAINING
      ? { text: { bytes, from: found.from, to }, chain: found }
      : null;
  for (const { text } of withLostStart(matcher, line, (length) =>
    Math.min(length - MIN_REMAINING, length / 2),
  )) {
    const chain = readChain(matcher, text.bytes, 0, text.to, options);
    if (chain && chain.literal > (best?.chain.literal ?? 0)) best = { text, chain };
  }
  return best ?? { text: line, chain: null };
}

/** Fewest bytes of the first literal that an excerpt must contain. */
const MIN_EXCERPT = 6;

/**
 * Read text selected from the middle of a message, which may start and end anywhere. Return null if
 * it contains anything else. `literal` counts only bytes that the excerpt contains.
 */
export function readExcerpt(matcher: Matcher, bytes: Uint8Array): Chain | null {
  const excerpt = { bytes, from: 0, to: bytes.length };
  // A complete sentence that did not match is valid only under its own level and tag.
  if (matcher.beginnings.includes(decode(bytes, 0, bytes.length))) return null;
  let best: Chain | null = null;
  for (const { text, lost } of [
    { text: excerpt, lost: 0 },
    ...sentencesContaining(matcher, bytes),
    ...withLostStart(matcher, excerpt, (length) => length - MIN_EXCERPT),
  ]) {
    const chain = readChain(matcher, text.bytes, 0, text.to, {
      ...STANDALONE,
      mayBeTruncated: true,
    });
    if (!chain || chain.end !== text.to || unmatchedRestOf(chain) !== null) continue;
    const literal = chain.literal - lost;
    if (literal >= MIN_REMAINING && literal > (best?.literal ?? 0)) best = { ...chain, literal };
  }
  return best;
}

/**
 * Read a message that was truncated within its first sentence. Of several sentences that start this
 * way, take the one that lost least. Return null if too little is left.
 *
 * @param isMarked something says that it was truncated; otherwise only the sentence's trailing
 * space may be missing
 */
export function readTruncatedSentence(
  matcher: Matcher,
  { bytes, from, to }: ByteRange,
  options: ReadOptions,
  isMarked = true,
): Chain | null {
  if (to - from < MIN_REMAINING) return null;
  candidatesAt(matcher, bytes, from, to);
  // Most texts diverge from every template before they end.
  if (matcher.trie.stoppedAt < to) return null;
  const excerpt = decode(bytes, from, to);
  const sentences = matcher.beginnings
    .filter(
      (beginning) => beginning.startsWith(excerpt) && (isMarked || beginning === `${excerpt} `),
    )
    .sort((a, b) => a.length - b.length);
  for (const sentence of sentences) {
    // Either the sentence is the whole message or a hole follows, and every hole accepts a digit.
    // Only the text that is there is reported.
    for (const whole of [encode(sentence), encode(`${sentence}0`)]) {
      const chain = readChain(matcher, whole, 0, whole.length, options);
      if (chain)
        return {
          ...chain,
          bytes,
          from,
          end: to,
          spans: chain.spans.map(() => -1),
          below: null,
          rest: null,
          isBelowForeign: false,
          links: 1,
          literal: to - from,
        };
    }
  }
  return null;
}

/**
 * Resolve the last cause of a chain if it was truncated within its first sentence. Return the chain
 * unchanged if no template starts that way.
 */
export function withTruncatedCause(matcher: Matcher, chain: Chain): Chain {
  if (chain.below) {
    const below = chain.isBelowForeign ? chain.below : withTruncatedCause(matcher, chain.below);
    return below === chain.below
      ? chain
      : {
          ...chain,
          below,
          links: 1 + below.links,
          literal: chain.literal - chain.below.literal + below.literal,
        };
  }
  const catalogs = chain.rule.holes.find(({ kind }) => kind === 'cause')?.catalogs ?? 0;
  const below = chain.rest && readTruncatedSentence(matcher, chain.rest, { ...NESTED, catalogs });
  return below
    ? {
        ...chain,
        below,
        rest: null,
        links: 2,
        literal: chain.literal + below.literal,
        isTruncated: true,
      }
    : chain;
}

/** A text with its lost bytes restored, and how many they were. */
interface Restored {
  text: ByteRange;
  lost: number;
}

/** Return the sentences that contain a text, the closest in length first. */
function sentencesContaining({ beginnings }: Matcher, bytes: Uint8Array): Restored[] {
  const excerpt = decode(bytes, 0, bytes.length);
  if (excerpt.length < MIN_REMAINING) return [];
  return beginnings
    .filter((beginning) => beginning.includes(excerpt))
    .map((beginning) => {
      const text = encodeRange(beginning);
      return { text, lost: text.to - bytes.length };
    })
    .sort((a, b) => a.lost - b.lost);
}

/**
 * Complete the line with the missing start of each sentence that it may begin inside.
 *
 * @param mayLose the most bytes that a sentence of a given length may have lost
 */
function withLostStart(
  { beginnings }: Matcher,
  { bytes, from, to }: ByteRange,
  mayLose: (length: number) => number,
): Restored[] {
  return beginnings.flatMap((beginning) => {
    const sentence = encode(beginning);
    const maxLost = mayLose(sentence.length);
    for (let lost = 1; lost <= maxLost; lost++) {
      if (from + sentence.length - lost > to || !matchesAt(bytes, from, sentence.subarray(lost)))
        continue;
      const whole = new Uint8Array(lost + to - from);
      whole.set(sentence.subarray(0, lost));
      whole.set(bytes.subarray(from, to), lost);
      return [{ text: { bytes: whole, from: 0, to: whole.length }, lost }];
    }
    return [];
  });
}
