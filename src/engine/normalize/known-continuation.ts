import { headerOf } from '../headers/header.ts';
import type { ByteRange } from '../lines/byte-range.ts';
import { matchesAt } from '../lines/bytes.ts';
import { asFurtherLine } from './continuation.ts';
import type { FurtherLine } from './joined-lines.ts';
import type { RepairContext, RepairStep } from './step.ts';

/**
 * A line that belongs to the record before it: it begins like a continuation line of the product,
 * such as one of a stack trace, or its header has a word for details, such as `HINT`, in place of a
 * level.
 */
export function knownContinuation({ product, record }: RepairContext): RepairStep {
  const { continuations, detailForms, fitter } = product;

  /**
   * Add a line of details, from its detail word on, to the open record. If none is open, begin one.
   */
  const addDetails = (further: FurtherLine): boolean => {
    const { bytes, to } = further;
    for (const form of detailForms) {
      const fits = fitter.fit(form.program, further, true);
      if (!fits) continue;
      const { open } = record;
      const text = { ...further, from: fits.spans[2 * form.level] as number };
      if (open) record.addLine(open, text);
      else record.startRecord([{ ...headerOf(product, form, fits, bytes, to), ...text }]);
      return true;
    }
    return false;
  };

  const isContinuation = ({ bytes, from, to }: ByteRange): boolean =>
    continuations.some((text) => from + text.length <= to && matchesAt(bytes, from, text));

  return (line) => {
    const { open, messages } = record;
    if (detailForms.length === 0 && (!open || continuations.length === 0)) return 'not mine';
    if (line.variants.some((variant) => messages.isFromOtherProgram(variant))) return 'not mine';
    const further = asFurtherLine(line, open);
    if (addDetails(further)) return 'handled';
    if (!open || !isContinuation(further)) return 'not mine';
    record.addLine(open, further);
    return 'handled';
  };
}
