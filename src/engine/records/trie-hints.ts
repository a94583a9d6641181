/** Concludes what a text cannot be from where the walk through the trie stopped. */
import { matchesAt } from '../lines/bytes.ts';
import { boundKey, type ProductMatcher } from '../templates/matcher.ts';

/**
 * Return whether no template can match: the walk stopped at a character that cleaning does not
 * change, and no template that begins with a hole is bound to this level and tag, or ends like the
 * text.
 */
export function matchesNoTemplate(
  { trie, bound, unbound }: ProductMatcher,
  level: number,
  tag: number,
  bytes: Uint8Array,
  to: number,
): boolean {
  const stopped = bytes[trie.stoppedAt] as number;
  return (
    stopped >= 32 &&
    stopped < 127 &&
    stopped !== 38 &&
    !bound.has(boundKey(level, tag)) &&
    !unbound.some(
      ({ nested, tail }) => !nested && (tail === null || matchesAt(bytes, to - tail.length, tail)),
    )
  );
}
