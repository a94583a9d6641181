/** Steps for a header in the product's own notation within a line. */
import { encodeRange, QuoteTracker, type ByteRange } from '../lines/byte-range.ts';
import { decodeLine, trimmedEnd } from '../lines/bytes.ts';
import { cleanLine } from '../lines/clean-line.ts';
import { unescape } from '../lines/go-quote.ts';
import { labelColumnOf } from './other-field.ts';
import type { RepairContext, RepairStep } from './step.ts';

/** A header after an unknown prefix, or after the exit message of the program's previous run. */
export function prefixedHeader({ record }: RepairContext): RepairStep {
  return ({ text, embeddedHeaders: [first, ...more], isQuoted }) => {
    if (!first || isQuoted) return 'not mine';
    const before = { ...text, to: trimmedEnd(text.bytes, text.from, first.at) };
    const exit = record.messages.findProductExit(before);
    if (exit >= 0) record.startMessage({ ...before, from: exit }, 0, { allowsTrailingText: true });
    const quotes = new QuoteTracker(text);
    record.startAtEach([first, ...more.filter(({ at }) => !quotes.containPosition(at))]);
    if (record.open) record.open.labelColumn = labelColumnOf(before);
    return 'handled';
  };
}

/** A quotation with escaped quotation marks in it, up to its end or the end of the line. */
const ESCAPED = /^((?:[^"\\]|\\.)*\\"(?:[^"\\]|\\.)*)(?:"|\\?$)/;

/** A line whose first header is in quotation marks. */
export function quotedHeader({ record }: RepairContext): RepairStep {
  return ({ text, embeddedHeaders }) => {
    const [first] = embeddedHeaders;
    if (!first) return 'not mine';
    const lines = linesOfQuotation({ ...text, from: first.at });
    if (lines.length > 0) return { groups: [lines], isSeparate: true };
    record.startAtEach(embeddedHeaders);
    return 'handled';
  };
}

/**
 * Return the lines of a quotation if it contains escaped quotation marks, otherwise no lines.
 *
 * @param text begins after the opening quotation mark
 */
function linesOfQuotation(text: ByteRange): ByteRange[] {
  const { bytes, from, to } = text;
  if (bytes[from - 1] !== 34) return [];
  const [, quoted = ''] = ESCAPED.exec(decodeLine(bytes, from, to)) ?? [];
  if (quoted === '') return [];
  return unescape(quoted)
    .split('\n')
    .map((line) => encodeRange(cleanLine(line)));
}
