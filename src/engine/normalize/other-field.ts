import { decode, trimmedEnd } from '../lines/bytes.ts';
import type { ByteRange } from '../lines/byte-range.ts';
import type { RepairContext, RepairStep } from './step.ts';

/** The label of a field in an aligned list: `ProviderName         :`. */
const LABEL = /^[a-z][\w ]* :$/i;
const SPACE = 32;
const COLON = 58;

/** Return the column of the colon if a text is the label of a field in an aligned list, or null. */
export function labelColumnOf({ bytes, from, to }: ByteRange): number | null {
  const end = trimmedEnd(bytes, from, to);
  if (bytes[end - 1] !== COLON || bytes[end - 2] !== SPACE) return null;
  return LABEL.test(decode(bytes, from, end)) ? end - 1 - from : null;
}

/**
 * Another field of the list that holds the message, as PowerShell's `Format-List` prints it: its
 * colon is in the same column.
 */
export function otherField({ record }: RepairContext): RepairStep {
  return ({ text: { bytes, from, to } }) => {
    const column = record.open?.labelColumn ?? null;
    if (column === null) return 'not mine';
    const colon = from + column;
    if (colon >= to || bytes[colon] !== COLON) return 'not mine';
    if (bytes[colon - 1] !== SPACE || bytes[from] === SPACE) return 'not mine';
    record.closeRecord();
    return 'handled';
  };
}
