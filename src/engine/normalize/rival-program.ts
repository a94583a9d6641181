import type { LogLine } from './log-line.ts';
import type { Outcome, RepairContext, RepairStep } from './step.ts';

/** A line of another product of the site, by the name of its program. It has its own report. */
export function rivalProgram({ product: { rivals }, record }: RepairContext): RepairStep {
  const rivalOf = ({ variants }: LogLine): string | undefined =>
    variants.map(({ program }) => rivals.get(program ?? '')).find((id) => id !== undefined);

  const apply = (line: LogLine): Outcome => {
    const rival = rivalOf(line);
    if (rival === undefined) return 'not mine';
    record.closeRecord();
    record.sources.rivals.add(rival);
    line.isOfRival = true;
    return 'handled';
  };

  return { name: 'rival-program', mayApply: () => rivals.size > 0, apply };
}
