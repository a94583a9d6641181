import { hasCrashOutput } from '../findings/recognition.ts';
import { lengthOfBeginning, type ByteRange } from '../lines/byte-range.ts';
import type { RepairContext, RepairStep } from './step.ts';

/**
 * A line that begins the output of a crash. If it looks like a frame of a stack trace as well, it
 * continues the open record instead, provided that this record is a problem or a crash.
 */
export function crashOutput({ product, record }: RepairContext): RepairStep {
  const trace = product.compiledTrace;

  const mayBelongToOpen = (line: ByteRange): boolean =>
    record.open !== null &&
    record.open.headers.some(
      (header) => header.level >= product.problemLevel || hasCrashOutput(product, header),
    ) &&
    lengthOfBeginning(line, trace?.frames ?? []) > 0;

  return ({ text, variants }) => {
    if (trace === null || !hasCrashOutput(product, text)) return 'not mine';
    const found = variants.find((variant) => lengthOfBeginning(variant, product.crashMarks) > 0);
    if (!found || record.messages.isFromOtherProgram(found) || mayBelongToOpen(found))
      return 'not mine';
    const time = record.clockOffset.toOwnClock(found.time);
    record.startMessage(found, time, { envelopes: found.forms });
    return 'handled';
  };
}
