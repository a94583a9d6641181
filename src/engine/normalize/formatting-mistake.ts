import { encodeRange } from '../lines/byte-range.ts';
import { decode, encode, indexOfBytes } from '../lines/bytes.ts';
import { readInstead, type RepairContext, type RepairStep } from './step.ts';

const START = encode('%!');
/** What Go prints for a value that does not suit its verb, or is missing: `%!d(string=ten)`. */
const MISTAKE = /%!([dfqt])\((?:[\w.*[\]]+=)?([^()]*)\)/g;

/** A value that Go could not format, where a number or a quoted text belongs. */
export function formattingMistake({ isShort }: RepairContext): RepairStep {
  return {
    name: 'formatting-mistake',
    mayApply: ({ text: { bytes, from, to } }) =>
      isShort && indexOfBytes(bytes, START, from, to, to) >= 0,
    apply: ({ text: { bytes, from, to } }) => {
      const text = decode(bytes, from, to);
      const repaired = text.replace(MISTAKE, (_, verb: string, value: string) =>
        verb === 'q' ? JSON.stringify(value) : (/^-?\d+/.exec(value)?.[0] ?? '0'),
      );
      return repaired === text ? 'not mine' : readInstead([encodeRange(repaired)]);
    },
  };
}
