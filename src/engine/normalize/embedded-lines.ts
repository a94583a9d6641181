import { QuoteTracker, encodeRange, type ByteRange } from '../lines/byte-range.ts';
import { decode, encode, indexOfBytes } from '../lines/bytes.ts';
import { cleanLine } from '../lines/clean-line.ts';
import { unescape } from '../lines/go-quote.ts';
import { readInstead, type RepairContext, type RepairStep } from './step.ts';

const LINE_BREAK = /<br ?\/?>|<\/(?:p|div|li|tr)>|#012(?=\D|\d{4}\/|$)/gi;
/** A line break as rsyslog writes it. */
const RSYSLOG_BREAK = encode('#012');
/** A line break written as two characters, with a date after it. */
const WRITTEN_BREAK = /\\n(?=\d{4}[/-]\d\d[/-]\d\d \d\d:\d\d:\d\d )/;

/** Several lines in one: HTML, rsyslog, a JSON string, or `\n` written as two characters. */
export function embeddedLines({ record }: RepairContext): RepairStep {
  // If the open record breaks off before a value, a quoted string may be that value.
  const isString = ({ bytes, from, to }: ByteRange): boolean =>
    bytes[from] === 34 && bytes[to - 1] === 34 && !record.isUnfinished;
  return {
    name: 'embedded-lines',
    mayApply: ({ text }) => isString(text) || mayHaveLineBreak(text),
    apply: ({ text }) => {
      const lines = isString(text)
        ? linesOfString(decode(text.bytes, text.from, text.to))
        : splitAtBreaks(text);
      return lines === null
        ? 'not mine'
        : readInstead(lines.map((line) => encodeRange(cleanLine(line))));
    },
  };
}

function mayHaveLineBreak({ bytes, from, to }: ByteRange): boolean {
  return (
    bytes.subarray(from, to).indexOf(60) >= 0 ||
    indexOfBytes(bytes, RSYSLOG_BREAK, from, to, to) >= 0
  );
}

function splitAtBreaks(line: ByteRange): string[] | null {
  const text = decode(line.bytes, line.from, line.to);
  const lines = text.split(LINE_BREAK);
  if (lines.length > 1) return lines;
  const at = text.search(WRITTEN_BREAK);
  return at < 0 || new QuoteTracker(line).containPosition(line.from + at)
    ? null
    : unescape(text).split('\n');
}

/** Split a JSON string into lines, or return null if it is one line or not a string. */
function linesOfString(text: string): string[] | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' && value.includes('\n') ? value.split('\n') : null;
  } catch {
    return null;
  }
}
