import { findHeadersWithoutTag, hasTime } from '../headers/embedded-headers.ts';
import { QuoteTracker } from '../lines/byte-range.ts';
import type { RepairContext, RepairStep } from './step.ts';

/**
 * A header that lost its tag, after an unknown prefix. It counts only if a message of the product
 * follows.
 */
export function lostTag({ product, record }: RepairContext): RepairStep {
  return {
    name: 'lost-tag',
    mayApply: ({ text }) => product.isTagged && hasTime(text),
    apply: ({ text }) => {
      const header = findHeadersWithoutTag(product, text).find(
        (found) =>
          !new QuoteTracker(text).containPosition(found.from) &&
          record.messages.hasKnownMessage(found),
      );
      if (!header) return 'not mine';
      record.startAtEach([{ at: text.from, header }]);
      return 'handled';
    },
  };
}
