import type { RepairContext, RepairStep } from './step.ts';

/** A message within a sentence of a short paste, without quotation marks. */
export function messageInSentence({ record, isShort }: RepairContext): RepairStep {
  return {
    name: 'message-in-sentence',
    mayApply: () => isShort && record.open === null,
    apply: ({ text }) => {
      const from = record.messages.findInSentence(text);
      if (from < 0) return 'not mine';
      record.startMessage({ ...text, from }, 0, { allowsTrailingText: true });
      return 'handled';
    },
  };
}
