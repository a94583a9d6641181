import { findCandidates } from '../chains/chain.ts';
import type { StrippedLine } from '../headers/envelopes.ts';
import { skipIndent, type ByteRange } from '../lines/byte-range.ts';
import { trimmedEnd } from '../lines/bytes.ts';
import type { ProductMatcher } from '../templates/matcher.ts';
import { readWithoutHeader } from './fragment.ts';
import type { RepairContext, RepairStep } from './step.ts';

/** Columns. No terminal window is narrower in practice. */
export const MIN_WINDOW = 60;
/** Longer than any header, in bytes. */
const MAX_HEADER = 80;
/** With fewer bytes it may be the start of another program's sentence. */
const MIN_SENTENCE = 20;

/**
 * A line that a terminal cut before it could be recognized: inside the product's own header, after
 * a journald or docker prefix, or in the first words of a message. It is held (held-line.ts).
 */
export function truncatedLine(context: RepairContext): RepairStep {
  const { matcher, record, heldLine, isShort } = context;

  /** Return whether a line of the product, after envelopes, was cut before its message is clear. */
  const isCut = (variants: readonly StrippedLine[]): boolean =>
    !variants.some((variant) => record.messages.isUnrelated(variant)) &&
    isCutTooEarly(matcher, variants) &&
    !variants.some((variant) => record.messages.readMessage(variant));

  /** Return whether a line of a short paste is a message without its end. */
  const lacksEnd = (text: StrippedLine): boolean =>
    isShort &&
    record.open === null &&
    record.messages.readMessage(text) === null &&
    readWithoutHeader(matcher, text) !== null;

  return (line) => {
    const { variants } = line;
    const whole = { ...(variants[0] as StrippedLine), from: skipIndent(line.text) };
    const isTruncated =
      variants.length > 1
        ? line.width >= MIN_WINDOW && isCut(variants)
        : !record.isUnfinished && (beginsSentence(matcher, whole) || lacksEnd(whole));
    if (!isTruncated) return 'not mine';
    heldLine.hold(line);
    return 'handled';
  };
}

/**
 * Return whether a line may have been cut inside its header, or in the first words of a message.
 */
function isCutTooEarly(matcher: ProductMatcher, variants: readonly StrippedLine[]): boolean {
  return variants.slice(1).some((variant) => {
    const { bytes, from, to } = variant;
    const first = bytes[from] as number;
    const isInHeader = first >= 48 && first <= 57 && to - from < MAX_HEADER;
    return (
      isInHeader ||
      (from < to && (findCandidates(matcher, variant) > 0 || matcher.trie.stoppedAt === to))
    );
  });
}

/**
 * Return whether a line without header and envelope is exactly the start of a standalone sentence.
 */
function beginsSentence(matcher: ProductMatcher, { bytes, from, to }: ByteRange): boolean {
  const end = trimmedEnd(bytes, from, to);
  return (
    end - from >= MIN_SENTENCE &&
    findCandidates(matcher, { bytes, from, to: end }) === 0 &&
    matcher.trie.stoppedAt === end
  );
}
