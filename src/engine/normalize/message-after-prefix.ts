import { unmatchedRestOf } from '../chains/chain.ts';
import { indexOfByte } from '../lines/bytes.ts';
import type { ByteRange } from '../lines/byte-range.ts';
import { isComplete, lacksCause, type OpenRecord } from '../records/record-interpreter.ts';
import type { RepairContext, RepairStep } from './step.ts';

const QUOTE = 34;
const BACKSLASH = 92;
const BRACE = 123;

/** A message after an unknown prefix: one that ends the program, or a fault that is quoted. */
export function messageAfterPrefix({ product, record }: RepairContext): RepairStep {
  /**
   * Return whether the open record is harmless and complete, so that it does not include the text
   * below it.
   */
  const isWhole = (open: OpenRecord): boolean => {
    const [header] = open.headers;
    if (
      !header ||
      header.level >= product.problemLevel ||
      open.furtherLines.length > 0 ||
      lacksCause(open)
    )
      return false;
    const { chain } = record.interpreter.meaningOf(open);
    if (chain === null || chain.mayContinue || unmatchedRestOf(chain) !== null) return false;
    // Without a level, the message says whether it is harmless.
    return header.level > 0 || (chain.rule.entry.role === 'harmless' && isComplete(chain));
  };

  return ({ text }) => {
    const { open } = record;
    if (open && !open.allowsTrailingText && !isWhole(open)) return 'not mine';
    const mayBeExit = open === null || open.allowsTrailingText;
    const mayBeFault = open === null || !open.allowsTrailingText;
    const from = record.messages.findAfterPrefix(text, mayBeExit, mayBeFault);
    if (from < 0) return 'not mine';
    const to = endOfString(text, from);
    record.startMessage({ ...text, from, to }, 0, { allowsTrailingText: true });
    return 'handled';
  };
}

/** Return the end of the JSON string that the message fills, or else the end of the line. */
function endOfString({ bytes, from, to }: ByteRange, start: number): number {
  if (bytes[from] !== BRACE || bytes[start - 1] !== QUOTE) return to;
  let end = indexOfByte(bytes, QUOTE, start, to);
  while (end >= 0 && bytes[end - 1] === BACKSLASH) end = indexOfByte(bytes, QUOTE, end + 1, to);
  return end < 0 ? to : end;
}
