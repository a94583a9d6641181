import { QuoteTracker } from '../lines/byte-range.ts';
import { trimmedEnd } from '../lines/bytes.ts';
import { labelColumnOf } from './other-field.ts';
import type { RepairContext, RepairStep } from './step.ts';

/** A header after an unknown prefix, or after the exit message of the program's previous run. */
export function prefixedHeader({ record }: RepairContext): RepairStep {
  return {
    name: 'prefixed-header',
    mayApply: (line) => line.embeddedHeaders.length > 0 && !line.isQuoted,
    apply: ({ text, embeddedHeaders }) => {
      const first = embeddedHeaders[0]?.at ?? text.from;
      const before = { ...text, to: trimmedEnd(text.bytes, text.from, first) };
      const exit = record.messages.findProductExit(before);
      if (exit >= 0)
        record.startMessage({ ...before, from: exit }, 0, { allowsTrailingText: true });
      const quotes = new QuoteTracker(text);
      record.startAtEach(embeddedHeaders.filter(({ at }) => !quotes.containPosition(at)));
      if (record.open) record.open.labelColumn = labelColumnOf({ ...text, to: first });
      return 'handled';
    },
  };
}
