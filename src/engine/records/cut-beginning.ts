import {
  ALONE,
  candidatesAt,
  findChain,
  NESTED,
  readChain,
  restOf,
  type Chain,
  type ReadOptions,
} from '../chain.ts';
import type { Matcher } from '../matcher.ts';
import { sliceOf, type Slice } from '../slices.ts';
import { decode, encode, standsAt } from '../text.ts';

/** So many bytes of a sentence, and no less than half of it, tell which one it was. */
export const MIN_LEFT = 16;

/** Read a line whose beginning was not copied: its head was cut, or its sentence too. The chain is null where nothing sure is left of it. */
export function readCutBeginning(
  matcher: Matcher,
  line: Slice,
  options: ReadOptions,
): { text: Slice; chain: Chain | null } {
  const { bytes, from, to } = line;
  const found = findChain(matcher, bytes, from, to, options);
  let best =
    found && found.literal >= MIN_LEFT
      ? { text: { bytes, from: found.from, to }, chain: found }
      : null;
  for (const { text } of restored(matcher, line, (length) =>
    Math.min(length - MIN_LEFT, length / 2),
  )) {
    const chain = readChain(matcher, text.bytes, 0, text.to, options);
    if (chain && chain.literal > (best?.chain.literal ?? 0)) best = { text, chain };
  }
  return best ?? { text: line, chain: null };
}

/** Bytes of the first literal that are left of a piece. */
const MIN_BEGUN = 6;

/** Read what somebody marked in the middle of a message: it may begin and end inside of it, and nothing else stands in it. The literal bytes are those that are there. */
export function readPiece(matcher: Matcher, bytes: Uint8Array): Chain | null {
  const piece = { bytes, from: 0, to: bytes.length };
  // A whole sentence that was not read stands only under its own level and tag.
  if (matcher.beginnings.includes(decode(bytes, 0, bytes.length))) return null;
  let best: Chain | null = null;
  for (const { text, lost } of [
    { text: piece, lost: 0 },
    ...sentencesAround(matcher, bytes),
    ...restored(matcher, piece, (length) => length - MIN_BEGUN),
  ]) {
    const chain = readChain(matcher, text.bytes, 0, text.to, { ...ALONE, cut: true });
    if (!chain || chain.end !== text.to || restOf(chain) !== null) continue;
    const literal = chain.literal - lost;
    if (literal >= MIN_LEFT && literal > (best?.literal ?? 0)) best = { ...chain, literal };
  }
  return best;
}

/** Read a message that was cut off inside its first sentence; of several that begin so, the one of which least is lost. Null where too little is left. @param isMarked something says that it was cut; where nothing does, the sentence must lack no more than the space at its end */
export function readCutSentence(
  matcher: Matcher,
  { bytes, from, to }: Slice,
  options: ReadOptions,
  isMarked = true,
): Chain | null {
  if (to - from < MIN_LEFT) return null;
  candidatesAt(matcher, bytes, from, to);
  // Most texts leave the sentences before they end.
  if (matcher.trie.stopped < to) return null;
  const piece = decode(bytes, from, to);
  const sentences = matcher.beginnings
    .filter((beginning) => beginning.startsWith(piece) && (isMarked || beginning === `${piece} `))
    .sort((a, b) => a.length - b.length);
  for (const sentence of sentences) {
    // It is all of the message, or a hole follows, and any takes a digit; what is shown of the message is what stands there.
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
          foreign: false,
          links: 1,
          literal: to - from,
        };
    }
  }
  return null;
}

/** A chain whose last cause was cut off inside its first sentence, with that cause; as it is where nobody knows it. */
export function withCutCause(matcher: Matcher, chain: Chain): Chain {
  if (chain.below) {
    const below = chain.foreign ? chain.below : withCutCause(matcher, chain.below);
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
  const below = chain.rest && readCutSentence(matcher, chain.rest, { ...NESTED, catalogs });
  return below
    ? { ...chain, below, rest: null, links: 2, literal: chain.literal + below.literal, cut: true }
    : chain;
}

/** A text with bytes that it had lost, and how many. */
interface Restored {
  text: Slice;
  lost: number;
}

/** The sentences that a text stands in, those with the least around it first. */
function sentencesAround({ beginnings }: Matcher, bytes: Uint8Array): Restored[] {
  const piece = decode(bytes, 0, bytes.length);
  if (piece.length < MIN_LEFT) return [];
  return beginnings
    .filter((beginning) => beginning.includes(piece))
    .map((beginning) => {
      const text = sliceOf(beginning);
      return { text, lost: text.to - bytes.length };
    })
    .sort((a, b) => a.lost - b.lost);
}

/** The line with what is missing of each sentence that it may begin inside of. @param mayLose bytes that a sentence of a length may have lost */
function restored(
  { beginnings }: Matcher,
  { bytes, from, to }: Slice,
  mayLose: (length: number) => number,
): Restored[] {
  return beginnings.flatMap((beginning) => {
    const sentence = encode(beginning);
    const most = mayLose(sentence.length);
    for (let lost = 1; lost <= most; lost++) {
      if (from + sentence.length - lost > to || !standsAt(bytes, from, sentence.subarray(lost)))
        continue;
      const whole = new Uint8Array(lost + to - from);
      whole.set(sentence.subarray(0, lost));
      whole.set(bytes.subarray(from, to), lost);
      return [{ text: { bytes: whole, from: 0, to: whole.length }, lost }];
    }
    return [];
  });
}
