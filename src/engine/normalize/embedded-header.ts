/** Steps for a header in the product's own notation within a line. */
import { QuoteTracker } from '../lines/byte-range.ts';
import { trimmedEnd } from '../lines/bytes.ts';
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

/** A line of which the first header is in quotation marks. */
export function quotedHeader({ record }: RepairContext): RepairStep {
  return ({ embeddedHeaders }) => {
    if (embeddedHeaders.length === 0) return 'not mine';
    record.startAtEach(embeddedHeaders);
    return 'handled';
  };
}
