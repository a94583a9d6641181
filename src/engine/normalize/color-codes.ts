import { encodeRange, type ByteRange } from '../lines/byte-range.ts';
import { decode } from '../lines/bytes.ts';
import { readInstead, type RepairStep } from './step.ts';

/** Color codes without their escape character, or with it spelled out, as pagers print it. */
const COLORS =
  /(?:ESC|\^\[)?(?:\[\d{1,3}(?:;\d{1,3})*m(?:(?:ESC|\^\[)?\[K)?|\[m(?:(?:ESC|\^\[)?\[K|\b))/g;

/** Visible color codes, such as `[31m`. Real ones are removed from every line (clean-line.ts). */
export function colorCodes(): RepairStep {
  return {
    name: 'color-codes',
    mayApply: ({ text }) => mayHaveColor(text),
    apply: ({ text: { bytes, from, to } }) => {
      const written = decode(bytes, from, to);
      const text = written.replace(COLORS, '');
      return text === written ? 'not mine' : readInstead([encodeRange(text)]);
    },
  };
}

/** Return whether a bracket precedes the numbers of a color code. */
function mayHaveColor({ bytes, from, to }: ByteRange): boolean {
  for (let at = from; at < to; at++) {
    if (bytes[at] !== 91) continue;
    let end = at + 1;
    while ((bytes[end] as number) >= 48 && (bytes[end] as number) <= 59) end++;
    if (bytes[end] === 109) return true;
  }
  return false;
}
