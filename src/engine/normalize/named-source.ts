import type { RepairContext, RepairStep } from './step.ts';

/** A line that names the source of the lines after it, as in a list of events. */
export function namedSource({ record: { messages } }: RepairContext): RepairStep {
  return {
    name: 'named-source',
    mayApply: () => true,
    apply: (line) => {
      line.isNoted = messages.noteEventSource(line.text);
      return 'not mine';
    },
  };
}
