import type { RepairContext, RepairStep } from './step.ts';

/** A line of which the first header is in quotation marks. */
export function quotedHeader({ record }: RepairContext): RepairStep {
  return {
    name: 'quoted-header',
    mayApply: (line) => line.isQuoted,
    apply: ({ embeddedHeaders }) => {
      record.startAtEach(embeddedHeaders);
      return 'handled';
    },
  };
}
