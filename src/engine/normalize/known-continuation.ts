import { matchesAt } from '../lines/bytes.ts';
import { asFurtherLine } from './continuation.ts';
import type { RepairContext, RepairStep } from './step.ts';

/** A line that begins as the product's continuation lines do, such as one of a stack trace. */
export function knownContinuation({ product, record }: RepairContext): RepairStep {
  const beginnings = product.continuations;
  return {
    name: 'known-continuation',
    mayApply: () => record.open !== null && beginnings.length > 0,
    apply: (line) => {
      const { open, messages } = record;
      if (!open || line.variants.some((variant) => messages.isFromOtherProgram(variant)))
        return 'not mine';
      const further = asFurtherLine(line, open);
      const { bytes, from, to } = further;
      if (!beginnings.some((text) => from + text.length <= to && matchesAt(bytes, from, text)))
        return 'not mine';
      record.addLine(open, further);
      return 'handled';
    },
  };
}
