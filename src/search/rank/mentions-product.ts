import type { Symptoms, Titles } from '../../model/words.ts';
import { hasProductWord } from '../tokenize/synonyms.ts';
import { editDistance } from '../../model/edit-distance.ts';
import type { SearchIndex } from '../index/inverted-index.ts';

/** Labels that engineers put before a title: `[Windows] …`, `check-log: …`. */
const LABEL = /^\[[\w -]{2,30}\]\s+/;
const PREFIX = /^[a-z][\w -]{2,30}(?=: )/i;
/** The lookbehind starts matches at word boundaries only, so that a long word is scanned once. */
const NAME = /(?<![a-z])[a-z]+(?:_[a-z]+)+/gi;

/** Strip a leading label such as `[Windows]`, which would make a title look like a message. */
export function withoutLabel(text: string): string {
  return text.replace(LABEL, '');
}

/**
 * Return whether a text that looks like another program's message is about this product: its label
 * has a word of the product, or it names a setting, even a mistyped one.
 */
export function isAboutProduct(
  text: string,
  { codes }: Symptoms,
  { files }: Titles,
  { concepts }: SearchIndex,
): boolean {
  const prefix = PREFIX.exec(withoutLabel(text))?.[0];
  if (prefix !== undefined && hasProductWord(prefix, concepts)) return true;
  const keys = files
    .flatMap((file) => file.keys)
    .filter((key) => key.length > 7 && key.includes('_'));
  return (text.match(NAME) ?? []).some(
    (name) =>
      Object.hasOwn(codes, name.toLowerCase()) ||
      keys.some((key) => editDistance(key, name.toLowerCase(), { swaps: true }) <= 2),
  );
}
