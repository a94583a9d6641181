/**
 * Lines that a terminal cut off before anything of them could be known: in the middle of the product's own head behind what journald or
 * docker put in front, or in the first words of a message that stands alone. They wait for the next line, and are read together with it.
 */
import { candidatesAt } from './chain.ts';
import { isPlainAscii } from './clean.ts';
import { undress, type Undressed } from './header.ts';
import { join } from './lines.ts';
import type { CompiledProduct, Matcher } from './matcher.ts';
import type { Slice } from './slices.ts';
import { indexOfByte } from './text.ts';

/** Columns that a byte may take. */
const TAB = 8;
/** A narrower window is none that people copy from. */
export const MIN_WINDOW = 60;
/** A head is shorter. */
const MAX_HEAD = 80;

/** Whether a line that is nothing by itself may be cut before its head was over, or begins like a message. */
export function endsTooSoon(matcher: Matcher, states: readonly Undressed[]): boolean {
  return states.slice(1).some(({ bytes, from, to }) => {
    const first = bytes[from] as number;
    const isInHead = first >= 48 && first <= 57 && to - from < MAX_HEAD;
    return isInHead || (from < to && (candidatesAt(matcher, bytes, from, to) > 0 || matcher.trie.stopped === to));
  });
}

/** Put the next line behind one that waits, as it stood before it was cut. @returns the states behind at least one envelope */
export function joinCut(product: CompiledProduct, line: Slice, next: Slice): Undressed[] {
  const bytes = join([line.bytes.subarray(line.from, line.to), next.bytes.subarray(next.from, next.to)]);
  return undress(product, { bytes, from: 0, to: bytes.length }).slice(1);
}

/** Whether a terminal may have cut a line off the one before: it is not wider than the window, and its first word found no room there. */
export function mayBeWrapped({ bytes, from, to }: Slice, widthBefore: number): boolean {
  const space = indexOfByte(bytes, 32, from, to);
  const word = space < 0 ? to : space;
  return to - word <= widthBefore + TAB || !isPlainAscii(bytes, from, to);
}
