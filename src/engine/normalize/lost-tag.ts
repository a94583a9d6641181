import { findHeadersWithoutTag, hasTime } from '../headers/embedded-headers.ts';
import type { RepairContext, RepairStep } from './step.ts';

/**
 * A header that lost its tag, after an unknown prefix. It counts only if a message of the product
 * follows.
 */
export function lostTag({ matcher, product, record }: RepairContext): RepairStep {
  return {
    name: 'lost-tag',
    mayApply: ({ text }) => product.isTagged && hasTime(text),
    apply: ({ text }) => {
      const header = findHeadersWithoutTag(product, matcher.tags, text).find((found) =>
        record.messages.hasKnownMessage(found),
      );
      if (!header) return 'not mine';
      record.startAtEach([{ at: text.from, header }]);
      return 'handled';
    },
  };
}
