import { trimmedEnd } from '../lines/bytes.ts';
import type { RepairContext, RepairStep } from './step.ts';

/** An empty line, which ends a record. */
export function emptyLine({ record }: RepairContext): RepairStep {
  return {
    name: 'empty-line',
    mayApply: ({ text: { bytes, from, to } }) => trimmedEnd(bytes, from, to) === from,
    apply: () => {
      // The output of a crash contains empty lines.
      if (!record.isCrash()) record.closeRecord();
      return 'handled';
    },
  };
}
