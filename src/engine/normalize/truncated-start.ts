import {
  STANDALONE,
  findChain,
  readChain,
  totalLiteralOf,
  unmatchedRestOf,
} from '../chains/chain.ts';
import type { Chain, ReadOptions } from '../chains/chain-links.ts';
import type { ProductMatcher } from '../templates/matcher.ts';
import { encodeRange, type ByteRange } from '../lines/byte-range.ts';
import { decode, matchesAt } from '../lines/bytes.ts';
import type { RepairContext, RepairStep } from './step.ts';
import { MIN_REMAINING } from './truncated-end.ts';

/** Fewest bytes of a template's first literal by which a truncated start is recognized. */
const MIN_ANCHOR = 3;
/** Fewest bytes of the first literal that an excerpt must contain. */
const MIN_EXCERPT = 6;

/**
 * Read the first line of a paste if it begins in the middle of a message. A later line cannot.
 */
export function truncatedStart({ matcher, record, isShort }: RepairContext): RepairStep {
  let isTried = false;
  /** Return whether a text is only the cause of a message that a later step finds. */
  const isCauseInSentence = (text: ByteRange, line: ByteRange): boolean => {
    if (!isShort || text.bytes !== line.bytes) return false;
    const from = record.messages.findInSentence(line);
    return from >= 0 && from < text.from;
  };
  return (line) => {
    if (isTried || record.line > 1 || record.open !== null) return 'not mine';
    isTried = true;
    const text = readTruncatedStart(matcher, line.text, record.messages.options);
    if (!text || isCauseInSentence(text, line.text)) return 'not mine';
    record.startMessage(text, 0);
    return 'handled';
  };
}

/**
 * Restore the message of a line that lacks its header, and maybe the start of its message. If
 * several messages may end like this, choose the message with the most bytes left. Return null if
 * too little is left of each.
 */
function readTruncatedStart(
  matcher: ProductMatcher,
  line: ByteRange,
  options: ReadOptions,
): ByteRange | null {
  const found = findChain(matcher, line, options);
  let best =
    found && found.literal >= MIN_REMAINING
      ? { text: { ...line, from: found.from }, left: totalLiteralOf(found), lost: 0 }
      : null;
  for (const { text, lost } of restoreStart(matcher, line, (length) => length - MIN_ANCHOR)) {
    const chain = readChain(matcher, text, options);
    // Words after a hole identify the template, too, so all of its literals count.
    if (!chain || lost > mostToLose(chain.rule.literal)) continue;
    const left = totalLiteralOf(chain) - lost;
    if (!best || left > best.left || (left === best.left && lost < best.lost))
      best = { text, left, lost };
  }
  return best?.text ?? null;
}

/** Return the most bytes that a template with this many literal bytes may have lost. */
function mostToLose(literal: number): number {
  return Math.min(literal - MIN_REMAINING, literal / 2);
}

/**
 * Read a text selected within a message, which may start and end anywhere in it. Return null if it
 * contains anything else. `literal` counts only bytes that are in the excerpt.
 */
export function readExcerpt(matcher: ProductMatcher, bytes: Uint8Array): Chain | null {
  const excerpt = { bytes, from: 0, to: bytes.length };
  // A complete first literal would have matched already, unless it needs another level or tag.
  if (matcher.beginnings.includes(decode(bytes, 0, bytes.length))) return null;
  let best: Chain | null = null;
  for (const { text, lost } of [
    { text: excerpt, lost: 0 },
    ...beginningsContaining(matcher, bytes),
    ...restoreStart(matcher, excerpt, (length) => length - MIN_EXCERPT),
  ]) {
    const chain = readChain(matcher, text, {
      ...STANDALONE,
      mayBeTruncated: true,
    });
    if (!chain || chain.end !== text.to || unmatchedRestOf(chain) !== null) continue;
    const literal = chain.literal - lost;
    if (literal >= MIN_REMAINING && literal > (best?.literal ?? 0)) best = { ...chain, literal };
  }
  return best;
}

/** A text whose lost bytes were restored, and the number of those bytes. */
interface RestoredText {
  text: ByteRange;
  lost: number;
}

/** Return the first literals of templates that contain a text, the closest in length first. */
function beginningsContaining({ beginnings }: ProductMatcher, bytes: Uint8Array): RestoredText[] {
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
 * Restore the lost start of a line from the first literal of each template, if the line may begin
 * within that literal.
 *
 * @param mayLose returns the most bytes that a literal of a given length may have lost
 */
function restoreStart(
  { beginningBytes }: ProductMatcher,
  { bytes, from, to }: ByteRange,
  mayLose: (length: number) => number,
): RestoredText[] {
  const first = bytes[from];
  return beginningBytes.flatMap((beginning) => {
    const maxLost = mayLose(beginning.length);
    for (let lost = Math.max(1, from + beginning.length - to); lost <= maxLost; lost++) {
      // Compare the first byte before creating a subarray, which is slow and rarely needed.
      if (beginning[lost] !== first || !matchesAt(bytes, from, beginning.subarray(lost))) continue;
      const whole = new Uint8Array(lost + to - from);
      whole.set(beginning.subarray(0, lost));
      whole.set(bytes.subarray(from, to), lost);
      return [{ text: { bytes: whole, from: 0, to: whole.length }, lost }];
    }
    return [];
  });
}
