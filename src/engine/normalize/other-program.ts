import { asFurtherLine } from './continuation.ts';
import type { RepairContext, RepairStep } from './step.ts';

/** A line of another program, which ends the record. */
export function otherProgram({ record }: RepairContext): RepairStep {
  const { messages } = record;
  return {
    name: 'other-program',
    mayApply: ({ variants }) =>
      variants.some(
        (variant) =>
          messages.isFromOtherProgram(variant) ||
          messages.mayBeFromOtherProgram(variant) ||
          messages.isFromUnknownSource(variant),
      ),
    apply: (line) => {
      // `[signal SIGSEGV: ` looks like the name of a host and a program.
      const { lacksEnvelope, depth } = asFurtherLine(line, record.open);
      if (!lacksEnvelope && depth > 0 && record.isCrash()) return 'not mine';
      record.closeRecord();
      const other = line.variants.findLast(
        (variant) => messages.isUnrelated(variant) || messages.isFromUnknownSource(variant),
      );
      if (other) record.sources.noteOther(other);
      return 'handled';
    },
  };
}
