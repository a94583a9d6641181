/** What the place tells where the last walk through the templates' beginnings stopped. */
import { boundKey, type Matcher } from '../matcher.ts';
import { COLON } from './meanings.ts';

/** The text ends where the first cause of a template should follow. */
export function lacksCause({ trie }: Matcher, bytes: Uint8Array, to: number): boolean {
  return bytes[to - 1] === COLON && trie.stopped === to;
}

/** No template that begins with a hole is bound to the tag either, and no character to be cleaned away is why none begins like the text. */
export function nothingFits(
  { trie, bound }: Matcher,
  level: number,
  tag: number,
  bytes: Uint8Array,
): boolean {
  const stopped = bytes[trie.stopped] as number;
  return stopped >= 32 && stopped < 127 && stopped !== 38 && !bound.has(boundKey(level, tag));
}
