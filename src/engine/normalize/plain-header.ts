import { mayBeginHeader, readHeaders } from '../headers/header.ts';
import type { RepairContext, RepairStep } from './step.ts';

/** The product's own header at the start of the line. */
export function plainHeader({ product, record }: RepairContext): RepairStep {
  return {
    name: 'plain-header',
    mayApply: ({ text: { bytes, from } }) => mayBeginHeader(product, bytes[from]),
    apply: ({ text }) =>
      record.startAtHeader(readHeaders(product, text), text) ? 'handled' : 'not mine',
  };
}
