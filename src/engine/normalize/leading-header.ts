import { readHeaders } from '../headers/header.ts';
import { NO_TAG } from '../headers/tags.ts';
import type { LogLine } from './log-line.ts';
import type { RepairContext, RepairStep } from './step.ts';

/**
 * The product's own header at the start of the line, or after the envelopes of collectors
 * (journald, CRI, JSON, CSV …).
 */
export function leadingHeader({ product, record, recognition }: RepairContext): RepairStep {
  const siblings = new Set(Object.values(product.siblings));

  /** Look for the product's name, except in lines of other programs. */
  const seeNames = ({ text, variants }: LogLine): void => {
    if (
      !variants.some((variant) => record.messages.isFromOtherProgram(variant)) ||
      variants.some(({ program }) => siblings.has(program ?? ''))
    )
      recognition.seeText(
        record.line,
        text,
        variants.some(({ program }) => program !== null),
      );
  };

  return (line) => {
    if (record.startAtHeader(readHeaders(product, line.text), line.text)) return 'handled';
    seeNames(line);
    for (const variant of line.variants.slice(1)) {
      const headers = readHeaders(product, variant);
      const [first] = headers;
      if (!first) continue;
      if (product.programs.includes(variant.program ?? '')) recognition.seeOwnProgram();
      record.clockOffset.learnOffset(variant.time, first.time);
      if (!record.startAfterEnvelopes(headers, variant)) continue;
      if (first.tag !== NO_TAG) record.messages.adopt(variant);
      return 'handled';
    }
    return 'not mine';
  };
}
