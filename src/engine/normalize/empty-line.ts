import { decode, trimmedEnd } from '../lines/bytes.ts';
import type { LogLine } from './log-line.ts';
import type { RepairContext, RepairStep } from './step.ts';

/** Bytes of a line that may be a fence: its marks, and the name of a language. */
const MAX_FENCE = 20;
/** A line that begins or ends a code block of Markdown. */
const FENCE = /^\s*(?:```|~~~)[`~]*\w*\s*$/;

/** An empty line, or the fence of a code block, which ends a record. */
export function emptyLine({ record }: RepairContext): RepairStep {
  return (line) => {
    if (!isEmpty(line) && !isFence(line)) return 'not mine';
    // The output of a crash contains empty lines.
    if (!record.isCrash() || !isEmpty(line)) record.closeRecord();
    return 'handled';
  };
}

function isEmpty({ text: { bytes, from, to } }: LogLine): boolean {
  return trimmedEnd(bytes, from, to) === from;
}

function isFence({ text: { bytes, from, to } }: LogLine): boolean {
  const at = bytes[from];
  if (at !== 96 && at !== 126 && at !== 32) return false;
  return to - from <= MAX_FENCE && FENCE.test(decode(bytes, from, to));
}
