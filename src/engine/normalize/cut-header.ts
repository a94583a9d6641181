import type { CompiledProduct } from '../headers/compiled-product.ts';
import type { ByteRange } from '../lines/byte-range.ts';
import { isWord, skipSpace } from '../lines/bytes.ts';
import { readWithoutHeader } from './fragment.ts';
import type { RepairContext, RepairStep } from './step.ts';

/** A message after the end of a header whose beginning is cut off, perhaps without its own end. */
export function cutHeader({ matcher, product, record, isShort }: RepairContext): RepairStep {
  return {
    name: 'cut-header',
    mayApply: () => isShort && record.open === null,
    apply: ({ text }) => {
      const message = afterLevel(product, text) ?? product.knownTags.textAfterTag(text);
      const chain = message && readWithoutHeader(matcher, message);
      if (!message || !chain) return 'not mine';
      record.startFragment(message, chain);
      return 'handled';
    },
  };
}

/** The marks that may follow a level at once: `:`, `]`, `)` and `>`. */
const MARKS = [58, 93, 41, 62];

/** Return what follows the first level word of a line; null if it has none. */
function afterLevel(
  { levelWords }: CompiledProduct,
  { bytes, from, to }: ByteRange,
): ByteRange | null {
  for (let at = from; at < to; at++) {
    if (at > from && isWord(bytes[at - 1])) continue;
    const end = levelWords.endOfWord(bytes, at, to);
    if (end < 0 || end >= to || isWord(bytes[end])) continue;
    const isMarked = MARKS.includes(bytes[end] ?? 0);
    return { bytes, from: skipSpace(bytes, isMarked ? end + 1 : end, to), to };
  }
  return null;
}
