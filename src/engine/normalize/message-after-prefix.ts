import { unmatchedRestOf } from '../chains/chain.ts';
import { isComplete, lacksCause, type OpenRecord } from '../records/record-interpreter.ts';
import type { RepairContext, RepairStep } from './step.ts';

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
    record.startMessage({ ...text, from }, 0, { allowsTrailingText: true });
    return 'handled';
  };
}
