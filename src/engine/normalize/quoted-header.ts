import { encodeRange, type ByteRange } from '../lines/byte-range.ts';
import { decodeLine } from '../lines/bytes.ts';
import { cleanLine } from '../lines/clean-line.ts';
import { unescape } from '../lines/go-quote.ts';
import { readSeparately, type RepairContext, type RepairStep } from './step.ts';

/** A quotation whose own marks are escaped, up to its end or that of the line. */
const ESCAPED = /^((?:[^"\\]|\\.)*\\"(?:[^"\\]|\\.)*)(?:"|\\?$)/;

/** A line of which the first header is in quotation marks. */
export function quotedHeader({ record }: RepairContext): RepairStep {
  return {
    name: 'quoted-header',
    mayApply: (line) => line.isQuoted,
    apply: ({ text, embeddedHeaders }) => {
      const lines = linesInEscaped({ ...text, from: embeddedHeaders[0]?.at ?? text.to });
      if (lines.length > 0) return readSeparately([lines]);
      record.startAtEach(embeddedHeaders);
      return 'handled';
    },
  };
}

/**
 * Return the lines of a quotation from its first byte on, as in a string of YAML, if the marks in
 * it are escaped.
 */
function linesInEscaped({ bytes, from, to }: ByteRange): ByteRange[] {
  if (bytes[from - 1] !== 34) return [];
  const [, quoted = ''] = ESCAPED.exec(decodeLine(bytes, from, to)) ?? [];
  return quoted === ''
    ? []
    : unescape(quoted)
        .split('\n')
        .map((line) => encodeRange(cleanLine(line)));
}
