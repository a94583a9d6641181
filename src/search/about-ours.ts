import type { Symptoms, Titles } from '../catalog/index.ts';
import { isOurs } from './concepts.ts';
import { slips } from './slips.ts';
import type { TitleIndex } from './title-index.ts';

/** What engineers put before a title: `[Windows] …`, `check-log: …`. */
const LABEL = /^\[[\w -]{2,30}\]\s+/;
const HEAD = /^[a-z][\w -]{2,30}(?=: )/i;
/** Begun where letters begin, so that a long word is gone over once. */
const NAME = /(?<![a-z])[a-z]+(?:_[a-z]+)+/gi;

/** A text without the label at its head, which makes no message of a title. */
export function withoutLabel(text: string): string {
  return text.replace(LABEL, '');
}

/** Whether a text with the marks of a message is about this product all the same: what it is about has a word of the product, or it names a setting, mistyped too. */
export function isAboutOurs(
  text: string,
  { codes }: Symptoms,
  { files }: Titles,
  { concepts }: TitleIndex,
): boolean {
  const head = HEAD.exec(withoutLabel(text))?.[0];
  if (head !== undefined && isOurs(head, concepts)) return true;
  const keys = files
    .flatMap((file) => file.keys)
    .filter((key) => key.length > 7 && key.includes('_'));
  return (text.match(NAME) ?? []).some(
    (name) =>
      Object.hasOwn(codes, name.toLowerCase()) ||
      keys.some((key) => slips(key, name.toLowerCase()) <= 2),
  );
}
